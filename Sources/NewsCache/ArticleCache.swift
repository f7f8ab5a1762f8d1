import GRDB
import NewsModel

/// Everything that was learned from the sites: articles, their status, documents, fronts, what sources answered.
///
/// One SQLite database in WAL mode: readers never wait, writers of several processes, and those who open it first,
/// wait for one another within bounds. Every method is one read or one transaction and may be called from any thread.
package struct ArticleCache: Sendable {
  let writer: any DatabaseWriter
  /// The file, or an empty text for a cache in memory.
  package let path: String
  /// Whether nothing can be written: then every writing method throws `CacheError.readOnly`.
  package let isReadOnly: Bool

  /// Reads in one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws(CacheError) -> Value {
    do { return try writer.read(body) } catch { throw CacheError(error, path: path) }
  }

  /// Writes in one transaction, all or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(CacheError) -> Value {
    guard !isReadOnly else { throw CacheError.readOnly(path: path) }
    do { return try writer.write(body) } catch { throw CacheError(error, path: path) }
  }
}
