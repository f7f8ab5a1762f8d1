import Fetching
import Foundation
import NewsCache
import NewsModel

/// The one service of the back half: discovers, refreshes, opens, marks, searches. It returns cases and values,
/// never sentences, and knows no screen.
///
/// Its reads are short and may be called from any thread but the one that draws; what waits for a network is async.
///
/// Large because it is the one door of the back half; each folder here is one thing that it does.
package struct NewsDesk: Sendable {
  /// Where everything that was shown is kept.
  let cache: ArticleCache
  /// What is followed.
  let sites: any SiteStore
  /// What brings bytes.
  let transport: any Transport
  /// The pictures that were fetched.
  let pictures: PictureStore
  /// Whether the network was forbidden: the transport refuses it, and nothing is asked in vain.
  package let isOffline: Bool
  /// The size in bytes, unpacked, beyond which a body is refused.
  package let bodyLimit: Int
  /// What a refresh of everything throws away at its end.
  package let retention: Retention
  /// What is told of every source that was asked.
  let log: @Sendable (SourceOutcome) -> Void
  /// What the machine says, and how far it is believed.
  package let clock: TrustedClock

  let work: BackgroundWork

  package init(
    cache: ArticleCache, sites: any SiteStore, transport: any Transport,
    pictures: PictureStore = PictureStore(folder: nil), isOffline: Bool = false,
    bodyLimit: Int = FetchRequest.defaultLimitBytes, retention: Retention = Retention(),
    log: @escaping @Sendable (SourceOutcome) -> Void = { _ in },
    now: @escaping @Sendable () -> Date = TrustedClock.machine
  ) {
    self.cache = cache
    self.sites = sites
    self.transport = transport
    self.pictures = pictures
    self.isOffline = isOffline
    self.bodyLimit = bodyLimit
    self.retention = retention
    self.log = log
    clock = TrustedClock(reading: now) { try? cache.clockMemory() }
    work = BackgroundWork()
  }

  /// What the machine's clock says: for what people are shown, and for waits.
  package var now: @Sendable () -> Date { { [clock] in clock.wall } }
}
