import Foundation

/// An article before the cache has given it a number: what a source or a page told.
package struct ArticleDraft: Hashable, Sendable {
  /// The guid, as the source writes it; empty where it has none. Who the article is, the cache decides.
  package var identity: String
  /// Its page; `nil` where the source names none.
  package var address: WebAddress?
  /// One plain line.
  package var title: String
  /// Plain text, cleaned: a line feed for each break, a blank line between paragraphs; empty when the source gives
  /// none.
  package var summary: String
  /// Names, in the source's order.
  package var authors: [String]
  /// Plain, in the source's order.
  package var tags: [String]
  /// As the source tells it; `nil` where it does not.
  package var published: Date?
  /// Whether only the day of it was told: `published` is where that day begins.
  package var isDayOnly: Bool
  /// When the source last changed it, as it tells.
  package var modified: Date?
  /// BCP 47, resolved.
  package var language: String?
  /// The lead picture.
  package var picture: WebAddress?
  /// Those that its source stands for; later ones are added to what is kept.
  package var sections: [SectionID]
  /// The full text, where the source itself brings it.
  package var document: ArticleDocument?
  /// Who tells it.
  package var teller: Teller
  /// Whether the title was made from the text or the address.
  package var isTitleGuessed: Bool
  /// Whether `published` is when it last changed, for want of anything better: an article is no younger than that.
  package var isDateOfChange: Bool
  /// Whether the tags are no more than the sections it stands in.
  package var areTagsSections: Bool

  package init(
    identity: String, address: WebAddress? = nil, title: String, summary: String = "", authors: [String] = [],
    tags: [String] = [], published: Date? = nil, isDayOnly: Bool = false, modified: Date? = nil,
    language: String? = nil, picture: WebAddress? = nil, sections: [SectionID] = [],
    document: ArticleDocument? = nil, teller: Teller = .feed, isTitleGuessed: Bool = false,
    isDateOfChange: Bool = false, areTagsSections: Bool = false
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
    self.teller = teller
    self.isTitleGuessed = isTitleGuessed
    self.isDateOfChange = isDateOfChange
    self.areTagsSections = areTagsSections
  }
}

/// An article as kept: immutable but for a newer version of itself; what the reader did with it is `ArticleStatus`.
package struct Article: Hashable, Sendable, Identifiable {
  package var id: ArticleID
  /// The site it was met at.
  package var site: SiteID
  /// Its page; `nil` where no source named one.
  package var address: WebAddress?
  /// One plain line.
  package var title: String
  /// Plain text, a blank line between paragraphs; empty when neither source nor page gave any.
  package var summary: String
  /// Names, in their order.
  package var authors: [String]
  /// Plain, in the source's order.
  package var tags: [String]
  /// As the source says, never later than it was first seen.
  package var published: Date?
  /// Whether only the day of it was told.
  package var isDayOnly: Bool
  /// When its site last changed it, as the site tells.
  package var modified: Date?
  /// When this cache met it first.
  package var firstSeen: Date
  /// BCP 47; `nil` when it could not be told.
  package var language: String?
  /// The lead picture.
  package var picture: WebAddress?
  /// All it was met in.
  package var sections: [SectionID]
  /// The happening it tells of, when other articles tell of it too.
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

  /// The summary where there is room for no more than one line.
  package var summaryLine: String { summary.utf8.contains(0x0A) ? CleanText.line(summary) : summary }

  /// When it appeared: as published, else as first seen.
  package var date: Date { published ?? firstSeen }
}

/// What the reader did with an article; outlives the article, so that a returning item is not new again.
package struct ArticleStatus: Hashable, Sendable {
  /// Opened, or marked as read.
  package var isRead: Bool
  /// Kept whatever its age.
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
  /// What its site says.
  package var article: Article
  /// What its reader did.
  package var status: ArticleStatus

  /// How many other sites tell of the same event; `nil` where nobody has counted.
  package var otherTellers: Int?

  package init(article: Article, status: ArticleStatus, otherTellers: Int? = nil) {
    self.article = article
    self.status = status
    self.otherTellers = otherTellers
  }

  package var id: ArticleID { article.id }
}
