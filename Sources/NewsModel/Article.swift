import Foundation

/// An article before the cache has given it a number: what a source or a page told.
package struct ArticleDraft: Hashable, Sendable {
  /// What makes it the same article at the next refresh: guid, else link, else a hash of its content.
  package var identity: String
  package var address: WebAddress?
  package var title: String
  /// Plain text, cleaned; empty when the source gives none.
  package var summary: String
  package var authors: [String]
  package var tags: [String]
  package var published: Date?
  /// Whether only the day of it was told: `published` is where that day begins.
  package var isDayOnly: Bool
  package var modified: Date?
  /// BCP 47, resolved.
  package var language: String?
  package var picture: WebAddress?
  package var sections: [SectionID]
  /// The full text, where the source itself brings it.
  package var document: ArticleDocument?

  package init(
    identity: String, address: WebAddress? = nil, title: String, summary: String = "", authors: [String] = [],
    tags: [String] = [], published: Date? = nil, isDayOnly: Bool = false, modified: Date? = nil,
    language: String? = nil, picture: WebAddress? = nil, sections: [SectionID] = [],
    document: ArticleDocument? = nil
  ) {
    self.identity = identity
    self.address = address
    self.title = title
    self.summary = summary
    self.authors = authors
    self.tags = tags
    self.published = published
    self.isDayOnly = isDayOnly
    self.modified = modified
    self.language = language
    self.picture = picture
    self.sections = sections
    self.document = document
  }
}

/// An article as kept: immutable but for a newer version of itself; what the reader did with it is `ArticleStatus`.
package struct Article: Hashable, Sendable, Identifiable {
  package var id: ArticleID
  package var site: SiteID
  package var address: WebAddress?
  package var title: String
  package var summary: String
  package var authors: [String]
  package var tags: [String]
  /// As the source says, never later than it was first seen.
  package var published: Date?
  /// Whether only the day of it was told.
  package var isDayOnly: Bool
  package var modified: Date?
  /// When this cache met it first.
  package var firstSeen: Date
  package var language: String?
  package var picture: WebAddress?
  package var sections: [SectionID]
  package var event: EventID?
  /// Whether its full text is in the cache: readable without a network.
  package var hasDocument: Bool

  package init(
    id: ArticleID, site: SiteID, address: WebAddress?, title: String, summary: String = "",
    authors: [String] = [], tags: [String] = [], published: Date? = nil, isDayOnly: Bool = false,
    modified: Date? = nil, firstSeen: Date, language: String? = nil, picture: WebAddress? = nil,
    sections: [SectionID] = [],
    event: EventID? = nil, hasDocument: Bool = false
  ) {
    self.id = id
    self.site = site
    self.address = address
    self.title = title
    self.summary = summary
    self.authors = authors
    self.tags = tags
    self.published = published
    self.isDayOnly = isDayOnly
    self.modified = modified
    self.firstSeen = firstSeen
    self.language = language
    self.picture = picture
    self.sections = sections
    self.event = event
    self.hasDocument = hasDocument
  }

  /// When it appeared: as published, else as first seen.
  package var date: Date { published ?? firstSeen }
}

/// What the reader did with an article; outlives the article, so that a returning item is not new again.
package struct ArticleStatus: Hashable, Sendable {
  package var isRead: Bool
  package var isSaved: Bool
  /// The place in the text: a byte offset into the document's plain text.
  package var position: Int

  package init(isRead: Bool = false, isSaved: Bool = false, position: Int = 0) {
    self.isRead = isRead
    self.isSaved = isSaved
    self.position = position
  }
}

/// An article with its status: a row of every list.
package struct ListedArticle: Hashable, Sendable, Identifiable {
  package var article: Article
  package var status: ArticleStatus

  package init(article: Article, status: ArticleStatus) {
    self.article = article
    self.status = status
  }

  package var id: ArticleID { article.id }
}
