import GRDB
import Synchronization

/// Tells that what can be read in the cache is not what it was.
///
/// Own transactions tell of themselves at once, those of other processes when one asks: a file's owner is told by
/// the file system that something was written, and by SQLite (`PRAGMA data_version`) whether somebody else did.
package final class CacheWatch: Sendable {
  private let writer: any DatabaseWriter
  private let version: Mutex<Int?>
  /// Observes as long as it lives.
  private let observer: NewsObserver

  fileprivate init(_ cache: ArticleCache, changed: @escaping @Sendable () -> Void) {
    writer = cache.writer
    version = Mutex(Self.version(cache.writer))
    observer = NewsObserver(changed: changed)
    writer.add(transactionObserver: observer, extent: .observerLifetime)
  }

  /// Whether another process, or another opening of the file, has written since this was asked the last time.
  package func hasChangedElsewhere() -> Bool {
    let now = Self.version(writer)
    return version.withLock { before in
      defer { before = now }
      return before != now
    }
  }

  /// Own writes leave this number alone; those of every other connection change it.
  private static func version(_ writer: any DatabaseWriter) -> Int? {
    try? writer.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA data_version") }
  }
}

extension ArticleCache {
  /// Watches the cache for as long as the value lives.
  ///
  /// - Parameter changed: called after each transaction of this process that brought or took articles, texts or
  ///   front pages, on the writer's own queue: it must return at once. Marks (read, saved, positions) are not told.
  package func watch(_ changed: @escaping @Sendable () -> Void) -> CacheWatch {
    CacheWatch(self, changed: changed)
  }
}
