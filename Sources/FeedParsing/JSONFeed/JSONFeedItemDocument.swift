import Markup
import NewsModel

/// An item as JSON Feed 1.1 writes it.
struct JSONFeedItemDocument: Encodable {
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
