import Fetching
import Foundation
import NewsCache
import NewsModel
import Newsroom
import Testing

@Suite("Front pages")
struct FrontTests {
  private let cache: ArticleCache
  private let desk: NewsDesk
  private let sites = MemorySites()
  private let id = SiteID(rawValue: "doska")
  private let mutes = MuteList(store: nil)

  init() throws {
    cache = try ArticleCache.inMemory()
    desk = NewsDesk(
      cache: cache, sites: sites, transport: OfflineTransport(), now: { DemoDesk.moment })
  }

  /// Follows a site that has sections of these titles and keeps articles: title, section, link.
  private func follow(_ sections: [String], _ rows: [(title: String, section: String?, path: String?)]) throws
  {
    let home = try #require(WebAddress("https://doska.example/"))
    try sites.save(
      Site(
        id: id, name: "Доска", home: home, sections: sections.map { Section(title: $0) }, feeds: [home],
        rules: SiteRules(isFeedOnly: true)))
    let drafts = rows.enumerated().map { number, row in
      ArticleDraft(
        identity: "n\(number)", address: row.path.flatMap { WebAddress("https://doska.example/\($0)") },
        title: row.title, summary: "Подробности.",
        published: DemoDesk.moment.addingTimeInterval(Double(-60 * number)),
        sections: row.section.map { [SectionID(rawValue: $0)] } ?? [])
    }
    let source = Source(site: id, address: home, kind: .feed)
    _ = try cache.store(
      drafts, from: source, state: SourceState(site: id, address: home), now: DemoDesk.moment)
  }

  private func titles(_ lines: [FrontLine]) -> [String] {
    lines.map { line in
      switch line {
      case .kept(let listed): listed.article.title
      case .headline(let headline): headline.title
      }
    }
  }

  @Test("articles without a link stand on a made front page and in its ticker like any other")
  func withoutLinks() throws {
    try follow([], [("Меняю сани", nil, nil), ("Продаю телегу", nil, "t"), ("Ищу хомут", nil, nil)])
    let known = try desk.front(of: id, mutes: mutes)
    #expect(known.front.blocks.map(\.title) == ["Доска"])
    #expect(titles(known.front.blocks[0].lines) == ["Меняю сани", "Продаю телегу", "Ищу хомут"])
    #expect(titles(known.front.ticker) == ["Меняю сани", "Продаю телегу", "Ищу хомут"])
    #expect(known.unreadTotal == 3)
  }

  @Test("a block stands for each section that has articles, in the menu's order, and none for a muted one")
  func sections() throws {
    try follow(
      ["Обмен", "Пусто", "Поиск"],
      [("Ищу хомут", "Поиск", nil), ("Меняю сани", "Обмен", nil), ("Меняю телегу", "Обмен", "t")])
    let known = try desk.front(of: id, mutes: mutes)
    #expect(known.front.blocks.map(\.title) == ["Обмен", "Поиск"])
    #expect(titles(known.front.blocks[0].lines) == ["Меняю сани", "Меняю телегу"])
    try mutes.add(.section(id, SectionID(rawValue: "Обмен")))
    #expect(try desk.front(of: id, mutes: mutes).front.blocks.map(\.title) == ["Поиск"])
  }

  @Test(
    "a page's own front is shown with its lines, muted words out, and a ticker of kept articles beside it")
  func ownPage() throws {
    try follow([], [("Меняю сани", nil, "s"), ("Ищу хомут", nil, nil)])
    let told = try Headline(title: "Меняю сани", address: #require(WebAddress("https://doska.example/s")))
    let other = try Headline(title: "Новый забор", address: #require(WebAddress("https://doska.example/z")))
    try cache.storeFront(
      FrontPage(blocks: [.init(title: "Главное", headlines: [told, other])]), site: id, at: DemoDesk.moment)
    let known = try desk.front(of: id, mutes: mutes)
    #expect(titles(known.front.blocks[0].lines) == ["Меняю сани", "Новый забор"])
    #expect(titles(known.front.ticker) == ["Меняю сани", "Ищу хомут"])
    // The page prints no time, the kept article does.
    guard case .headline(let line) = known.front.blocks[0].lines[0] else { throw Missing() }
    #expect(line.published == DemoDesk.moment)
    try mutes.add(.word("забор"))
    #expect(titles(try desk.front(of: id, mutes: mutes).front.blocks[0].lines) == ["Меняю сани"])
  }

  @Test("a muted or unknown site has no front page")
  func nothing() throws {
    try follow([], [("Меняю сани", nil, nil)])
    #expect(try desk.front(of: SiteID(rawValue: "nobody"), mutes: mutes).front == ShownFront())
    try mutes.add(.source(id))
    #expect(try desk.front(of: id, mutes: mutes).front == ShownFront())
  }

  @Test("nothing is asked for the text of an article without a link")
  func nothingIsAsked() async throws {
    try follow([], [("Меняю сани", nil, nil)])
    let listed = try #require(try desk.newest(site: id, section: nil, limit: 1).first)
    #expect(await desk.fetchDocument(of: listed.article) == .failure(.noPage))
    #expect(await desk.fetchSoon(listed.article) == false)
    #expect(await desk.fetchAhead(of: [id], within: AheadBudget()).wanted == 0)
  }

  private struct Missing: Error {}
}
