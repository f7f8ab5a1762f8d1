import Foundation
import GRDB

extension ArticleCache {
  /// Stand between a cache's name and the moment at which it was found to be damaged.
  private static let damagedMark = ".damaged-"
  private static let savedMark = ".saved-"
  private static let logEndings = ["-wal", "-shm"]

  /// Moves a file that is no sound cache out of the way, its log too; nothing of it is changed.
  /// - Parameter identity: of the file that was found to be none.
  /// - Returns: where it is now; `nil` when somebody else has moved it meanwhile, and whatever stands there is left.
  package static func moveAside(
    _ path: String, _ identity: FileIdentity, now: Date
  ) throws(CacheError) -> String? {
    do {
      return try FolderLock.during(path, patience: patience) {
        FileIdentity(of: path) == identity ? try setAside(path, now: now) : nil
      }
    } catch { throw CacheError(error, path: path) }
  }

  /// The same for one who has the folder's lock. Who has the file open would go on writing to it unseen: that is `.busy`. Who
  /// opens it at this very moment is not seen, for a cache in use is opened without the lock.
  static func setAside(_ path: String, now: Date) throws(CacheError) -> String {
    guard !DatabaseHolders.areThere(at: path) else { throw CacheError.busy(path: path) }
    let stamp = now.formatted(
      Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt))
    var name = path + damagedMark + stamp
    var count = 1
    while FileManager.default.fileExists(atPath: name) {
      count += 1
      name = "\(path)\(damagedMark)\(stamp)-\(count)"
    }
    do {
      try move(path, to: name)
    } catch {
      throw access(folder(of: path), W_OK) == 0
        ? CacheError.cannotOpen(path: path, reason: error.localizedDescription)
        : CacheError.readOnly(path: path)
    }
    return name
  }

  /// The damaged files beside a cache that were moved out of its way and from which nothing was saved yet, the oldest
  /// first.
  package static func damagedFiles(beside path: String) -> [String] {
    let url = URL(fileURLWithPath: path)
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder(of: path))) ?? []
    return files.filter { file in
      file.hasPrefix(url.lastPathComponent + damagedMark)
        && !logEndings.contains(where: file.hasSuffix)
    }
    .sorted().map { url.deletingLastPathComponent().appendingPathComponent($0).path }
  }

  /// Gives a damaged file that was moved out of a cache's way, its log too, a name that says that it was saved from.
  /// - Returns: what it is called now; any other file keeps its name.
  package static func noteSaved(from damaged: String, beside path: String) -> String {
    let (file, cache) = (URL(fileURLWithPath: damaged), URL(fileURLWithPath: path))
    let mark = cache.lastPathComponent + damagedMark
    let folders = [file, cache].map { $0.deletingLastPathComponent().resolvingSymlinksInPath().standardized }
    guard folders[0] == folders[1], file.lastPathComponent.hasPrefix(mark) else { return damaged }
    let name = path + savedMark + file.lastPathComponent.dropFirst(mark.count)
    return (try? move(damaged, to: name)) == nil ? damaged : name
  }

  /// Gives a database another name, and its log with it.
  private static func move(_ path: String, to name: String) throws {
    try FileManager.default.moveItem(atPath: path, toPath: name)
    for ending in logEndings where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.moveItem(atPath: path + ending, toPath: name + ending)
    }
  }

  /// Saves everything readable of a damaged cache into the cache at another path, which is made where there is none;
  /// what stands there already stays. Indexes, the one for search too, are made anew.
  package static func rebuild(from damaged: String, to path: String) throws(CacheError) -> RebuildReport {
    do {
      let source = try DamagedFile(damaged, scratch: path)
      defer { source.close() }
      let cache = try open(at: path)
      if let obstacle = cache.obstacle { throw obstacle }
      let report = try cache.rescue(from: source.queue)
      try cache.index()
      try cache.tidy()
      return report
    } catch {
      throw CacheError(error, path: damaged)
    }
  }

  /// Makes the search index anew from the articles, for one that was damaged or has abandoned rows.
  package func reindex() throws(CacheError) {
    try write { db in
      try db.execute(sql: "DROP TABLE search")
      try db.execute(sql: Schema.search)
      try IndexRenewal.drop(in: db)
      try IndexRenewal.noteStems(in: db)
      try db.execute(sql: "UPDATE article SET searchID = NULL, searchHash = NULL")
    }
    try index()
    try tidy()
  }

  /// Indexes the articles that are not, some at a time.
  private func index() throws(CacheError) {
    var isDone = false
    while !isDone {
      isDone = try write { db in
        let ids = try Int64.fetchAll(
          db, sql: "SELECT id FROM article WHERE searchID IS NULL ORDER BY date, id LIMIT 1000")
        let set = try db.cachedStatement(sql: "UPDATE article SET searchID = ?, searchHash = ? WHERE id = ?")
        var index = SearchIndexChanges()
        let writer = StemWriter()
        for id in ids {
          guard let stored = try StoredText(id: id, in: db) else { continue }
          let text = stored.indexed(by: writer)
          let date = stored.told.published ?? stored.firstSeen
          try set.execute(arguments: [index.add(text, date: date, in: db), text.hash, id])
        }
        try index.apply(in: db)
        return ids.isEmpty
      }
    }
  }

  private func rescue(from source: DatabaseQueue) throws -> RebuildReport {
    try writer.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
      var report = RebuildReport(tables: [])
      try db.inTransaction(.immediate) {
        report = try source.unsafeRead { damaged in try Rescue(from: damaged, to: db).run() }
        return .commit
      }
      return report
    }
  }
}
