import Foundation
import GRDB

/// What stands at the path of a cache, judged without changing it.
enum CacheFile {
  case absent
  case ours
  case notOurs
  case damaged

  private static let magic = Array("SQLite format 3\0".utf8)
  private static let applicationIDOffset = 68

  /// Reads the header of the file (SQLite file format §1.3); only where it leaves a doubt, the database itself.
  /// - Throws: `CacheError.cannotOpen`.
  static func examine(_ path: String) throws -> CacheFile {
    // What was opened here was judged before, and its locks are not to be lost.
    if OpenCaches.isOpen(at: path) { return .ours }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .absent }
    guard !isFolder.boolValue, let file = FileHandle(forReadingAtPath: path) else {
      throw CacheError.cannotOpen(path: path, reason: isFolder.boolValue ? "a folder" : "permission denied")
    }
    defer { try? file.close() }
    let header = [UInt8](try file.read(upToCount: 100) ?? Data())
    if header.isEmpty { return .absent }
    guard header.count == 100, Array(header.prefix(magic.count)) == magic else { return .damaged }
    let marked = header[applicationIDOffset..<applicationIDOffset + 4].reduce(Int32(0)) {
      $0 << 8 | Int32($1)
    }
    if marked == Schema.applicationID { return .ours }
    return try examineUnmarked(path)
  }

  /// A file whose header does not say whose it is: ours when the log beside it does, free to use when it has no table.
  private static func examineUnmarked(_ path: String) throws -> CacheFile {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(1)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? ClosedConnections.close(queue) }
    let (mark, tables) = try queue.read { db in
      (
        try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      )
    }
    if mark == Schema.applicationID { return .ours }
    return mark == 0 && tables == 0 ? .absent : .notOurs
  }
}
