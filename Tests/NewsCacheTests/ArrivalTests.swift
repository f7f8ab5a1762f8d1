import Foundation
import NewsCache
import NewsModel
import TestSupport
import Testing

/// A seeded site is told of by its lists, its feeds and its pages, before and after it corrected itself, in drawn orders.
@Suite("Any order of arrival")
struct ArrivalTests {
  @Test(
    "any order of page, lists, feeds and corrections ends in the same articles with the same fields",
    arguments: 0..<24)
  func anyOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let town = ToldTown(&random)
    let expected = try town.archive(firstTold: [], thenTold: ToldTown.Teller.allCases)
    #expect(expected.count == town.articles.count)
    for _ in 0..<6 {
      let first = ToldTown.Teller.allCases.filter { _ in Bool.random(using: &random) }.shuffled(
        using: &random)
      let then = ToldTown.Teller.allCases.shuffled(using: &random)
      let told = try town.archive(firstTold: first, thenTold: then)
      for (one, other) in zip(told, expected) where one != other {
        Issue.record("seed \(seed), \(first) then \(then):\n\(one)\n\(other)")
      }
      #expect(told.count == expected.count, "seed \(seed), \(first) then \(then): \(told.map(\.title))")
    }
  }
}

/// What is told of a town's news, by whom and how.
struct ToldTown {
  enum Teller: CaseIterable {
    case front, section, mainFeed, otherFeed, pages
  }

  /// What must not depend on the order.
  struct Kept: Equatable {
    var title: String
    var summary: String
    var authors: [String]
    var tags: [String]
    var published: Date?
    var isDayOnly: Bool
    var language: String?
    var picture: String?
    var address: String?
    var sections: Set<String>
    var text: String
  }

  struct Told {
    var number: Int
    var title: String
    var moment: Date
    /// How each teller writes its address.
    var hasGuid: Bool
    var hasOtherGuid: Bool
    var isDayOnlyInList: Bool
    var isCutInList: Bool
    var isOfChangeInOtherFeed: Bool
    var hasSummaryInFeed: Bool
    var hasTextInFeed: Bool
    var hasDateOnPage: Bool
    var spelling: Int
    var isCorrected: Bool
  }

  private(set) var articles: [Told] = []

  private static let who = [
    "Паромщик", "Пекарь", "Учительница", "Лесничий", "Трамвай", "Библиотека", "Пасечник",
  ]
  private static let what = [
    "открыл дорогу к новой пристани", "не нашёл ключей от старого склада", "готовит большой праздник у реки",
  ]

  init(_ random: inout SeededGenerator) {
    let count = Int.random(in: 4...9, using: &random)
    for number in 0..<count {
      // Two bulletins of one title are two articles.
      let isBulletin = number > 0 && Int.random(in: 0..<5, using: &random) == 0
      let title = isBulletin ? "Погода на завтра" : "\(Self.who[number % 7]) \(Self.what[number % 3])"
      func coin() -> Bool { Bool.random(using: &random) }
      articles.append(
        Told(
          number: number, title: title,
          moment: Sample.now.addingTimeInterval(Double(-3600 * (number * 29 + 2))),
          hasGuid: coin(), hasOtherGuid: coin(), isDayOnlyInList: coin(), isCutInList: !isBulletin && coin(),
          isOfChangeInOtherFeed: coin(), hasSummaryInFeed: coin(), hasTextInFeed: coin(),
          hasDateOnPage: coin(),
          spelling: Int.random(in: 0..<4, using: &random), isCorrected: coin()))
    }
  }

  /// What is kept in the end, in the order of the addresses.
  func archive(firstTold: [Teller], thenTold: [Teller]) throws -> [Kept] {
    let cache = try ArticleCache.inMemory()
    for teller in firstTold { try tell(teller, isLater: false, to: cache) }
    var unread = Set(articles.map(\.number))
    for teller in thenTold {
      try tell(teller, isLater: true, to: cache)
      if teller == .pages { unread.subtract(try cache.articles(ArticleQuery(limit: 100)).compactMap(number)) }
    }
    // A page that nobody knew of yet is read later, and that of a corrected article anew.
    for listed in try cache.articles(ArticleQuery(limit: 100)) {
      let isUnread = number(of: listed).map(unread.contains) ?? false
      if try isUnread || cache.wantsText(listed.id) { try read(listed, isLater: true, in: cache) }
    }
    #expect(try cache.verify().isEmpty)
    return try cache.articles(ArticleQuery(limit: 100)).map { listed in
      let article = listed.article
      return Kept(
        title: article.title, summary: article.summary, authors: article.authors, tags: article.tags,
        published: article.published, isDayOnly: article.isDayOnly, language: article.language,
        picture: article.picture?.text, address: article.address?.text,
        sections: Set(article.sections.map(\.rawValue)), text: try cache.document(article.id)?.plainText ?? ""
      )
    }.sorted { ($0.address ?? "", $0.title) < ($1.address ?? "", $1.title) }
  }

  private func tell(_ teller: Teller, isLater: Bool, to cache: ArticleCache) throws {
    switch teller {
    case .front:
      try cache.store(
        articles.map { try line($0, isLater: isLater, spelled: $0.spelling) }, from: source("", .page, nil))
    case .section:
      try cache.store(
        articles.filter { $0.number % 2 == 0 }.map { try line($0, isLater: isLater, spelled: 0) },
        from: source("gorod/", .page, "Город"))
    case .mainFeed:
      try cache.store(articles.map { try item($0, isLater: isLater) }, from: source("a.xml", .feed, nil))
    case .otherFeed:
      try cache.store(articles.map { try otherItem($0, isLater: isLater) }, from: source("b.xml", .feed, nil))
    case .pages:
      for listed in try cache.articles(ArticleQuery(limit: 100)) {
        try read(listed, isLater: isLater, in: cache)
      }
    }
  }

  private func source(_ path: String, _ kind: Source.Kind, _ section: String?) throws -> Source {
    Source(
      site: Sample.site, address: try Sample.address(path), kind: kind,
      section: section.map { SectionID(rawValue: $0) })
  }

  private func address(_ told: Told, spelled spelling: Int = 0) throws -> WebAddress {
    let path = "n/\(told.number + 1000)-novost"
    return switch spelling {
    case 1: try Sample.address(path + "/?utm_source=front")
    case 2: try #require(WebAddress("http://www.echo.example/\(path)/"))
    case 3: try Sample.address(path + "#comments")
    default: try Sample.address(path)
    }
  }

  private func title(_ told: Told, _ isLater: Bool) -> String {
    isLater && told.isCorrected && told.title.count > 20 ? told.title + " на этой неделе" : told.title
  }

  private func line(_ told: Told, isLater: Bool, spelled spelling: Int) throws -> ArticleDraft {
    let title = title(told, isLater)
    let day = Date(
      timeIntervalSince1970: (told.moment.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400)
    return ArticleDraft(
      identity: "", address: try address(told, spelled: spelling),
      title: told.isCutInList ? title.prefix(18) + "…" : title,
      summary: "Строка под заголовком \(told.number)",
      published: told.isDayOnlyInList ? day : told.moment, isDayOnly: told.isDayOnlyInList, language: "ru",
      picture: try Sample.address("img/list\(told.number).jpg"), teller: .list)
  }

  private func item(_ told: Told, isLater: Bool) throws -> ArticleDraft {
    var draft = ArticleDraft(
      identity: told.hasGuid ? "a-\(told.number)" : "", address: try address(told),
      title: title(told, isLater),
      summary: told.hasSummaryInFeed ? "Коротко о главном \(told.number)" : "", authors: ["Мира Запрудная"],
      published: told.moment, language: "ru",
      sections: told.number % 3 == 0 ? [SectionID(rawValue: "Край")] : [],
      teller: .feed)
    if told.hasTextInFeed {
      draft.document = ArticleDocument(
        title: draft.title, blocks: [.paragraph([Inline("\(draft.title). Текст из ленты \(told.number).")])])
    }
    return draft
  }

  private func otherItem(_ told: Told, isLater: Bool) throws -> ArticleDraft {
    ArticleDraft(
      identity: told.hasOtherGuid ? "b-\(told.number)" : "", address: try address(told, spelled: 1),
      title: title(told, isLater), summary: "Из другой ленты \(told.number)", tags: ["реки"],
      published: told.isOfChangeInOtherFeed ? told.moment.addingTimeInterval(900) : told.moment,
      language: "ru",
      teller: .feed, isDateOfChange: told.isOfChangeInOtherFeed)
  }

  private func number(of listed: ListedArticle) -> Int? {
    articles.first { listed.article.address?.path.contains("/\($0.number + 1000)-") ?? false }?.number
  }

  private func read(_ listed: ListedArticle, isLater: Bool, in cache: ArticleCache) throws {
    guard let number = number(of: listed) else { return }
    let told = articles[number]
    let title = title(told, isLater)
    let page = ArticleDocument(
      title: title, authors: ["Редакция"],
      published: told.hasDateOnPage ? told.moment.addingTimeInterval(30) : nil,
      language: "ru", tags: ["паромы"], picture: try Sample.address("img/\(told.number).jpg"),
      blocks: [.paragraph([Inline("\(title). Текст со страницы \(told.number).")])])
    try cache.storeDocument(page, for: listed.id, names: [address(told)], now: Sample.now)
  }
}
