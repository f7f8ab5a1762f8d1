import Foundation
import NewsCache
import NewsModel
import Testing

@Suite("Lists and statuses")
struct ListTests {
  private let cache: ArticleCache
  private let ids: [ArticleID]

  /// Ten articles, an hour apart, the newest first; every second one in a sub-section too.
  init() throws {
    cache = try ArticleCache.inMemory()
    let drafts = try (0..<10).map { index in
      try Sample.draft(
        "n\(index)", published: Sample.now.addingTimeInterval(-Double(index) * 3600),
        sections: index.isMultiple(of: 2) ? [Sample.news, Sample.strategy] : [Sample.news])
    }
    ids = try cache.store(drafts).new
  }

  private func list(_ query: ArticleQuery) throws -> [ArticleID] { try cache.articles(query).map(\.id) }

  @Test("the newest come first, or the oldest, from any place in the list")
  func order() throws {
    #expect(try list(ArticleQuery()) == ids)
    #expect(try list(ArticleQuery(site: Sample.site, order: .oldest, limit: 3)) == [ids[9], ids[8], ids[7]])
    #expect(try list(ArticleQuery(section: Sample.news, limit: 2, offset: 4)) == [ids[4], ids[5]])
    #expect(try list(ArticleQuery(limit: -1)).isEmpty)
  }

  @Test("a site's articles are found at their addresses, in the addresses' order, each once")
  func addresses() throws {
    let (first, second) = (try Sample.address("a/n1.html"), try Sample.address("a/n0.html"))
    let fragment = try Sample.address("a/n1.html#comments")
    let asked = [fragment, second, first, try Sample.address("a/nowhere.html")]
    #expect(try cache.articles(at: asked, site: Sample.site).map(\.id) == [ids[1], ids[0]])
    #expect(try cache.articles(at: asked, site: SiteID(rawValue: "other")).isEmpty)
    #expect(try cache.articles(at: [], site: Sample.site).isEmpty)
  }

  @Test("a section holds its own and its sub-sections' articles, each once")
  func sections() throws {
    let parent = SectionID(rawValue: "Разделы")
    #expect(try list(ArticleQuery(section: Sample.strategy)) == [0, 2, 4, 6, 8].map { ids[$0] })
    #expect(try list(ArticleQuery(site: Sample.site, section: parent)) == [0, 2, 4, 6, 8].map { ids[$0] })
    #expect(try list(ArticleQuery(section: SectionID(rawValue: "Разд"))).isEmpty)
    #expect(try list(ArticleQuery(site: SiteID(rawValue: "other"), section: Sample.news)).isEmpty)
    let two = try cache.store([
      Sample.draft("n0", published: Sample.now, sections: [SectionID(rawValue: "Разделы/Персонально")])
    ])
    #expect(two.unchanged == 1)
    #expect(try list(ArticleQuery(section: parent)).filter { $0 == ids[0] }.count == 1)
  }

  @Test("what was read leaves the unread lists and counts, and comes back to them")
  func unread() throws {
    try cache.setStatus([ids[0], ids[1]], read: true)
    #expect(try list(ArticleQuery(isUnread: true)) == Array(ids[2...]))
    #expect(try list(ArticleQuery(section: Sample.news, isUnread: true, limit: 1)) == [ids[2]])
    #expect(try list(ArticleQuery(section: Sample.news, isUnread: false)) == Array(ids[..<2]))
    #expect(try cache.unreadCounts(site: Sample.site) == [Sample.news: 8, Sample.strategy: 4])
    #expect(try cache.unreadCounts() == [Sample.site: 8])
    #expect(try cache.unreadCount(site: Sample.site) == 8)
    #expect(try cache.unreadCount(site: SiteID(rawValue: "nobody")) == 0)
    try cache.setStatus([ids[0]], read: false)
    #expect(try cache.unreadCounts(site: Sample.site) == [Sample.news: 9, Sample.strategy: 5])
    #expect(try cache.verify().isEmpty)
  }

  @Test("marking a whole list as read tells which were not")
  func markAll() throws {
    try cache.setStatus([ids[2]], read: true)
    let marked = try cache.markAllRead(ArticleQuery(section: Sample.strategy, limit: 1))
    #expect(marked == [0, 4, 6, 8].map { ids[$0] })
    #expect(try cache.unreadCounts(site: Sample.site) == [Sample.news: 5, Sample.strategy: 0])
  }

  @Test("saved, position and read are kept apart")
  func marksApart() throws {
    try cache.setPosition(ids[3], 1234)
    try cache.setStatus([ids[3]], saved: true)
    #expect(try cache.article(ids[3])?.status == ArticleStatus(isRead: false, isSaved: true, position: 1234))
    try cache.setStatus([ids[3]], read: true, saved: false)
    #expect(try cache.article(ids[3])?.status == ArticleStatus(isRead: true, isSaved: false, position: 1234))
    try cache.setPosition(ids[3], -5)
    #expect(try cache.article(ids[3])?.status.position == 0)
    #expect(try list(ArticleQuery(isSaved: true)).isEmpty)
  }

  @Test("since, documents and several conditions at once")
  func conditions() throws {
    let since = Sample.now.addingTimeInterval(-2 * 3600)
    #expect(try list(ArticleQuery(since: since)) == Array(ids[..<3]))
    try cache.storeDocument(ArticleDocument(title: "x"), for: ids[4], now: Sample.now)
    #expect(try list(ArticleQuery(hasDocument: true)) == [ids[4]])
    #expect(try list(ArticleQuery(section: Sample.strategy, hasDocument: false)).count == 4)
    #expect(try cache.count(ArticleQuery(hasDocument: false, limit: 2)) == 9)
    #expect(
      try cache.articlesWantingText(sites: [Sample.site], now: Sample.now, limit: 3).map(\.id)
        == Array(ids[..<3]))
  }

  @Test("a text from before its headline was corrected is wanted again, once")
  func correctedText() throws {
    func wanted(_ now: Date) throws -> Bool {
      try cache.articlesWantingText(sites: [Sample.site], now: now, limit: 20).contains { $0.id == ids[4] }
    }
    let (later, last) = (Sample.now.addingTimeInterval(60), Sample.now.addingTimeInterval(120))
    try cache.storeDocument(ArticleDocument(title: "x"), for: ids[4], now: Sample.now)
    #expect(try !wanted(later))
    try cache.store([Sample.draft("n4", title: "Исправленный заголовок")], now: later)
    #expect(try wanted(later))
    try cache.storeDocument(ArticleDocument(title: "x"), for: ids[4], now: last)
    #expect(try !wanted(last))
  }

  @Test("unknown numbers are skipped by lists and refused where something is to be kept")
  func unknown() throws {
    let unknown = ArticleID(rawValue: 4_711)
    #expect(try cache.article(unknown) == nil)
    #expect(try cache.articles([ids[1], unknown, ids[0]]).map(\.id) == [ids[1], ids[0]])
    try cache.setStatus([unknown], read: true)
    #expect(throws: CacheError.noSuchArticle(4_711)) {
      try cache.storeDocument(ArticleDocument(title: ""), for: unknown, now: Sample.now)
    }
  }
}
