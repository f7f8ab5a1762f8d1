import Fetching
import Foundation
import NewsCache
import NewsModel
import Newsroom
import Synchronization
import TestSupport

/// A newsroom over the real transport and a cache in memory, with a clock that goes only when it is told to.
final class LoopbackDesk: Sendable {
  static let start = Date(timeIntervalSince1970: 1_769_000_000)

  let sites = MemorySites()
  let cache: ArticleCache
  let desk: NewsDesk
  private let clock: Clock

  /// - Parameter change: of the transport's manners; there is no gap between requests.
  init(
    cache: ArticleCache? = nil, pictures: PictureStore = PictureStore(folder: nil),
    _ change: (inout FetchConfiguration) -> Void = { _ in }
  ) throws {
    var configuration = FetchConfiguration(version: "1.0", contact: "https://example.org/vestnik")
    configuration.gap = .zero
    change(&configuration)
    let clock = Clock()
    self.clock = clock
    self.cache = try cache ?? ArticleCache.inMemory()
    desk = NewsDesk(
      cache: self.cache, sites: sites,
      transport: CurlTransport(configuration: configuration), pictures: pictures, now: { clock.now })
  }

  /// Lets time pass.
  func pass(_ seconds: TimeInterval) { clock.pass(seconds) }

  /// Follows one feed as a site of its own.
  @discardableResult
  func follow(_ name: String, _ url: String, fullText: Bool = false) throws -> Source {
    try follow(name, [url], fullText: fullText)[0]
  }

  /// Follows several feeds as one site.
  @discardableResult
  func follow(_ name: String, _ urls: [String], fullText: Bool = false) throws -> [Source] {
    let addresses = urls.compactMap { WebAddress($0) }
    let site = Site(
      id: SiteID(rawValue: name), name: name, home: addresses[0], feeds: addresses, fullText: fullText,
      rules: SiteRules(isFeedOnly: true))
    try sites.save(site)
    return site.sources
  }

  /// How asking every source ended, by site.
  func refresh(_ scope: RefreshScope = .everything) async -> [String: SourceResult] {
    let outcomes = await desk.refresh(scope).outcomes
    return Dictionary(outcomes.map { ($0.source.site.rawValue, $0.result) }) { $1 }
  }

  private final class Clock: Sendable {
    private let moment = Mutex(LoopbackDesk.start)

    var now: Date { moment.withLock { $0 } }
    func pass(_ seconds: TimeInterval) { moment.withLock { $0 += seconds } }
  }
}

/// Feeds made for tests.
enum RSS {
  /// A feed of numbered items; an item's guid is its number after `guid`, its link `link` and its number.
  static func feed(
    items: Range<Int>, guid: String = "item-", link: String = "http://127.0.0.1/", channel: String = ""
  ) -> String {
    let entries = items.map { number in
      """
      <item><title>Новость номер \(number)</title><link>\(link)\(number)</link>\
      <guid isPermaLink="false">\(guid)\(number)</guid></item>
      """
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0"><channel><title>Лента</title>\(channel)\(entries.joined(separator: "\n"))</channel></rss>
      """
  }

  static func answer(_ text: String, headers: [(name: String, value: String)] = []) -> LoopbackAnswer {
    LoopbackAnswer(headers: [("Content-Type", "application/rss+xml")] + headers, body: Data(text.utf8))
  }
}
