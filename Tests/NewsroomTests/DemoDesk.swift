import DemoEdition
import Fetching
import Foundation
import NewsCache
import NewsModel
import Newsroom
import Synchronization

/// A newsroom over the demo site, a cache in memory and a clock that stands still.
struct DemoDesk {
  static let moment = Date(timeIntervalSince1970: 1_769_000_000)

  let transport: CountingTransport
  let sites = MemorySites()
  let cache: ArticleCache
  let desk: NewsDesk

  init(cache: ArticleCache? = nil) throws {
    self.cache = try cache ?? ArticleCache.inMemory()
    transport = CountingTransport(EchoTransport(now: Self.moment))
    desk = NewsDesk(
      cache: self.cache, sites: sites, transport: transport, now: { Self.moment })
  }

  /// Follows the demo site as `vestnik add` would.
  func follow() async throws -> Site {
    let found = try await desk.discover(EchoSite.standardHome).get()
    try sites.save(found.site)
    return found.site
  }
}

/// Passes requests on, and counts what came of them; can be cut off.
final class CountingTransport: Transport {
  struct Counts {
    var fetched = 0
    var notModified = 0
    var failed = 0
  }

  private let inner: any Transport
  private let state = Mutex((counts: Counts(), isCut: false))

  init(_ inner: any Transport) { self.inner = inner }

  var counts: Counts { state.withLock { $0.counts } }

  func reset() { state.withLock { $0.counts = Counts() } }
  func cut() { state.withLock { $0.isCut = true } }

  func fetch(_ request: FetchRequest) async -> FetchOutcome {
    let isCut = state.withLock { $0.isCut }
    let outcome = isCut ? .failed(.offline) : await inner.fetch(request)
    state.withLock { state in
      switch outcome {
      case .fetched: state.counts.fetched += 1
      case .notModified: state.counts.notModified += 1
      case .failed: state.counts.failed += 1
      }
    }
    return outcome
  }
}

/// Followed sites in memory.
final class MemorySites: SiteStore {
  let capacity = 100
  private let list = Mutex<[SiteID: Site]>([:])

  func sites() -> [Site] { list.withLock { $0.values.sorted { $0.id < $1.id } } }
  func save(_ site: Site) throws { list.withLock { $0[site.id] = site } }
  func remove(_ id: SiteID) throws -> Bool { list.withLock { $0.removeValue(forKey: id) != nil } }
}
