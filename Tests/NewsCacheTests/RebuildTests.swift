import Foundation
import GRDB
import NewsCache
import NewsModel
import TestSupport
import Testing

@Suite("Damage and repair")
struct RebuildTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path() }

  init() throws { folder = try TemporaryFolder() }

  /// A cache of 400 articles with texts, every third read, every tenth saved.
  private func fill() throws -> [ArticleID] {
    let cache = try ArticleCache.open(at: path)
    let drafts = try (0..<400).map { index in
      try Sample.draft(
        "d\(index)", text: "Статья номер\(index) о реке.\n" + String(repeating: "Слова и слова. ", count: 60),
        published: Sample.now.addingTimeInterval(-Double(index) * 600))
    }
    let ids = try cache.store(drafts).new
    try cache.setStatus(ids.enumerated().filter { $0.offset % 3 == 0 }.map(\.element), read: true)
    try cache.setStatus(ids.enumerated().filter { $0.offset % 10 == 0 }.map(\.element), saved: true)
    try cache.storeFront(FrontPage(), site: Sample.site, at: Sample.now)
    return ids
  }

  /// Brings the log into the file, so that damage to the file is damage to the cache; what a new cache has not, as one in
  /// use does, is there too.
  private func checkpoint() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in try db.execute(sql: "ANALYZE") }
    try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    try queue.close()
  }

  /// Overwrites whole pages with noise.
  private func damage(pages: [Int]) throws {
    var noise = SeededGenerator(seed: 11)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    for page in pages {
      try file.seek(toOffset: UInt64(page - 1) * 4096)
      try file.write(contentsOf: Data((0..<4096).map { _ in UInt8.random(in: 0...255, using: &noise) }))
    }
    try file.close()
  }

  private func pages(of table: String, kind: String) throws -> [Int] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      try Int.fetchAll(
        db, sql: "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY pageno",
        arguments: [table, kind])
    }
  }

  @Test("a table that cannot be read at all is told as one of which nobody knows what was lost")
  func unreadableTable() throws {
    _ = try fill()
    try checkpoint()
    let queue = try DatabaseQueue(path: path)
    let root = try queue.read { db in
      try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'article'")
    }
    try queue.close()
    try damage(pages: [try #require(root)])
    let identity = try #require(FileIdentity(of: path))
    let aside = try #require(try ArticleCache.moveAside(path, identity, now: Sample.now))
    let report = try ArticleCache.rebuild(from: aside, to: path)
    let articles = try #require(report.tables.first { $0.name == "article" })
    #expect(articles.saved == 0 && articles.lostAtMost == nil)
    #expect(!report.isComplete)
    #expect(report.tables.first { $0.name == "section" }?.lostAtMost == 0)
  }

  @Test("a sound cache is rebuilt whole: numbers, statuses, texts, front, search")
  func whole() throws {
    let ids = try fill()
    let before = try ArticleCache.open(at: path).articles(ArticleQuery(limit: 500))
    let identity = try #require(FileIdentity(of: path))
    let aside = try #require(try ArticleCache.moveAside(path, identity, now: Sample.now))
    let report = try ArticleCache.rebuild(from: aside, to: path)
    #expect(report.isComplete)
    #expect(report.tables.first { $0.name == "article" }?.saved == 400)
    let cache = try ArticleCache.open(at: path)
    #expect(try cache.articles(ArticleQuery(limit: 500)) == before)
    #expect(try cache.titles("номер7") == ["Заголовок d7"])
    #expect(try cache.document(ids[5])?.plainText.hasPrefix("Статья номер5 ") == true)
    #expect(try cache.front(of: Sample.site) != nil)
    #expect(try cache.store([Sample.draft("another")]).new == [ArticleID(rawValue: 401)])
    #expect(try cache.verify().isEmpty)
  }

  @Test("a cache of an earlier version, which knew no days without an hour, is rebuilt whole")
  func earlierVersion() throws {
    let ids = try fill()
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: """
          ALTER TABLE article DROP COLUMN isDayOnly;
          DELETE FROM grdb_migrations WHERE identifier LIKE '3:%';
          """)
    }
    try queue.close()
    let identity = try #require(FileIdentity(of: path))
    let aside = try #require(try ArticleCache.moveAside(path, identity, now: Sample.now))
    #expect(try ArticleCache.rebuild(from: aside, to: path).isComplete)
    #expect(try ArticleCache.open(at: path).articles(ids).count == 400)
  }

  @Test("pages in the middle of a table cost only what stood on them")
  func middle() throws {
    let ids = try fill()
    try checkpoint()
    let leaves = try pages(of: "document", kind: "leaf")
    let articles = try pages(of: "article", kind: "leaf")
    try #require(leaves.count > 40 && articles.count > 8)
    try damage(pages: [leaves[10], leaves[11], leaves[30], articles[3]])
    let identity = try #require(FileIdentity(of: path))
    let aside = try #require(try ArticleCache.moveAside(path, identity, now: Sample.now))
    let report = try ArticleCache.rebuild(from: aside, to: path)
    let saved = try #require(report.tables.first { $0.name == "article" })
    #expect(saved.saved > 350 && saved.saved < 400 && saved.lostAtMost == 400 - saved.saved)
    let documents = try #require(report.tables.first { $0.name == "document" })
    #expect(documents.saved > 380 && documents.lostAtMost == 400 - documents.saved)
    let cache = try ArticleCache.open(at: path)
    #expect(try cache.articles(ids).count == saved.saved)
    #expect(try cache.verify().isEmpty)
  }

  @Test("a status outlives the loss of its table, by its article's marks, and the loss of its article")
  func statuses() throws {
    let ids = try fill()
    try checkpoint()
    try damage(pages: pages(of: "status", kind: "leaf"))
    let identity = try #require(FileIdentity(of: path))
    let aside = try #require(try ArticleCache.moveAside(path, identity, now: Sample.now))
    _ = try ArticleCache.rebuild(from: aside, to: path)
    let cache = try ArticleCache.open(at: path)
    #expect(try cache.article(ids[3])?.status.isRead == true)
    #expect(try cache.article(ids[10])?.status.isSaved == true)
    #expect(try cache.article(ids[1])?.status == ArticleStatus())
    #expect(try cache.verify().isEmpty)
  }

  @Test("a file whose first page is gone is rebuilt whole")
  func firstPage() throws {
    _ = try fill()
    try checkpoint()
    try damage(pages: [1])
    #expect(throws: CacheError.damaged(path: path)) { try ArticleCache.open(at: path) }
    let identity = try #require(FileIdentity(of: path))
    let aside = try #require(try ArticleCache.moveAside(path, identity, now: Sample.now))
    let report = try ArticleCache.rebuild(from: aside, to: path)
    #expect(report.tables.first { $0.name == "article" }?.saved == 400)
    #expect(try ArticleCache.open(at: path).verify().isEmpty)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).allSatisfy {
        !$0.contains("salvage")
      })
  }

  @Test("a file that was cut off is saved up to the cut", arguments: [1, 10, 100])
  func cutOff(pages: Int) throws {
    let ids = try fill()
    try checkpoint()
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.truncate(atOffset: file.seekToEnd() - UInt64(pages) * 4096)
    try file.close()
    #expect(throws: CacheError.damaged(path: path)) { try ArticleCache.open(at: path) }
    _ = try ArticleCache.rebuild(from: path, to: folder.path("new.sqlite"))
    let saved = try ArticleCache.open(at: folder.path("new.sqlite"))
    #expect(try saved.articles(ArticleQuery(limit: 1000)).count > ids.count / 2)
    #expect(try saved.verify().isEmpty)
  }

  @Test("noise anywhere in the file never crashes opening, verifying or rebuilding")
  func noise() throws {
    _ = try fill()
    try checkpoint()
    let sound = try Data(contentsOf: URL(fileURLWithPath: path))
    var random = SeededGenerator(seed: 5)
    for round in 0..<max(6, Stress.count(200)) {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let start = Int.random(in: 0..<bytes.count - 512, using: &random)
        for offset in 0..<Int.random(in: 1...512, using: &random) {
          bytes[start + offset] = UInt8.random(in: 0...255, using: &random)
        }
      }
      if round % 5 == 4 { bytes = bytes.prefix(Int.random(in: 1000..<bytes.count, using: &random)) }
      let name = folder.path("noise.sqlite")
      try bytes.write(to: URL(fileURLWithPath: name))
      do {
        let cache = try ArticleCache.open(at: name)
        _ = try? cache.verify()
        _ = try? cache.articles(ArticleQuery())
        _ = try? cache.titles("река")
      } catch {
        let isTold = if case .damaged = error { true } else { false }
        #expect(isTold, "\(error)")
      }
      let rebuilt = folder.path("rebuilt.sqlite")
      if (try? ArticleCache.rebuild(from: name, to: rebuilt)) != nil {
        #expect(try ArticleCache.open(at: rebuilt).verify().isEmpty)
      }
      for file in [name, rebuilt] {
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + ending) }
      }
    }
  }

  @Test("verify tells every rule that is broken")
  func flaws() throws {
    let ids = try fill()
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF;
          DELETE FROM section;
          UPDATE article SET isSaved = 1 WHERE id = \(ids[1]);
          UPDATE article_section SET isRead = 1 WHERE article IN (\(ids[1]), \(ids[2]));
          UPDATE article SET searchID = 5 WHERE id = \(ids[4]);
          UPDATE document SET json = '{' WHERE article = \(ids[6]);
          """)
    }
    let flaws = try ArticleCache.open(at: path).verify()
    #expect(
      flaws == [
        .brokenReference(table: "article_section", rows: 400), .statusDiffers(articles: 1),
        .sectionDiffers(entries: 2), .notSearchable(articles: 1), .unreadableDocument(documents: 1),
      ])
  }

  @Test("the search index is made anew on its own")
  func reindex() throws {
    let cache = try ArticleCache.inMemory()
    try cache.store([Sample.draft("one", text: "Искомое слово")])
    try cache.reindex()
    #expect(try cache.titles("искомое") == ["Заголовок one"])
    #expect(try cache.verify().isEmpty)
  }
}
