import Foundation
import GRDB
import NewsModel

/// Everything that was learned from the sites: articles, their status, documents, fronts, what sources answered.
///
/// One SQLite database in WAL mode: readers never wait, writers of several processes, and those who open it first,
/// wait for one another within bounds. Every method is one read or one transaction and may be called from any thread.
///
/// Large because every question to the database is a method of it; each folder here is one kind of question.
package struct ArticleCache: Sendable {
  private let opened: any DatabaseWriter
  /// The file, or an empty text for a cache in memory.
  package let path: String
  /// Why nothing can be written: every writing method throws it; `nil` where writing is possible.
  package let obstacle: CacheError?
  /// For a cache that another process was writing to when it was opened: opens it for writing when something is to be
  /// written.
  private let later: LaterWriter?

  init(
    writer: any DatabaseWriter, path: String, obstacle: CacheError? = nil, later: LaterWriter? = nil
  ) {
    opened = writer
    self.path = path
    self.obstacle = obstacle
    self.later = later
  }

  /// What reads and writes.
  var writer: any DatabaseWriter { later?.writer ?? opened }

  /// Whether nothing can be written.
  package var isReadOnly: Bool { obstacle != nil }

  /// Whether another process was writing for so long that it was opened for reading: what is to be written waits for
  /// that process, and fails with `CacheError.busy` where it takes too long.
  package var isWaiting: Bool { later?.writer == nil && later != nil }

  /// Reads in one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws(CacheError) -> Value {
    do { return try writer.read(body) } catch { throw CacheError(error, path: path) }
  }

  /// Writes in one transaction, all or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(CacheError) -> Value {
    if let obstacle { throw obstacle }
    do {
      try later?.open()
      return try writer.write(body)
    } catch { throw CacheError(error, path: path) }
  }
}
