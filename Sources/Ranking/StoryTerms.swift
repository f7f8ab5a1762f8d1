import Foundation
import Language
import NewsModel

/// An article as ranking sees it: its words with how often they occur, its date, its site.
package struct StoryTerms: Hashable, Sendable, Identifiable {
  package let id: ArticleID
  /// The site it was met at.
  package let site: SiteID
  /// When it appeared.
  package let date: Date
  /// The event it is known to tell of.
  package let event: EventID?
  /// Stems of the title.
  package let title: Set<String>
  /// Stems of title and text with their counts.
  package let counts: [String: Int]
  /// Stems of words that stand capitalised inside a sentence: names of people, places, firms.
  package let names: Set<String>
  /// These, and stems of words that begin sentences and stand nowhere in small letters.
  package let possibleNames: Set<String>
  /// BCP 47.
  package let language: String?

  /// - Parameter text: title, summary and full text in a row; at most `maximumBytes` of it are read.
  package init(_ article: Article, text: String) {
    self.init(
      id: article.id, site: article.site, date: article.date, event: article.event, title: article.title,
      text: text,
      language: article.language)
  }

  package init(
    id: ArticleID, site: SiteID, date: Date, event: EventID? = nil, title: String, text: String,
    language: String? = nil
  ) {
    self.id = id
    self.site = site
    self.date = date
    self.event = event
    self.title = Set(SearchTerms.terms(of: title, language: language))
    let read = String(decoding: text.utf8.prefix(Self.maximumBytes), as: UTF8.self)
    counts = Dictionary(SearchTerms.terms(of: read, language: language).map { ($0, 1) }, uniquingKeysWith: +)
    (names, possibleNames) = ProperNames.stems(in: read, language: language)
    self.language = language
  }

  /// The longest text that is read, in bytes of UTF-8.
  package static let maximumBytes = 100_000
}
