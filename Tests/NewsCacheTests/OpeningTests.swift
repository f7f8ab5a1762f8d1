import Foundation
import GRDB
import NewsCache
import NewsModel
import Testing

@Suite("Opening the file")
struct OpeningTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path() }

  init() throws { folder = try TemporaryFolder() }

  @Test("a new file is made with its folders, and opened again with all that was stored")
  func newFile() throws {
    let path = folder.path("a/b/news.sqlite")
    let id = try #require(
      try ArticleCache.open(at: path).store([Sample.draft("one", text: "Текст статьи")]).new.first)
    let again = try ArticleCache.open(at: path)
    #expect(try again.article(id)?.article.title == "Заголовок one")
    #expect(try again.titles("текст") == ["Заголовок one"])
    #expect(!again.isReadOnly && again.path == path)
    #expect(try again.statistics().bytes > 0)
  }

  @Test("another program's database is refused and left byte for byte as it was")
  func notOurs() throws {
    let path = path
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in try db.execute(sql: "CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: CacheError.notOurs(path: path)) { try ArticleCache.open(at: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }

  @Test("a database with somebody else's mark is refused even when it is empty")
  func foreignMark() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA application_id = 7; VACUUM") }
    try queue.close()
    #expect(throws: CacheError.notOurs(path: path)) { try ArticleCache.open(at: path) }
  }

  @Test("an empty file, or a database without a table, is taken for new", arguments: [true, false])
  func emptyFile(isBare: Bool) throws {
    if isBare {
      try Data().write(to: URL(fileURLWithPath: path))
    } else {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version = 0; VACUUM") }
      try queue.close()
    }
    #expect(try ArticleCache.open(at: path).store([Sample.draft("one")]).new.count == 1)
  }

  @Test("a cache of a later version is refused")
  func newer() throws {
    let queue = try DatabaseQueue(path: path)
    try ArticleCache.open(at: path).store([Sample.draft("one")])
    try queue.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: wings')") }
    #expect(throws: CacheError.newer(path: path)) { try ArticleCache.open(at: path) }
  }

  @Test("what is no database is damaged, and moved aside keeps its bytes while a new cache starts")
  func moveAside() throws {
    let bytes =
      Data("not a database at all, and long enough to have a header of a hundred bytes".utf8)
      + Data(count: 99)
    try bytes.write(to: URL(fileURLWithPath: path))
    try Data("log".utf8).write(to: URL(fileURLWithPath: path + "-wal"))
    #expect(throws: CacheError.damaged(path: path)) { try ArticleCache.open(at: path) }
    let identity = try #require(FileIdentity(of: path))
    let aside = try #require(try ArticleCache.moveAside(path, identity, now: Sample.now))
    #expect(aside.hasSuffix("news.sqlite.damaged-20260121T125320Z"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == bytes)
    #expect(FileManager.default.fileExists(atPath: aside + "-wal"))
    #expect(try ArticleCache.open(at: path).store([Sample.draft("one")]).new.count == 1)
    let next = try #require(FileIdentity(of: path))
    #expect(
      try ArticleCache.moveAside(path, identity, now: Sample.now) == nil, "another file stands there now")
    #expect(try ArticleCache.moveAside(path, next, now: Sample.now) == aside + "-2")
  }

  @Test("a folder in the file's place, and a path below a file, cannot be opened")
  func wrongPlaces() throws {
    #expect(throws: CacheError.self) { try ArticleCache.open(at: folder.url.path) }
    try Data("x".utf8).write(to: folder.url.appendingPathComponent("file"))
    #expect(throws: CacheError.self) { try ArticleCache.open(at: folder.path("file/news.sqlite")) }
  }

  #if os(Linux)
    @Test("in a folder that cannot be written an existing cache is read, and writing says why it cannot")
    func readOnlyFolder() throws {
      do {
        let cache = try ArticleCache.open(at: path)
        try cache.store([Sample.draft("one", text: "Читать можно")])
      }
      try asNobody(folderMode: 0o555) {
        let cache = try ArticleCache.open(at: path)
        #expect(cache.isReadOnly)
        #expect(try cache.titles("читать") == ["Заголовок one"])
        #expect(throws: CacheError.readOnly(path: path)) { try cache.store([Sample.draft("two")]) }
        #expect(throws: CacheError.readOnly(path: path)) { try cache.tidy() }
        #expect(try cache.verify().isEmpty)
      }
    }

    @Test("a folder that cannot be written and holds no cache is told by its case")
    func readOnlyEmptyFolder() throws {
      try asNobody(folderMode: 0o555) {
        #expect(throws: CacheError.readOnly(path: path)) { try ArticleCache.open(at: path) }
        let below = folder.path("deeper/news.sqlite")
        #expect(throws: CacheError.readOnly(path: below)) { try ArticleCache.open(at: below) }
      }
    }

    /// Runs with the rights of a user who owns nothing, as far as this thread's files go, also when the tests run as
    /// root, for whom nothing is forbidden.
    private func asNobody(folderMode: mode_t, _ body: () throws -> Void) throws {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
        chmod(folder.path(name), 0o444)
      }
      chmod(folder.url.path, folderMode)
      // setfsuid(2) holds for one thread; the module map of the library leaves it out.
      typealias SetFileUser = @convention(c) (UInt32) -> Int32
      let setFileUser = try unsafeBitCast(#require(dlsym(nil, "setfsuid")), to: SetFileUser.self)
      let isRoot = geteuid() == 0
      if isRoot { _ = setFileUser(65_534) }
      defer {
        if isRoot { _ = setFileUser(0) }
        chmod(folder.url.path, 0o755)
      }
      try body()
    }
  #endif
}
