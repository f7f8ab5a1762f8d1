import Foundation
import NewsCache
import NewsModel
import Testing

@Suite("Storing what a source told")
struct StoreTests {
  private let cache: ArticleCache

  init() throws { cache = try ArticleCache.inMemory() }

  @Test("what is new is new once, what is the same is unchanged")
  func newThenSame() throws {
    let drafts = try [Sample.draft("one"), Sample.draft("two")]
    let first = try cache.store(drafts)
    #expect(first.new.count == 2 && first.unchanged == 0)
    let second = try cache.store(drafts, now: Sample.now.addingTimeInterval(60))
    #expect(second.new.isEmpty && second.changed.isEmpty && second.unchanged == 2)
    #expect(try cache.count(ArticleQuery()) == 2)
  }

  @Test("an article comes back as it was told")
  func roundTrip() throws {
    var draft = try Sample.draft(
      "one", title: "Мост открыли", summary: "Коротко", text: "Первый абзац.\nВторой.",
      published: Sample.now.addingTimeInterval(-60), sections: [Sample.news, Sample.strategy])
    draft.authors = ["М. Колосова", "«Эхо»"]
    draft.tags = ["мост", "дороги"]
    draft.picture = try Sample.address("bridge.png")
    draft.modified = Sample.now
    let id = try #require(try cache.store([draft]).new.first)
    let listed = try #require(try cache.article(id))
    #expect(
      listed.article
        == Article(
          id: id, site: Sample.site, address: draft.address, title: "Мост открыли", summary: "Коротко",
          authors: draft.authors, tags: draft.tags, published: draft.published, modified: Sample.now,
          firstSeen: Sample.now, language: "ru", picture: draft.picture,
          sections: [Sample.news, Sample.strategy],
          hasDocument: true))
    #expect(listed.status == ArticleStatus())
    #expect(try cache.document(id) == draft.document)
    let address = try #require(WebAddress("https://echo.example/a/one.html#comments"))
    #expect(try cache.article(address: address)?.id == id)
  }

  @Test("a changed title keeps the number, the status and the earlier version")
  func changedTitle() throws {
    let id = try #require(
      try cache.store([Sample.draft("one", title: "Было", text: "Старый текст")]).new.first)
    try cache.setStatus([id], read: true)
    let later = Sample.now.addingTimeInterval(3600)
    let changes = try cache.store([Sample.draft("one", title: "Стало", text: "Новый текст")], now: later)
    #expect(changes.changed == [id])
    let listed = try #require(try cache.article(id))
    #expect(listed.article.title == "Стало" && listed.article.modified == later && listed.status.isRead)
    let versions = try cache.history(of: id).earlier
    #expect(versions.map(\.title) == ["Было"] && versions[0].replaced == later)
    #expect(versions[0].document?.plainText == "Старый текст")
    #expect(try cache.titles("старый").isEmpty)
    #expect(try cache.titles("новый") == ["Стало"])
  }

  @Test("a summary that another source adds makes no earlier version, and neither does one that only grew")
  func addedSummary() throws {
    let id = try #require(try cache.store([Sample.draft("one", title: "Мост открыт")]).new.first)
    let other = try Sample.source("all.xml", section: nil)
    let told = try Sample.draft("one", title: "Мост через Тобылгу открыт", summary: "Раньше срока.")
    #expect(try cache.store([told], from: other).changed == [id])
    #expect(try cache.article(id)?.article.summary == "Раньше срока.")
    #expect(try cache.history(of: id).earlier.isEmpty)
    let longer = try Sample.draft(
      "one", title: "Мост через Тобылгу открыт", summary: "На три недели раньше срока.")
    #expect(try cache.store([longer], from: other).changed == [id])
    #expect(try cache.history(of: id).earlier.isEmpty)
    #expect(try cache.article(id)?.article.modified == nil)
  }

  @Test("a date in the future is the moment of first sight")
  func future() throws {
    let draft = try Sample.draft("one", published: Sample.now.addingTimeInterval(9_999))
    let id = try #require(try cache.store([draft]).new.first)
    #expect(try cache.article(id)?.article.date == Sample.now)
  }

  @Test("dates beyond all calendars are kept within bounds")
  func wildDates() throws {
    for (name, seconds) in [("a", -1e300), ("b", 1e300), ("c", Double.nan), ("d", -.infinity)] {
      let draft = try Sample.draft(name, published: Date(timeIntervalSince1970: seconds))
      #expect(try cache.store([draft]).new.count == 1)
    }
    #expect(try cache.verify().isEmpty)
  }

  @Test("a changed guid at the same address is the same article")
  func changedGuid() throws {
    var draft = try Sample.draft("one")
    let id = try #require(try cache.store([draft]).new.first)
    try cache.setStatus([id], read: true, saved: true)
    draft.identity = "tag:echo.example,2026:1"
    #expect(try cache.store([draft], now: Sample.now.addingTimeInterval(1)).new.isEmpty)
    #expect(try cache.count(ArticleQuery()) == 1)
    #expect(try cache.article(id)?.status == ArticleStatus(isRead: true, isSaved: true))
    #expect(try cache.verify().isEmpty)
  }

  @Test("items that all lead to one page stay apart")
  func sharedAddress() throws {
    let drafts = try (1...5).map { number in
      var draft = try Sample.draft("item\(number)")
      draft.address = try Sample.address("all.html")
      return draft
    }
    #expect(try cache.store(drafts).new.count == 5)
    #expect(try cache.store(drafts).unchanged == 5)
  }

  @Test("items without identity go by address, else by title, each once")
  func noIdentity() throws {
    var drafts = try [Sample.draft("a"), Sample.draft("a"), Sample.draft("b"), Sample.draft("c")]
    for index in drafts.indices { drafts[index].identity = "" }
    drafts[2].address = nil
    drafts[3].address = nil
    drafts[3].title = ""
    #expect(try cache.store(drafts).new.count == 2)
  }

  @Test("two feeds of one site that word an article differently do not change it to and fro")
  func twoSources() throws {
    let section = try Sample.source("strategy.xml", section: Sample.strategy)
    let id = try #require(try cache.store([Sample.draft("one", summary: "Как в новостях")]).new.first)
    let other = try Sample.draft("one", title: "Иначе", summary: "Как в разделе")
    for _ in 1...2 {
      #expect(try cache.store([other], from: section).unchanged == 1)
      #expect(try cache.store([Sample.draft("one", summary: "Как в новостях")]).unchanged == 1)
    }
    let article = try #require(try cache.article(id)?.article)
    #expect(article.summary == "Как в новостях")
    #expect(Set(article.sections) == [Sample.news, Sample.strategy])
  }

  @Test("a source that tells more takes the article over from one that tells only a headline")
  func richerSource() throws {
    let headline = Headline(title: "Мост открыли", address: try Sample.address("a/one.html"))
    let id = try cache.ensureArticle(for: headline, site: Sample.site, section: nil, now: Sample.now)
    #expect(try cache.ensureArticle(for: headline, site: Sample.site, section: nil, now: Sample.now) == id)
    try cache.setStatus([id], read: true)
    var told = try Sample.draft("one", title: "Мост открыли", summary: "Подробно", text: "Весь текст")
    told.identity = "guid-1"
    #expect(try cache.store([told]).changed == [id])
    #expect(try cache.store([told]).unchanged == 1)
    #expect(try cache.ensureArticle(for: headline, site: Sample.site, section: nil, now: Sample.now) == id)
    #expect(try cache.article(id)?.status.isRead == true)
    #expect(try cache.document(id)?.plainText == "Весь текст")
    #expect(try cache.verify().isEmpty)
  }

  @Test("a day without an hour stays one until the article's page tells the moment, which a list's day keeps")
  func dayOnly() throws {
    let midnight = Sample.now.addingTimeInterval(-Sample.day)
    let moment = midnight.addingTimeInterval(9 * 3600)
    let headline = Headline(
      title: "Мост открыли", address: try Sample.address("a/one.html"), published: midnight, isDayOnly: true)
    let id = try cache.ensureArticle(for: headline, site: Sample.site, section: nil, now: Sample.now)
    func told() throws -> Article { try #require(try cache.article(id)).article }
    #expect(try told().isDayOnly && told().published == midnight)
    let page = ArticleDocument(
      title: "Мост открыли", published: moment, blocks: [.paragraph([Inline("Мост")])])
    try cache.storeDocument(page, for: id, now: Sample.now)
    #expect(try !told().isDayOnly && told().published == moment)
    var again = try Sample.draft("one", title: "Мост открыли вновь", published: midnight)
    again.isDayOnly = true
    try cache.store([again])
    #expect(try !told().isDayOnly && told().published == moment)
    // Not even one that names another day: a moment was read off a clock.
    again.published = midnight.addingTimeInterval(-Sample.day)
    try cache.store([again])
    #expect(try !told().isDayOnly && told().published == moment)
    #expect(try cache.verify().isEmpty)
  }

  @Test("a flood of items in one hour is stored whole, each with a row of its own in the index")
  func flood() throws {
    let drafts = try (0..<10_000).map { try Sample.draft("flood\($0)", published: Sample.now) }
    #expect(try cache.store(drafts).new.count == 10_000)
    #expect(try cache.titles("flood9999").count == 1)
    #expect(try cache.verify().isEmpty)
  }
}
