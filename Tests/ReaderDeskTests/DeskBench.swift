import Fetching
import Foundation
import NewsCache
import NewsModel
import Newsroom
import Phrases
import Reader
import ReaderApp
import ReaderDesk

/// The newsroom in the reader's words over a cache in memory, without a network, at a moment that stands still.
struct DeskBench {
  static let moment = Date(timeIntervalSince1970: 1_769_000_000)
  static let site = SiteID(rawValue: "doska")

  let cache: ArticleCache
  let service: DeskService
  private let home: WebAddress

  init?() throws {
    guard let home = WebAddress("https://doska.example/") else { return nil }
    self.home = home
    cache = try ArticleCache.inMemory()
    let sites = OneSite(
      Site(id: Self.site, name: "Доска", home: home, feeds: [home], rules: SiteRules(isFeedOnly: true)))
    let desk = NewsDesk(cache: cache, sites: sites, transport: OfflineTransport(), now: { Self.moment })
    service = DeskService(
      desk: desk, phrases: Phrasebook(language: .ru), lastVisit: nil, mutes: MuteList(store: nil))
  }

  /// Keeps articles, the newest first; those without a path have no address.
  func keep(_ rows: [(title: String, path: String?)], of site: String = "doska") throws {
    let drafts = rows.enumerated().map { number, row in
      ArticleDraft(
        identity: row.title, address: row.path.flatMap { WebAddress("https://\(site).example/\($0)") },
        title: row.title, summary: "Подробности.",
        published: Self.moment.addingTimeInterval(Double(-60 * number)))
    }
    let id = SiteID(rawValue: site)
    let source = Source(site: id, address: home, kind: .feed)
    _ = try cache.store(
      drafts, from: source, state: SourceState(site: id, address: home), now: Self.moment)
  }

  private final class OneSite: SiteStore {
    let capacity = 1
    private let site: Site
    init(_ site: Site) { self.site = site }
    func sites() -> [Site] { [site] }
    func save(_ site: Site) throws {}
    func remove(_ id: SiteID) throws -> Bool { false }
  }
}

extension DeskService {
  /// A list's first rows.
  func listing(_ query: ListQuery, order: ListOrder) async -> Listing {
    await listing(query, order: order, part: .around(0))
  }
}
