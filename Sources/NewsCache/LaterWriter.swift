import GRDB
import Synchronization

/// Opens a cache for writing when something is to be written: another process was writing to it when it was opened for
/// reading.
final class LaterWriter: Sendable {
  private let path: String
  private let pool = Mutex<DatabasePool?>(nil)

  init(path: String) { self.path = path }

  /// What writes; `nil` before `open`.
  var writer: (any DatabaseWriter)? { pool.withLock { $0 } }

  /// Opens it once, and waits for the other process as every writer does.
  /// - Throws: `CacheError.busy` when that was not long enough.
  func open() throws {
    try pool.withLock { pool in
      if pool == nil { pool = try ArticleCache.pool(at: path, patience: ArticleCache.patience) }
    }
  }
}
