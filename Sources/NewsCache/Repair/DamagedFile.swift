import Foundation
import GRDB

/// A damaged database, opened for reading. Where its first page is gone, a copy gets that of a new cache: every cache
/// was made by the same migrations, so its tables begin at the same pages.
struct DamagedFile {
  let queue: DatabaseQueue
  private let temporary: [String]

  /// - Parameter scratch: a path beside which copies may be made.
  init(_ path: String, scratch: String) throws {
    if let queue = try? Self.open(path, with: Rescue.tables) {
      self.queue = queue
      temporary = []
      return
    }
    let copy = scratch + ".salvage"
    let pattern = scratch + ".pattern"
    let temporary = [copy, pattern].flatMap { [$0, $0 + "-wal", $0 + "-shm"] }
    self.temporary = temporary
    Self.remove(temporary)
    do {
      try Self.transplantFirstPage(from: pattern, of: path, to: copy)
      queue = try Self.open(copy, with: Rescue.tables)
    } catch {
      Self.remove(temporary)
      guard let queue = try? Self.open(path, with: ["article", "status"]) else {
        throw CacheError.damaged(path: path)
      }
      self.queue = queue
    }
  }

  func close() {
    try? queue.close()
    Self.remove(temporary)
  }

  /// - Parameter tables: what has to be there, or the list of tables is damaged.
  private static func open(_ path: String, with tables: [String]) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(1)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      // Who may write the schema is trusted with a file that is shorter than it says: what is there can be read.
      try db.execute(sql: "PRAGMA writable_schema = ON")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let there = try queue.read { try Set(String.fetchAll($0, sql: "SELECT name FROM sqlite_master")) }
    guard there.isSuperset(of: tables) else { throw CacheError.damaged(path: path) }
    return queue
  }

  /// Gives a copy the first page of a new cache. The list of tables goes on elsewhere, where in the damaged file may be
  /// anything by now: those pages are put behind its last one.
  private static func transplantFirstPage(from pattern: String, of path: String, to copy: String) throws {
    let new = try ArticleCache.open(at: pattern)
    try new.writer.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    try new.writer.close()
    var first = try FirstPage(of: Data(contentsOf: URL(fileURLWithPath: pattern)))
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: copy))
    defer { try? file.close() }
    let pages = UInt32(clamping: try file.seekToEnd() / UInt64(FirstPage.bytes))
    guard pages > 1 else { throw CacheError.damaged(path: path) }
    try file.seek(toOffset: UInt64(pages) * UInt64(FirstPage.bytes))
    try file.write(contentsOf: first.moveTables(behind: pages))
    try file.seek(toOffset: 0)
    try file.write(contentsOf: first.page)
  }

  private static func remove(_ paths: [String]) {
    for path in paths { try? FileManager.default.removeItem(atPath: path) }
  }
}
