import NewsModel

/// A feed as JSON Feed 1.1 writes it.
struct JSONFeedDocument: Encodable {
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
