import Foundation
import NewsCache
import NewsModel
import Testing

@Suite("Retention")
struct RetentionTests {
  private let cache: ArticleCache

  init() throws { cache = try ArticleCache.inMemory() }

  private func titles() throws -> [String] { try cache.articles(ArticleQuery()).map(\.article.title) }

  @Test("old articles go, saved ones and those met lately stay")
  func age() throws {
    let met = Sample.now.addingTimeInterval(-200 * Sample.day)
    let old = try cache.store(
      [Sample.draft("saved"), Sample.draft("read"), Sample.draft("unread", text: "Давний текст")], now: met
    ).new
    try cache.setStatus([old[0]], saved: true)
    try cache.setStatus([old[1]], read: true)
    let fresh = try cache.store([
      Sample.draft("late", published: met), Sample.draft("late-read", published: met), Sample.draft("new"),
    ]).new
    try cache.setStatus([fresh[1]], read: true)
    #expect(try cache.prune(now: Sample.now) == 2)
    #expect(try Set(titles()) == Set(["saved", "late", "late-read", "new"].map { "Заголовок \($0)" }))
    #expect(try cache.titles("давний").isEmpty)
    #expect(try cache.statistics().abandonedSearchRows == 0)
    #expect(try cache.verify().isEmpty)
    #expect(try cache.prune(now: Sample.now) == 0)
  }

  @Test("an event goes with the last article that tells of it")
  func events() throws {
    let met = Sample.now.addingTimeInterval(-200 * Sample.day)
    let old = try cache.store((0..<4).map { try Sample.draft("old\($0)") }, now: met).new
    let fresh = try cache.store([Sample.draft("new")]).new
    try cache.assignEvents([[old[0], old[1]], [old[2], old[3], fresh[0]]], now: Sample.now)
    #expect(try cache.statistics().events == 2)
    #expect(try cache.prune(now: Sample.now) == 4)
    #expect(try cache.statistics().events == 1)
    #expect(try cache.article(fresh[0])?.article.event != nil)
  }

  @Test("of each source only the newest stay")
  func count() throws {
    let drafts = try (0..<10).map { index in
      try Sample.draft(
        "n\(index)", published: Sample.now.addingTimeInterval(-Double(index + 10) * Sample.day))
    }
    let ids = try cache.store(drafts, now: Sample.now.addingTimeInterval(-10 * Sample.day)).new
    try cache.setStatus([ids[9]], saved: true)
    try cache.store([Sample.draft("other")], from: Sample.source("other.xml"))
    #expect(try cache.prune(Retention(perSource: 4), now: Sample.now) == 5)
    #expect(try titles().count == 6)
    #expect(try cache.verify().isEmpty)
  }

  @Test("an item that comes back keeps what was done with it and is not new")
  func returning() throws {
    let met = Sample.now.addingTimeInterval(-300 * Sample.day)
    let ids = try cache.store([Sample.draft("read"), Sample.draft("left")], now: met).new
    try cache.setStatus([ids[0]], read: true)
    try cache.setPosition(ids[0], 77)
    #expect(try cache.prune(now: Sample.now) == 2)
    let changes = try cache.store([Sample.draft("read"), Sample.draft("left"), Sample.draft("new")])
    #expect(changes.new.count == 1 && changes.returned.count == 2)
    let back = try #require(try cache.article(changes.returned[0]))
    #expect(back.status == ArticleStatus(isRead: true, position: 77))
    #expect(try cache.article(changes.returned[1])?.status.isRead == true)
    #expect(!ids.contains(back.id))
    // Nobody read the other one: it is only not new.
    try cache.setStatus([changes.returned[1]], read: false)
    #expect(try cache.article(changes.returned[1])?.status.isRead == false)
    #expect(try cache.verify().isEmpty)
  }

  @Test("what is thrown away is marked by nobody: a mark that its reader took back stays taken back")
  func marksAreTheReaders() throws {
    let met = Sample.now.addingTimeInterval(-300 * Sample.day)
    let ids = try cache.store([Sample.draft("kept"), Sample.draft("left")], now: met).new
    try cache.setStatus([ids[0]], read: true)
    try cache.setStatus([ids[0]], read: false)
    #expect(try cache.prune(now: Sample.now) == 2)
    #expect(try cache.verify().isEmpty)
    let back = try cache.store([Sample.draft("kept"), Sample.draft("left")]).returned
    #expect(try back.map { try cache.article($0)?.status.isRead } == [true, true])
    try cache.setPosition(back[0], 5)
    #expect(try cache.article(back[0])?.status == ArticleStatus(isRead: true, position: 5))
    #expect(try cache.verify().isEmpty)
  }

  @Test("thousands go in pieces and leave a sound index")
  func many() throws {
    let met = Sample.now.addingTimeInterval(-190 * Sample.day)
    let drafts = try (0..<1300).map { try Sample.draft("m\($0)", text: "слово номер \($0)") }
    try cache.store(drafts, now: met)
    #expect(try cache.prune(now: Sample.now) == 1300)
    #expect(try titles().isEmpty && cache.titles("слово").isEmpty)
    #expect(try cache.verify().isEmpty)
  }
}
