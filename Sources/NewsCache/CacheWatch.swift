import GRDB
import Synchronization

/// Tells that what can be read in the cache is not what it was.
///
/// Own transactions tell of themselves at once, those of other processes when one asks: a file's owner is told by
/// the file system that something was written, and by SQLite (`PRAGMA data_version`) whether somebody else did.
package final class CacheWatch: Sendable {
  private let writer: any DatabaseWriter
  private let observation: AnyDatabaseCancellable
  private let version: Mutex<Int?>

  fileprivate init(_ writer: any DatabaseWriter, _ observation: AnyDatabaseCancellable) {
    self.writer = writer
    self.observation = observation
    version = Mutex(Self.version(writer))
  }

  deinit { observation.cancel() }

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
    // Columns are named, for an article's row repeats its marks.
    let news: [any DatabaseRegionConvertible] = [
      SQLRequest<Row>(sql: "SELECT title, summary, date, event, removed FROM article"),
      Table("document"), Table("front"),
    ]
    let observation = DatabaseRegionObservation(tracking: news)
    return CacheWatch(writer, observation.start(in: writer, onError: { _ in }, onChange: { _ in changed() }))
  }
}
