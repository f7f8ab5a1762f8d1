import Foundation
import NewsCache
import NewsModel
import Testing

@Suite("The best teller of each field")
struct TellerTests {
  private static let moment = Sample.now.addingTimeInterval(-7200)

  /// One telling of the same article; the number says which.
  private static func tell(_ number: Int, to cache: ArticleCache) throws {
    let address = try Sample.address("n/parom")
    var draft = ArticleDraft(
      identity: "", address: address, title: "Паром пошёл", summary: "Строка списка",
      published: Sample.now.addingTimeInterval(-Sample.day), isDayOnly: true, teller: .list)
    switch number {
    case 0: try cache.store([draft], from: Sample.source("front", section: nil))
    case 1:
      draft.identity = "guid-a"
      draft.teller = .feed
      draft.title = "Паром пошёл по новому пути"
      draft.authors = ["Мира Запрудная"]
      (draft.published, draft.isDayOnly, draft.summary) = (moment, false, "")
      try cache.store([draft], from: Sample.source("a.xml"))
    case 2:
      draft.identity = "guid-b"
      draft.teller = .feed
      draft.title = "Новый путь парома"
      (draft.published, draft.isDateOfChange, draft.isDayOnly) = (moment.addingTimeInterval(600), true, false)
      (draft.summary, draft.tags) = ("Коротко о пароме", ["реки"])
      try cache.store([draft], from: Sample.source("b.xml"))
    default:
      guard let id = try cache.article(address: address)?.id else { return }
      let page = ArticleDocument(
        title: "Паром", authors: ["Редакция"], published: moment.addingTimeInterval(60), tags: ["паромы"],
        picture: try Sample.address("parom.jpg"),
        blocks: [.paragraph([Inline("Паром пошёл по новому пути.")])])
      try cache.storeDocument(page, for: id, now: Sample.now)
    }
  }

  private static var orders: [[Int]] {
    func permutations(_ rest: [Int]) -> [[Int]] {
      rest.isEmpty ? [[]] : rest.flatMap { one in permutations(rest.filter { $0 != one }).map { [one] + $0 } }
    }
    // A page can be read only of an article that was told of.
    return permutations([0, 1, 2, 3]).filter { $0[0] != 3 }
  }

  @Test("page, list and feeds end in the same fields, in whatever order they arrive", arguments: orders)
  func anyOrder(order: [Int]) throws {
    let cache = try ArticleCache.inMemory()
    for number in order { try Self.tell(number, to: cache) }
    // Told again, nothing changes any more.
    for number in order.reversed() { try Self.tell(number, to: cache) }
    let all = try cache.articles(ArticleQuery())
    #expect(all.count == 1)
    let article = try #require(all.first?.article)
    #expect(article.title == "Паром пошёл по новому пути")
    #expect(article.summary == "Коротко о пароме")
    #expect(article.authors == ["Мира Запрудная"] && article.tags == ["реки"])
    #expect(article.published == Self.moment && !article.isDayOnly)
    #expect(article.picture?.path == "/parom.jpg")
    #expect(try cache.history(of: article.id).earlier.isEmpty)
    #expect(try cache.verify().isEmpty)
  }

  @Test("of one source the later telling counts; what it is silent on stays")
  func corrections() throws {
    let cache = try ArticleCache.inMemory()
    let source = try Sample.source("a.xml")
    var draft = try Sample.draft(
      "parom", title: "Паром сел на мел", summary: "На час", published: Self.moment)
    draft.authors = ["Мира Запрудная"]
    let id = try #require(try cache.store([draft], from: source).new.first)
    (draft.title, draft.authors, draft.summary) = ("Паром сел на мель", [], "На два часа")
    #expect(try cache.store([draft], from: source).changed == [id])
    let article = try #require(try cache.article(id)?.article)
    #expect(article.title == "Паром сел на мель" && article.summary == "На два часа")
    #expect(article.authors == ["Мира Запрудная"])
    #expect(try cache.history(of: id).earlier.map(\.title) == ["Паром сел на мел"])
  }

  @Test("what its source corrects has its page read anew, once")
  func correctedText() throws {
    let cache = try ArticleCache.inMemory()
    let source = try Sample.source("a.xml")
    var draft = try Sample.draft("sklad", title: "Пожар на складе", summary: "Сгорело 140 метров")
    let id = try #require(try cache.store([draft], from: source).new.first)
    let page = ArticleDocument(
      title: "Пожар на складе", blocks: [.paragraph([Inline("Сгорело 140 метров.")])])
    try cache.storeDocument(page, for: id, now: Sample.now)
    #expect(try !cache.wantsText(id))
    try cache.store([draft], from: source)
    #expect(try !cache.wantsText(id))
    draft.summary = "Сгорело 160 метров"
    try cache.store([draft], from: source)
    #expect(try cache.wantsText(id))
    try cache.storeDocument(page, for: id, now: Sample.now)
    #expect(try !cache.wantsText(id))
    // What another source tells otherwise is no correction.
    var other = draft
    other.summary = "Сгорел склад"
    try cache.store([other], from: Sample.source("z.xml"))
    #expect(try !cache.wantsText(id))
  }

  @Test(
    "what a feed ceases to tell of, while it tells of older news, has its page asked again; what fell off has not"
  )
  func absence() throws {
    let cache = try ArticleCache.inMemory()
    func draft(_ number: Int) throws -> ArticleDraft {
      try Sample.draft(
        "n\(number)", text: "Текст", published: Sample.now.addingTimeInterval(Double(number - 9) * 3600))
    }
    let all = try (1...6).reversed().map(draft)
    let ids = try cache.store(all).new
    #expect(try ids.allSatisfy { try !cache.wantsText($0) })
    // The fourth was taken down, the first fell off the end.
    try cache.store([6, 5, 3, 2].map(draft))
    #expect(try ids.filter { try cache.wantsText($0) } == [ids[2]])
    try cache.markRemoved(ids[2], at: Sample.now)
    #expect(try !cache.wantsText(ids[2]))
    // What bears no date stands outside of the order.
    var about = try Sample.draft("o-gazete", text: "Текст")
    about.published = nil
    try cache.store([6, 5, 2].map(draft) + [about])
    #expect(try ids.filter { try cache.wantsText($0) } == [ids[3]])
    try cache.markRemoved(ids[3], at: Sample.now)
    // Out of order, it says nothing.
    try cache.store([6, 3, 5, 2].map(draft))
    #expect(try ids.allSatisfy { try !cache.wantsText($0) })
  }

  @Test("a time of change at the publication is none, a later one is kept")
  func changes() throws {
    let cache = try ArticleCache.inMemory()
    var draft = try Sample.draft("parom", published: Self.moment)
    draft.modified = Self.moment
    let id = try #require(try cache.store([draft]).new.first)
    #expect(try cache.article(id)?.article.modified == nil)
    draft.modified = Self.moment.addingTimeInterval(900)
    try cache.store([draft])
    #expect(try cache.article(id)?.article.modified == draft.modified)
  }
}
