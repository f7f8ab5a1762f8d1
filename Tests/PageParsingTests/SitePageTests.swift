import Foundation
import NewsModel
import PageParsing
import TestSupport
import Testing

@Suite("Site pages")
struct SitePageTests {
  private static let now = Date(timeIntervalSince1970: 1_768_953_600)

  private func site(_ name: String, rules: SiteRules = SiteRules()) throws -> SitePage {
    let page = PageText(
      try Fixture.bytes("Sites/\(name).html"), contentType: nil, address: WebAddress("https://vesti.example/")
    )
    return SitePageReader.site(in: page, rules: rules, now: Self.now)
  }

  @Test("A front page gives its name, menu with sub-menu, ticker, blocks, top, feeds, date and own pages")
  func front() throws {
    let site = try site("regional-front")
    #expect(site.name == "Вести уезда")
    #expect(site.language == "ru")
    #expect(
      site.sections.map(\.title) == [
        "Главная", "Новости", "Разделы", "В мире", "В стране", "Человек и закон", "О нас",
      ])
    #expect(site.sections[2].address == nil)
    #expect(site.sections[2].sections.map(\.title) == ["Персонально", "Держать курс", "Стратегия"])
    #expect(site.front.ticker.count == 4)
    #expect(site.front.blocks.map(\.title) == ["Новости", "В мире"])
    #expect(site.front.blocks[0].headlines.count == 5)
    #expect(site.front.blocks[0].headlines[0].title == "Пекарня из села Ключи выиграла областной конкурс")
    #expect(site.front.blocks[0].headlines[0].published != nil)
    #expect(
      site.front.blocks[0].headlines[0].summary
        == "Жюри пробовало ржаной хлеб двадцати шести хозяйств области.")
    #expect(site.front.blocks[0].address?.text == "https://vesti.example/novosti/")
    #expect(site.front.top.map(\.section) == ["Новости", "В мире"])
    #expect(site.feeds.map(\.text) == ["https://vesti.example/rss.xml"])
    #expect(site.date.map { Int($0.timeIntervalSince1970) } == 1_768_953_600)
    #expect(site.pages.map(\.title).contains("Политика конфиденциальности"))
  }

  @Test("A headline whose page prints no hour has a day, one with an hour a moment")
  func daysAndMoments() throws {
    func list(_ dates: [String]) -> String {
      "<h2>Новости</h2><ul>"
        + dates.enumerated().map { index, date in
          """
          <li><a href="/novosti/\(index)-most-cherez-reku.html">Мост через реку открыли в районе \(index)</a>
          <span class="date">\(date)</span></li>
          """
        }.joined() + "</ul>"
    }
    let html = "<body>" + list(["21 января 2026", "21.01.2026, 12:05", "20.01.2026"]) + "</body>"
    let page = PageText(Data(html.utf8), contentType: nil, address: WebAddress("https://vesti.example/"))
    let headlines = SitePageReader.site(in: page, now: Self.now).front.blocks.flatMap(\.headlines)
    #expect(headlines.map(\.isDayOnly) == [true, false, true])
    #expect(headlines.compactMap(\.published).count == 3)
  }

  @Test("Copies of a menu for narrow screens are folded into one")
  func copies() throws {
    let site = try site("drop-down-divs")
    #expect(site.sections.map(\.title) == ["Политика", "Экономика", "Ещё рубрики", "Спорт"])
    #expect(site.sections[2].sections.map(\.title) == ["Культура", "Наука"])
  }

  @Test("A page of tables from 2005 has a menu too")
  func tables() throws {
    let site = try site("tables-2005")
    #expect(
      site.sections.map(\.title) == ["Политика", "Экономика", "Общество", "Культура", "Спорт", "Погода"])
    #expect(site.front.blocks.flatMap(\.headlines).count == 3)
  }

  @Test("A site file's selectors go first")
  func rules() throws {
    let rules = SiteRules(selectors: [.menu: "footer ul", .top: ".lead"])
    let site = try site("regional-front", rules: rules)
    #expect(site.sections.map(\.title) == ["О нас", "Контакты", "Политика конфиденциальности"])
  }

  @Test("The next page of a section is found")
  func nextPage() throws {
    #expect(try site("drop-down-divs").nextPage?.text == "https://vesti.example/page/2/")
  }

  @Test("JSON has the shapes that programs expect")
  func json() throws {
    let page = PageText(
      try Fixture.bytes("Sites/regional-front.html"), contentType: nil,
      address: WebAddress("https://vesti.example/"))
    let data = PageJSON.site(SitePageReader.site(in: page, now: Self.now), page: page)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let sections = try #require(object["sections"] as? [[String: Any]])
    #expect(sections[2]["title"] as? String == "Разделы")
    #expect((sections[2]["sections"] as? [[String: Any]])?.count == 3)
    #expect((object["ticker"] as? [[String: Any]])?.first?["url"] as? String != nil)
  }
}
