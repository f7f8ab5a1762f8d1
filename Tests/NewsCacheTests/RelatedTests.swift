import Foundation
import NewsCache
import NewsModel
import TestSupport
import Testing

@Suite("Related articles")
struct RelatedTests {
  @Test("by words alone, what comes first for an event's article is nearly always another one of it")
  func byWords() throws {
    let (cache, files, ids) = try ArticleCache.withDemoArticles()
    let told = files.filter { $0.fields["event"] != nil }
    let right = try told.filter { file in
      let id = try #require(ids[file.name])
      let first = try #require(try cache.related(to: id, limit: 6).first?.id)
      #expect(first != id)
      let event = files.first { ids[$0.name] == first }?.fields["event"]
      return event == file.fields["event"]
    }
    #expect(told.count == 15 && right.count >= 14)
  }

  @Test("once an event is known, its articles come first")
  func sisters() throws {
    let (cache, files, ids) = try ArticleCache.withDemoArticles()
    let groups = Dictionary(grouping: files.filter { $0.fields["event"] != nil }) { $0.fields["event"] ?? "" }
    try cache.assignEvents(groups.values.map { $0.compactMap { ids[$0.name] } }, now: Sample.now)
    for group in groups.values.map({ $0.compactMap { ids[$0.name] } }) {
      for id in group {
        let related = try cache.related(to: id, limit: 6)
        #expect(Set(related.prefix(2).map(\.id)) == Set(group).subtracting([id]))
        #expect(related.count >= 2)
      }
    }
  }

  @Test("what shares few words with an article is left off, though nothing else is left to tell of")
  func unrelated() throws {
    let (cache, _, ids) = try ArticleCache.withDemoArticles()
    let boiler = try #require(ids["07-kotelnaya-na-kirpichnoy-vstala"])
    let titles = try cache.related(to: boiler, limit: 12).map(\.article.title)
    #expect(titles.contains("Ровесники котла: почему рвётся теплосеть и что с этим намерены делать"))
    #expect(titles.count < 6)
  }

  @Test("an article with nothing in common leads nowhere, an unknown one too")
  func alone() throws {
    let cache = try ArticleCache.inMemory()
    let ids = try cache.store([
      Sample.draft("a", title: "Мост", text: "река вода берег"),
      Sample.draft("b", title: "Театр", text: "сцена зал"),
    ]).new
    #expect(try cache.related(to: ids[0], limit: 5).isEmpty)
    #expect(try cache.related(to: ArticleID(rawValue: 99), limit: 5).isEmpty)
  }

  @Test("events are assigned, go on with new articles, and are counted")
  func events() throws {
    let cache = try ArticleCache.inMemory()
    let ids = try cache.store((0..<5).map { try Sample.draft("e\($0)") }).new
    try cache.assignEvents([[ids[0], ids[1]], [ids[4]]], now: Sample.now)
    try cache.assignEvents([[ids[1], ids[2]]], now: Sample.now)
    let event = try #require(try cache.article(ids[0])?.article.event)
    #expect(try cache.articles(ArticleQuery(event: event)).map(\.id).sorted() == Array(ids[..<3]))
    #expect(try cache.article(ids[4])?.article.event == nil)
    let size = try #require(try cache.eventSizes([event])[event])
    #expect(size.articles == 3 && size.sites == 1)
  }
}
