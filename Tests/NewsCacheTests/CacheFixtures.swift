import Foundation
import NewsCache
import NewsModel
import TestSupport

/// Moments, sites and drafts that most tests of the cache share.
enum Sample {
  static let now = Date(timeIntervalSince1970: 1_769_000_000)
  static let day: TimeInterval = 86_400
  static let site = SiteID(rawValue: "echo")
  static let news = SectionID(rawValue: "Новости")
  static let strategy = SectionID(rawValue: "Разделы/Стратегия")

  static func address(_ path: String) throws -> WebAddress {
    guard let address = WebAddress("https://echo.example/\(path)") else { throw CocoaError(.formatting) }
    return address
  }

  static func source(_ path: String = "news.xml", section: SectionID? = news) throws -> Source {
    Source(site: site, address: try address(path), kind: .feed, section: section)
  }

  static func draft(
    _ name: String, title: String? = nil, summary: String = "", text: String? = nil, published: Date? = nil,
    language: String? = "ru", sections: [SectionID] = []
  ) throws -> ArticleDraft {
    let title = title ?? "Заголовок \(name)"
    let document = text.map { text in
      ArticleDocument(
        title: title, blocks: text.split(separator: "\n").map { .paragraph([Inline(String($0))]) })
    }
    return ArticleDraft(
      identity: name, address: try address("a/\(name).html"), title: title, summary: summary,
      published: published, language: language, sections: sections, document: document)
  }
}

extension ArticleCache {
  /// Stores drafts from the sample site's feed.
  @discardableResult
  func store(_ drafts: [ArticleDraft], from source: Source? = nil, now: Date = Sample.now) throws
    -> ArticleChanges
  {
    let source = try source ?? Sample.source()
    return try store(drafts, from: source, state: SourceState(of: source), now: now)
  }

  /// The titles that a query as typed finds, best first.
  func titles(_ text: String, isTyping: Bool = false) throws -> [String] {
    try search(SearchQuery(text, now: Sample.now, isTyping: isTyping), now: Sample.now).hits
      .map(\.listed.article.title)
  }

  /// The demo site's articles, each with its full text; the file's name is the article's identity.
  static func withDemoArticles() throws -> (
    cache: ArticleCache, files: [EchoArticleFile], ids: [String: ArticleID]
  ) {
    let cache = try ArticleCache.inMemory()
    let files = try EchoArticleFile.all()
    let drafts = try files.map { file in
      let numbers = (file.fields["published"] ?? "").split { " :".contains($0) }.compactMap { Double($0) }
      let age = numbers[0] * Sample.day - numbers[1] * 3600 - numbers[2] * 60
      return try Sample.draft(
        file.name, title: file.fields["title"], summary: file.fields["summary"] ?? "",
        text: file.paragraphs.joined(separator: "\n"),
        published: Sample.now.addingTimeInterval(-age - Sample.day),
        language: file.fields["language"])
    }
    let changes = try cache.store(drafts)
    let ids = Dictionary(uniqueKeysWithValues: zip(files.map(\.name), changes.new))
    return (cache, files, ids)
  }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("vestnik-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func path(_ name: String = "news.sqlite") -> String { url.appendingPathComponent(name).path }

  deinit { try? FileManager.default.removeItem(at: url) }
}
