import Foundation
import GRDB
import NewsCache
import NewsModel
import TestSupport
import Testing

@Suite("Renewing the search index")
struct IndexRenewalTests {
  private let folder: TemporaryFolder
  private static let count = 12

  /// An archive whose index is of stems that nobody knows any more: every title is found by `прежнее` alone.
  init() throws {
    folder = try TemporaryFolder()
    let cache = try ArticleCache.open(at: folder.path())
    try cache.store((0..<Self.count).map { try Self.draft($0) })
    let queue = try DatabaseQueue(path: folder.path())
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO search (search) VALUES ('delete-all');
          INSERT INTO search (rowid, title, body) SELECT searchID, 'прежн', '' FROM article;
          UPDATE article SET searchHash = 1;
          DELETE FROM stems;
          """)
    }
    try queue.close()
  }

  /// The greater the number the newer.
  private static func draft(_ number: Int, title: String? = nil) throws -> ArticleDraft {
    try Sample.draft(
      "n\(number)", title: title ?? "Заметка о маяке \(number + 100)",
      published: Sample.now.addingTimeInterval(Double(number - count) * 3 * 3600))
  }

  private func renewAll(_ cache: ArticleCache) throws { while try cache.renewIndex(5) {} }

  private func check(_ cache: ArticleCache, _ titles: [String]) throws {
    #expect(try Set(cache.titles("маяк")) == Set(titles))
    #expect(try cache.titles("прежнее").isEmpty)
    #expect(try cache.verify().isEmpty)
    #expect(try cache.statistics().abandonedSearchRows == 0)
    #expect(try !cache.renewIndex())
  }

  private static let titles = (0..<count).map { "Заметка о маяке \($0 + 100)" }

  @Test("An index of earlier stems is renewed bit by bit, the newest first, and search works all the while")
  func bitByBit() throws {
    let cache = try ArticleCache.open(at: folder.path())
    #expect(try cache.titles("маяк").isEmpty)
    var found = 0
    while try cache.renewIndex(5) {
      found = min(Self.count, found + 5)
      #expect(try Set(cache.titles("маяк")) == Set(Self.titles.suffix(found)))
      #expect(try cache.titles("прежнее").count == Self.count - found)
    }
    try check(cache, Self.titles)
  }

  @Test(
    "What is stored, changed and thrown away meanwhile is in the new index as it is", arguments: [0, 1, 2])
  func meanwhile(steps: Int) throws {
    let cache = try ArticleCache.open(at: folder.path())
    for _ in 0..<steps { _ = try cache.renewIndex(5) }
    try cache.store([
      Self.draft(1, title: "Другое о маяке"), Self.draft(10, title: "Иное о маяке"),
      Self.draft(11, title: "О порте"),
      Self.draft(20, title: "Вновь о маяке"),
    ])
    _ = try cache.renewIndex(2)
    try cache.store([Self.draft(10, title: "Совсем иное о маяке"), Self.draft(20, title: "Снова о маяке")])
    try renewAll(cache)
    try check(
      cache,
      Self.titles.enumerated().filter { ![1, 10, 11].contains($0.offset) }.map(\.element)
        + ["Другое о маяке", "Совсем иное о маяке", "Снова о маяке"])
  }

  @Test("A renewal that was broken off goes on where it was")
  func brokenOff() throws {
    do { _ = try ArticleCache.open(at: folder.path()).renewIndex(5) }
    let cache = try ArticleCache.open(at: folder.path())
    #expect(try cache.titles("маяк").count == 5)
    try renewAll(cache)
    try check(cache, Self.titles)
  }

  @Test("A renewal to stems that are earlier again begins anew")
  func otherStems() throws {
    do { _ = try ArticleCache.open(at: folder.path()).renewIndex(5) }
    let queue = try DatabaseQueue(path: folder.path())
    try queue.write { db in try db.execute(sql: "UPDATE renewal SET version = version - 1") }
    try queue.close()
    let cache = try ArticleCache.open(at: folder.path())
    #expect(try cache.titles("маяк").isEmpty)
    try renewAll(cache)
    try check(cache, Self.titles)
  }

  @Test("An index made anew is of today's stems, whatever was begun")
  func reindexed() throws {
    let cache = try ArticleCache.open(at: folder.path())
    _ = try cache.renewIndex(5)
    try cache.reindex()
    try check(cache, Self.titles)
  }
}
