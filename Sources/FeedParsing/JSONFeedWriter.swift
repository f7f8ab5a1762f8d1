import Foundation
import Markup
import NewsModel

/// What a feed says as one document of JSON Feed 1.1; what has no place there stands under `_vestnik`.
package enum JSONFeedWriter {
  /// UTF-8, keys in a stable order.
  package static func data(_ feed: ParsedFeed) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return try encoder.encode(JSONFeedDocument(feed))
  }

  /// One object for what is no feed: `{"sitemaps": […]}`, `{"terms": […]}` or `{"_vestnik": {"notAFeed": …}}`.
  package static func data(_ result: FeedResult) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    switch result {
    case .feed(let feed): return try data(feed)
    case .sitemapIndex(let sitemaps): return try encoder.encode(["sitemaps": sitemaps])
    case .outlines(let outlines): return try OPML.json(outlines)
    case .terms(let terms): return try encoder.encode(["terms": terms.map(TermDocument.init)])
    case .notAFeed(let reason): return try encoder.encode(["_vestnik": ["notAFeed": reason.code]])
    }
  }
}

private struct JSONFeedDocument: Encodable {
  struct Author: Encodable { let name: String }

  struct Warning: Encodable {
    let code: String
    let detail: String?
  }

  struct Extension: Encodable {
    let format: String
    let version: String?
    let id: String?
    let updated: String?
    let charset: String
    let nextPage: String?
    let intervalSeconds: Int64?
    let skipHours: [Int]?
    let skipDays: [Int]?
    let tags: [String]?
    let warnings: [Warning]

    enum CodingKeys: String, CodingKey {
      case format, version, id, updated, charset, warnings, tags
      case nextPage = "next_page"
      case intervalSeconds = "interval_seconds"
      case skipHours = "skip_hours"
      case skipDays = "skip_days"
    }
  }

  let version = "https://jsonfeed.org/version/1.1"
  let title: String
  let home: String?
  let address: WebAddress?
  let description: String?
  let icon: WebAddress?
  let language: String?
  let authors: [Author]?
  let items: [JSONFeedItemDocument]
  let vestnik: Extension

  enum CodingKeys: String, CodingKey {
    case version, title, description, icon, language, authors, items
    case home = "home_page_url"
    case address = "feed_url"
    case vestnik = "_vestnik"
  }

  init(_ feed: ParsedFeed) {
    title = feed.title.isEmpty ? (feed.home ?? feed.address)?.text ?? "" : feed.title
    home = feed.home?.text ?? feed.unresolvedHome
    address = feed.address
    description = feed.subtitle.isEmpty ? nil : feed.subtitle
    icon = feed.image
    language = feed.language
    authors = feed.authors.isEmpty ? nil : feed.authors.map(Author.init)
    items = feed.items.map(JSONFeedItemDocument.init)
    vestnik = Extension(
      format: feed.format.rawValue, version: feed.version, id: feed.id,
      updated: feed.updated.map(FeedDates.text),
      charset: feed.charset, nextPage: feed.nextPage?.text,
      intervalSeconds: feed.refresh.interval.map { $0.components.seconds },
      skipHours: feed.refresh.skipHours.isEmpty ? nil : feed.refresh.skipHours.sorted(),
      skipDays: feed.refresh.skipDays.isEmpty ? nil : feed.refresh.skipDays.sorted(),
      tags: feed.tags.isEmpty ? nil : feed.tags,
      warnings: feed.warnings.map { Warning(code: $0.code, detail: $0.detail) })
  }
}

private struct JSONFeedItemDocument: Encodable {
  struct Attachment: Encodable {
    let url: WebAddress
    let type: String
    let bytes: Int?

    enum CodingKeys: String, CodingKey {
      case url
      case type = "mime_type"
      case bytes = "size_in_bytes"
    }
  }

  struct Extension: Encodable {
    let identity: String
    let isTitleDerived: Bool?
    let fullText: String?
    let genre: String?
    let comments: WebAddress?
    let commentCount: Int?

    enum CodingKeys: String, CodingKey {
      case identity, genre, comments
      case isTitleDerived = "title_derived"
      case fullText = "full_text"
      case commentCount = "comment_count"
    }
  }

  let id: String
  let url: String?
  let title: String?
  let summary: String?
  let content: String?
  let image: WebAddress?
  let published: String?
  let modified: String?
  let authors: [JSONFeedDocument.Author]?
  let tags: [String]?
  let language: String?
  let attachments: [Attachment]?
  let vestnik: Extension

  enum CodingKeys: String, CodingKey {
    case id, url, title, summary, image, authors, tags, language, attachments
    case content = "content_html"
    case published = "date_published"
    case modified = "date_modified"
    case vestnik = "_vestnik"
  }

  init(_ item: ParsedItem) {
    id = item.id ?? item.identity
    url = item.address?.text ?? item.unresolvedLink
    title = item.title.isEmpty ? nil : item.title
    content = item.contentHTML ?? item.summary
    summary = item.contentHTML == nil ? nil : item.summary.map { CleanText.line(PlainText.fromHTML($0)) }
    image = item.picture
    published = item.published.map(FeedDates.text)
    modified = item.modified.map(FeedDates.text)
    authors = item.authors.isEmpty ? nil : item.authors.map(JSONFeedDocument.Author.init)
    tags = item.tags.isEmpty ? nil : item.tags
    language = item.language
    attachments =
      item.enclosures.isEmpty
      ? nil
      : item.enclosures.map {
        Attachment(url: $0.address, type: $0.type ?? "application/octet-stream", bytes: $0.bytes)
      }
    vestnik = Extension(
      identity: item.identity, isTitleDerived: item.isTitleDerived ? true : nil, fullText: item.fullText,
      genre: item.genre, comments: item.comments, commentCount: item.commentCount)
  }
}

private struct TermDocument: Encodable {
  let id: Int
  let parent: Int
  let title: String
  let url: WebAddress?
  let count: Int

  init(_ term: WordPressTerm) {
    id = term.id
    parent = term.parent
    title = term.title
    url = term.address
    count = term.count
  }
}

extension FeedResult.Reason {
  /// A stable short name for programs.
  fileprivate var code: String {
    switch self {
    case .empty: "empty"
    case .tooLarge: "tooLarge"
    case .page: "page"
    case .binary: "binary"
    case .otherXML(let root): "otherXML \(root)"
    case .otherJSON: "otherJSON"
    case .otherText: "otherText"
    }
  }
}

extension OPML {
  /// A list as `{title, outlines: [{title, xmlUrl, htmlUrl, outlines: […]}], warnings: […]}`.
  package static func json(_ list: ParsedOutlines) throws -> Data {
    struct Line: Encodable {
      let title: String
      let xmlUrl: String?
      let htmlUrl: WebAddress?
      let outlines: [Line]?

      init(_ outline: Outline) {
        title = outline.title
        xmlUrl = outline.written ?? outline.feed?.text
        htmlUrl = outline.home
        outlines = outline.outlines.isEmpty ? nil : outline.outlines.map(Line.init)
      }
    }
    struct Document: Encodable {
      let title: String
      let outlines: [Line]
      let warnings: [JSONFeedDocument.Warning]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return try encoder.encode(
      Document(
        title: list.title, outlines: list.outlines.map(Line.init),
        warnings: list.warnings.map { JSONFeedDocument.Warning(code: $0.code, detail: $0.detail) }))
  }
}
