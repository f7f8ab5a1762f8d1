import Foundation
import NewsModel

/// A list of articles as JSON Feed 1.1 (jsonfeed.org/version/1.1); what has no place there sits under `_vestnik`.
struct JSONFeed: Encodable {
  let version = "https://jsonfeed.org/version/1.1"
  let title: String
  let items: [JSONFeedItem]
  var vestnik = Extension()

  /// What the list as a whole has to say.
  struct Extension: Encodable {
    var warnings: [String] = []
    /// Another spelling of the query that was searched for.
    var searched: String?
  }

  enum CodingKeys: String, CodingKey {
    case version
    case title
    case items
    case vestnik = "_vestnik"
  }
}

/// An article as an item of JSON Feed.
struct JSONFeedItem: Encodable {
  struct Author: Encodable {
    let name: String
  }

  struct Extension: Encodable {
    let site: String
    let sections: [String]
    let read: Bool
    let saved: Bool
    let event: Int64?
    /// Whether the text is here without a network.
    let offline: Bool
    /// Where a search hit stands.
    let snippet: String?
    /// When the site was found to have taken the article down.
    let removed: Date?
    /// What the article said before, the latest first.
    let versions: [Version]?
  }

  /// What an article said before its site changed it.
  struct Version: Encodable {
    let title: String
    let summary: String?
    let contentText: String?
    /// When the next version took its place.
    let replaced: Date

    enum CodingKeys: String, CodingKey {
      case title
      case summary
      case contentText = "content_text"
      case replaced
    }
  }

  let id: String
  let url: String?
  let title: String
  let summary: String?
  let contentText: String?
  let image: String?
  let datePublished: Date?
  let dateModified: Date?
  let language: String?
  let authors: [Author]?
  let tags: [String]?
  let vestnik: Extension

  enum CodingKeys: String, CodingKey {
    case id
    case url
    case title
    case summary
    case contentText = "content_text"
    case image
    case datePublished = "date_published"
    case dateModified = "date_modified"
    case language
    case authors
    case tags
    case vestnik = "_vestnik"
  }

  init(
    _ listed: ListedArticle, document: ArticleDocument? = nil, snippet: String? = nil,
    history: ArticleHistory = ArticleHistory()
  ) {
    let article = listed.article
    func filled<Value: Collection>(_ value: Value) -> Value? { value.isEmpty ? nil : value }
    id = article.id.description
    url = article.address?.text
    title = article.title
    summary = filled(article.summaryLine)
    contentText = document?.plainText
    image = article.picture?.text
    datePublished = article.published
    dateModified = article.modified
    language = article.language
    authors = filled(article.authors.map(Author.init))
    tags = filled(article.tags)
    vestnik = Extension(
      site: article.site.rawValue, sections: article.sections.map(\.rawValue), read: listed.status.isRead,
      saved: listed.status.isSaved, event: article.event?.rawValue, offline: article.hasDocument,
      snippet: snippet, removed: history.removed,
      versions: filled(
        history.earlier.map { version in
          Version(
            title: version.title, summary: filled(version.summary),
            contentText: version.document?.plainText, replaced: version.replaced)
        }))
  }
}
