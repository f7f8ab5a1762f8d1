import Foundation
import NewsCache
import NewsModel
import Testing

@Suite("Who an article is")
struct IdentityTests {
  private let cache: ArticleCache
  private let moment = Sample.now.addingTimeInterval(-7200)

  init() throws { cache = try ArticleCache.inMemory() }

  private func draft(
    _ title: String, at address: String? = nil, guid: String = "", published: Date? = nil, text: String = ""
  ) throws -> ArticleDraft {
    ArticleDraft(
      identity: guid, address: try address.map { try #require(WebAddress($0)) }, title: title, summary: text,
      published: published, language: "ru")
  }

  private var titles: [String] {
    get throws { try cache.articles(ArticleQuery(limit: 100)).map(\.article.title).sorted() }
  }

  @Test("an article stays one when its guid or link is spelt otherwise, and stays read")
  func spellings() throws {
    let first = try draft(
      "Паром пошёл", at: "http://bereg.example/?p=4&utm_source=rss", guid: "http://bereg.example/?p=4")
    let id = try #require(try cache.store([first]).new.first)
    try cache.setStatus([id], read: true, saved: true)
    let second = try draft(
      "Паром пошёл", at: "https://www.bereg.example/?p=4", guid: "https://bereg.example/?p=4")
    #expect(try cache.store([second]).new.isEmpty)
    #expect(try cache.article(id)?.status == ArticleStatus(isRead: true, isSaved: true))
  }

  @Test(
    "a line of a list and an item of a feed are one article, whichever comes first", arguments: [true, false])
  func listAndFeed(isListFirst: Bool) throws {
    var line = try draft("Паром пошёл", at: "https://bereg.example/novosti/паром")
    line.teller = .list
    let item = try draft(
      "Паром пошёл", at: "http://bereg.example/novosti/%d0%bf%d0%b0%d1%80%d0%be%d0%bc/", guid: "tag:bereg,1")
    let page = try Sample.source("front", section: nil)
    if isListFirst { try cache.store([line], from: page) }
    try cache.store([item])
    try cache.store([line], from: page)
    #expect(try cache.count(ArticleQuery()) == 1)
    #expect(try cache.store([item]).new.isEmpty)
  }

  @Test("one link for several titles tells nothing; the title does, in later answers too")
  func sharedLink() throws {
    let link = "https://bereg.example/opros"
    let three = try ["Первый", "Второй", "Третий"].map { try draft("\($0) опрос", at: link) }
    #expect(try cache.store(three).new.count == 3)
    #expect(try cache.store(Array(three.dropFirst())).new.isEmpty)
    #expect(try cache.store([draft("Четвёртый опрос", at: link)] + three).new.count == 1)
    #expect(try cache.store([three[1]]).new.isEmpty)
    #expect(try titles.count == 4)
  }

  @Test("a guid that several titles share, and one that is the site's own address, tell nothing")
  func uselessGuids() throws {
    let shared = try ["Утро", "Вечер"].map {
      try draft(
        "\($0) в порту", at: "https://bereg.example/\($0 == "Утро" ? 1 : 2)", guid: "https://bereg.example/")
    }
    let home = try #require(WebAddress("https://bereg.example"))
    let source = try Sample.source()
    for drafts in [[shared[0]], [shared[1]], shared] {
      _ = try cache.store(drafts, from: source, home: home, state: SourceState(of: source), now: Sample.now)
    }
    #expect(try titles == ["Вечер в порту", "Утро в порту"])
  }

  @Test("a source's two guids at one address are two articles; a guid made anew each time is none")
  func guidsAtOneAddress() throws {
    let live = "https://bereg.example/live"
    #expect(try cache.store([draft("Ледоход начался", at: live, guid: "n1")]).new.count == 1)
    #expect(try cache.store([draft("Ледоход кончился", at: live, guid: "n2")]).new.count == 1)
    let other = "https://bereg.example/kot"
    #expect(try cache.store([draft("Кот нашёлся", at: other, guid: "r81")]).new.count == 1)
    #expect(try cache.store([draft("Кот нашёлся", at: other, guid: "r93")]).new.isEmpty)
  }

  @Test("neither guid nor link: title and moment tell")
  func neither() throws {
    let morning = try draft("Сводка", published: moment, text: "Ветер слабый")
    let evening = try draft("Сводка", published: moment.addingTimeInterval(3600), text: "Ветер сильный")
    #expect(try cache.store([morning]).new.count == 1)
    #expect(try cache.store([evening, morning]).new.count == 1)
    var corrected = morning
    corrected.summary = "Ветер умеренный"
    #expect(try cache.store([evening, corrected]).new.isEmpty)
  }

  @Test(
    "an address that changes with a corrected title is followed; another number in the title is another article"
  )
  func slugs() throws {
    let first = try draft(
      "Мост закрыли на ремон", at: "https://bereg.example/n/most-zakryli-na-remon", published: moment)
    #expect(try cache.store([first]).new.count == 1)
    let second = try draft(
      "Мост закрыли на ремонт", at: "https://bereg.example/n/most-zakryli-na-remont", published: moment)
    #expect(try cache.store([second]).new.isEmpty)
    #expect(try titles == ["Мост закрыли на ремонт"])
    let matches = try (1...2).map {
      try draft("Сыгран матч номер \($0)", at: "https://bereg.example/n/match-\($0)", published: moment)
    }
    #expect(try cache.store([matches[0]]).new.count == 1)
    #expect(try cache.store([matches[1]]).new.count == 1)
  }

  @Test("the same article in two sections is one; bulletins of two days are two")
  func sections() throws {
    let title = "Мост через Быструю открыли"
    let slug = "most-cherez-bystruyu"
    #expect(try cache.store([draft(title, at: "https://bereg.example/kray/\(slug)")]).new.count == 1)
    #expect(try cache.store([draft(title, at: "https://bereg.example/gorod/\(slug)")]).new.isEmpty)
    #expect(try cache.article(address: #require(WebAddress("https://bereg.example/gorod/\(slug)"))) != nil)
    let weather = try (1...2).map {
      try draft("Погода на завтра в крае", at: "https://bereg.example/2026/06/0\($0)/pogoda-na-zavtra")
    }
    #expect(try cache.store(weather).new.count == 2)
  }

  @Test("«Новости» at one moment in two places are two")
  func standingTitles() throws {
    let two = try ["kray", "gorod"].map {
      try draft("Новости", at: "https://bereg.example/\($0)/efir", published: moment)
    }
    #expect(try cache.store([two[0]]).new.count == 1)
    #expect(try cache.store([two[1]]).new.count == 1)
  }

  @Test(
    "a page that calls another address its own brings two articles together, with all that was done to them")
  func canonical() throws {
    let title = "Паром пошёл по новому пути"
    let first = try #require(try cache.store([draft(title, at: "https://bereg.example/?p=12")]).new.first)
    let second = try #require(
      try cache.store([draft(title, at: "https://bereg.example/parom")], from: Sample.source("b.xml")).new
        .first)
    try cache.setStatus([first], read: true)
    try cache.setStatus([second], saved: true)
    try cache.setPosition(second, 40)
    let page = ArticleDocument(title: title, blocks: [.paragraph([Inline("Паром пошёл.")])])
    let name = try #require(WebAddress("https://bereg.example/parom"))
    try cache.storeDocument(
      page, for: second, names: [name, try #require(WebAddress("https://bereg.example/?p=12"))],
      now: Sample.now)
    #expect(try cache.count(ArticleQuery()) == 1)
    let kept = try #require(try cache.article(first))
    #expect(kept.status == ArticleStatus(isRead: true, isSaved: true, position: 40))
    #expect(try cache.document(first) == page)
    #expect(try cache.article(address: name)?.id == first)
    #expect(try cache.verify().isEmpty)
  }

  @Test("a page that calls another article's address its own takes nothing over")
  func falseCanonical() throws {
    let ids = try cache.store([
      draft("Кот нашёлся", at: "https://bereg.example/kot"),
      draft("Пёс нашёлся", at: "https://bereg.example/pyos"),
    ]).new
    let page = ArticleDocument(title: "Пёс нашёлся", blocks: [.paragraph([Inline("Пёс.")])])
    let names = try ["https://bereg.example/kot", "https://bereg.example/"].map {
      try #require(WebAddress($0))
    }
    try cache.storeDocument(page, for: ids[1], names: names, now: Sample.now)
    #expect(try titles == ["Кот нашёлся", "Пёс нашёлся"])
    #expect(try cache.article(address: names[1]) == nil)
  }
}
