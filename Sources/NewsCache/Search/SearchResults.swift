import NewsModel

/// An article that a search found, with the words that were meant.
package struct SearchHit: Hashable, Sendable, Identifiable {
  /// What was found.
  package var listed: ListedArticle
  /// Where the words stand in the title, in bytes of UTF-8.
  package var titleHits: [Range<Int>]
  /// A piece of the text around the words, on one line, with an ellipsis where it was cut; empty when the words
  /// stand only in the title and the article has neither summary nor text.
  package var snippet: String
  /// Where the words stand in the snippet, in bytes of UTF-8.
  package var snippetHits: [Range<Int>]

  package init(listed: ListedArticle, titleHits: [Range<Int>], snippet: String, snippetHits: [Range<Int>]) {
    self.listed = listed
    self.titleHits = titleHits
    self.snippet = snippet
    self.snippetHits = snippetHits
  }

  package var id: ArticleID { listed.id }
}

/// What a search found, and how the query was read.
package struct SearchResults: Hashable, Sendable {
  /// How a query that found nothing as typed was understood.
  package enum Reading: Hashable, Sendable {
    /// As if the keyboard had been switched to the other layout.
    case otherLayout(String)
    /// As Cyrillic words in Latin letters.
    case transliteration(String)

    /// The words that were searched for instead of the typed ones.
    package var text: String {
      switch self {
      case .otherLayout(let words), .transliteration(let words): words
      }
    }
  }

  /// By relevance and age.
  package var hits: [SearchHit]
  /// `nil`: as typed.
  package var reading: Reading?
  /// Whether there were so many articles that only the newest were ranked.
  package var isNewestOnly: Bool
  /// Filters that mean nothing, as they were typed.
  package var misread: [String] = []

  package init(hits: [SearchHit] = [], reading: Reading? = nil, isNewestOnly: Bool = false) {
    self.hits = hits
    self.reading = reading
    self.isNewestOnly = isNewestOnly
  }
}
