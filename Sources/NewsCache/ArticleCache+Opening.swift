import Foundation
import GRDB

extension ArticleCache {
  /// How long a writer waits for another process, and an opening for another one, before it gives up with
  /// `CacheError.busy`.
  static let patience: TimeInterval = 10

  /// Opens the cache in a file, makes it where there is none, brings an older one up to date.
  ///
  /// In a folder that cannot be written an existing cache is opened for reading (`obstacle`).
  /// - Parameter isReading: what is to be done is reading above all: where another process is writing, the cache is
  ///   opened for reading at once (`isWaiting`).
  /// - Throws: `.notOurs` and `.newer` for a database that is left untouched, `.damaged`, `.readOnly`,
  ///   `.cannotOpen`, `.diskFull`, `.busy`.
  package static func open(at path: String, isReading: Bool = false) throws(CacheError) -> ArticleCache {
    guard isReading else { return try open(at: path, patience: patience) }
    do throws(CacheError) { return try open(at: path, patience: readersPatience) } catch {
      guard case .busy = error else { throw error }
    }
    let later = LaterWriter(path: path)
    if let cache = try? openForReading(path, otherwise: .busy(path: path), later: later) { return cache }
    return try open(at: path, patience: patience)
  }

  /// How long a reader waits before it does without writing, in seconds: the other process may be opening it just now.
  private static let readersPatience: TimeInterval = 0.3

  /// - Parameter patience: how long others are waited for that make or change the file, in seconds.
  static func open(at path: String, patience: TimeInterval) throws(CacheError) -> ArticleCache {
    do {
      if !FileManager.default.fileExists(atPath: path) { makeFolder(of: path) }
      if let cache = try openLive(path) { return cache }
      return try FolderLock.during(path, patience: patience) { try openAlone(path, patience: patience) }
    } catch {
      let problem = CacheError(error, path: path)
      switch problem {
      case .readOnly, .cannotOpen:
        guard FileManager.default.fileExists(atPath: path) else {
          throw DiskRoom.obstacle(at: path) ?? (access(path, W_OK) == 0 ? problem : .readOnly(path: path))
        }
        let obstacle = DiskRoom.obstacle(at: path) ?? .readOnly(path: path)
        return try openForReading(path, obstacle: obstacle, otherwise: problem)
      case .diskFull:
        return try openForReading(path, obstacle: problem, otherwise: problem)
      default: throw problem
      }
    }
  }

  /// As `open(at:)`; a damaged file is moved aside, never overwritten, and a new cache begins.
  /// - Returns: the cache, and where the damaged file is now.
  package static func openOrBegin(
    at path: String, now: Date
  ) throws(CacheError) -> (cache: ArticleCache, damaged: String?) {
    do { return (try open(at: path, isReading: true), nil) } catch {
      guard case .damaged = error else { throw error }
    }
    do {
      return try FolderLock.during(path, patience: patience) {
        // Another process may have begun a new one meanwhile.
        do { return (try openAlone(path), nil) } catch {
          guard case .damaged = CacheError(error, path: path) else { throw error }
        }
        let damaged = try setAside(path, now: now)
        return (try openAlone(path), damaged)
      }
    } catch { throw CacheError(error, path: path) }
  }

  /// The cache in a file that is in use and up to date: then nothing has to be made, and nobody is waited for.
  private static func openLive(_ path: String) throws -> ArticleCache? {
    guard try CacheFile.examine(path) == .ours, !isLogEmpty(of: path) else { return nil }
    let pool = try DatabasePool(path: path, configuration: configuration())
    OpenCaches.note(pool, at: path)
    guard try pool.read({ try Schema.migrator.appliedIdentifiers($0) }) == Set(Schema.migrator.migrations)
    else {
      try pool.close()
      return nil
    }
    return ArticleCache(writer: pool, path: path)
  }

  /// Opens while no other opening makes or changes the file: to be called under the folder's lock.
  private static func openAlone(_ path: String, patience: TimeInterval = patience) throws -> ArticleCache {
    switch try CacheFile.examine(path) {
    case .ours: break
    case .absent: try create(at: path)
    case .notOurs: throw CacheError.notOurs(path: path)
    case .damaged: throw CacheError.damaged(path: path)
    }
    return ArticleCache(writer: try pool(at: path, patience: patience), path: path)
  }

  /// A cache that lives as long as this value.
  package static func inMemory() throws(CacheError) -> ArticleCache {
    do {
      let queue = try DatabaseQueue(configuration: configuration())
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      }
      try Schema.migrator.migrate(queue)
      return ArticleCache(writer: queue, path: "")
    } catch {
      throw CacheError(error, path: "")
    }
  }

  /// What writes to an existing cache, brought up to date.
  /// - Parameter patience: how long another writer is waited for while the cache is opened, in seconds.
  static func pool(at path: String, patience: TimeInterval) throws -> DatabasePool {
    var configuration = configuration()
    configuration.prepareDatabase { db in
      guard !db.configuration.readonly else { return }
      try db.execute(sql: "PRAGMA busy_timeout = \(Int(patience * 1000))")
      try beginLog(of: db, path: path)
      try db.execute(sql: "PRAGMA busy_timeout = \(Int(Self.patience * 1000))")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    OpenCaches.note(pool, at: path)
    try bringUpToDate(pool, path: path)
    return pool
  }

  /// Writes what changes nothing into an empty log, without a wait for the disk.
  ///
  /// A pool does the same when it opens, and waits. That the head of a log is on the disk before what follows it matters
  /// only where an older log's pages stand behind it; a new one is no safer for it: before a checkpoint, which waits
  /// unless `synchronous` is `OFF`, `NORMAL` promises that the file stays whole, not that the last changes are kept.
  private static func beginLog(of db: Database, path: String) throws {
    guard isLogEmpty(of: path), try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" else { return }
    try db.execute(sql: "PRAGMA synchronous = OFF")
    try db.inTransaction(.immediate) {
      // Who does not know the folder's lock may have written to it meanwhile.
      if isLogEmpty(of: path) { try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
      return .commit
    }
    try db.execute(sql: "PRAGMA synchronous = NORMAL")
  }

  private static func isLogEmpty(of path: String) -> Bool {
    var log = stat()
    return stat(path + "-wal", &log) != 0 || log.st_size == 0
  }

  /// A file on read-only media has no index of its log beside it: then SQLite reads it only when told that nobody
  /// writes it.
  private static func openForReading(
    _ path: String, obstacle: CacheError? = nil, otherwise: CacheError, later: LaterWriter? = nil
  ) throws(CacheError) -> ArticleCache {
    let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    // Beside one that writes, what is told never to change would be read in pieces of two moments.
    for name in later == nil ? [path, "file:\(escaped)?immutable=1"] : [path] {
      var configuration = configuration()
      configuration.readonly = true
      guard let queue = try? DatabaseQueue(path: name, configuration: configuration),
        let applied = try? queue.read({ try Schema.migrator.appliedIdentifiers($0) })
      else { continue }
      guard applied == Set(Schema.migrator.migrations) else {
        throw Set(Schema.migrator.migrations).isSuperset(of: applied)
          ? otherwise : CacheError.newer(path: path)
      }
      OpenCaches.note(queue, at: path)
      return ArticleCache(writer: queue, path: path, obstacle: obstacle, later: later)
    }
    throw otherwise
  }

  private static func bringUpToDate(_ pool: DatabasePool, path: String) throws {
    let migrator = Schema.migrator
    let applied = try pool.read { try migrator.appliedIdentifiers($0) }
    if applied != Set(migrator.migrations) {
      guard Set(migrator.migrations).isSuperset(of: applied) else { throw CacheError.newer(path: path) }
      try migrator.migrate(pool)
    }
    if try pool.read(areAllNamed) { return }
    try putRight(pool)
  }

  /// The folder that holds a cache's file.
  static func folder(of path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  private static func makeFolder(of path: String) {
    try? FileManager.default.createDirectory(atPath: folder(of: path), withIntermediateDirectories: true)
  }

  /// Marks a new file as ours before anything else is written to it, so that a process killed a moment later leaves
  /// either nothing or a file that the next one knows.
  private static func create(at path: String) throws {
    guard access(folder(of: path), W_OK) == 0 else { throw CacheError.readOnly(path: path) }
    let queue = try DatabaseQueue(path: path, configuration: configuration())
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA application_id = \(Schema.applicationID)")
    }
    try ClosedConnections.close(queue)
    // What somebody reads, and where with which password, is for the owner alone; SQLite's other files take after it.
    chmod(path, 0o600)
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.maximumReaderCount = 3
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = OFF; PRAGMA temp_store = MEMORY")
      SearchRank.register(in: db)
      if !db.configuration.readonly {
        try db.execute(
          sql:
            "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -8000"
        )
      }
    }
    return configuration
  }
}
