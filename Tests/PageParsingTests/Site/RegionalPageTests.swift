import Foundation
import NewsModel
import PageParsing
import Testing

/// Pages of a regional site as many themes build them: a strip of headlines, the day, the menu twice, an article, lists.
@Suite("A regional site's page in any theme")
struct RegionalPageTests {
  /// How a theme builds its page.
  struct Theme: Sendable, CustomTestStringConvertible {
    var name: String
    var strip: @Sendable ([String]) -> String
    /// `%` stands for the strip.
    var masthead: String
    var date: String
    /// Opens and closes the boxes of a list under its heading.
    var list: @Sendable (String, [String]) -> String
    var testDescription: String { name }
  }

  static let menu =
    "<nav><ul><li><a href=/gorod/>Город</a><li><a href=/selo/>Село</a><li><a href=/sport/>Спорт</a></ul></nav>"
  static let logo = "<a class=logo href=/><img src=/l.png alt='Берег'></a>"
  static let themes: [Theme] = [
    Theme(
      name: "divs in a header, strip first",
      strip: { "<div class=flash>\($0.map { "<div>\($0)</div>" }.joined())</div>" },
      masthead: "<header>%<span class=date>21.01.2026</span>\(logo)\(menu)</header>",
      date: "<span>13.12.2024 20:41</span>",
      list: { "<h4>\($0)</h4><div>\($1.map { "<div class=i>\($0)</div>" }.joined())</div>" }),
    Theme(
      name: "a list behind the day", strip: { "<ul class=trending>\($0.map { "<li>\($0)" }.joined())</ul>" },
      masthead: "<header><ul class=bar><li class=date>21.01.2026</ul>%\(logo)\(menu)</header>",
      date: "<div><small>13.12.2024 20:41</small></div>",
      list: { "<h3>\($0)</h3><ul>\($1.map { "<li>\($0)" }.joined())</ul>" }),
    Theme(
      name: "no header element", strip: { "<section>\($0.map { "<p>\($0)</p>" }.joined())</section>" },
      masthead: "<p class=date>Среда, 21 января 2026</p>%\(logo)\(menu)",
      date: "<time>13 декабря 2024, 20:41</time>",
      list: {
        "<div class=b><div class=block-title>\($0)</div><div>\($1.map { "<p>\($0)</p>" }.joined())</div></div>"
      }),
    Theme(
      name: "menu before the logo",
      strip: { "<div class=hot>\($0.map { "<span>\($0)</span>" }.joined())</div>" },
      masthead: "<div id=header>\(menu)%\(logo)<b class=today>21 января 2026</b></div>",
      date: "<i>13.12.2024 | 20:41</i>",
      list: { "<section><h2>\($0)</h2>\($1.map { "<div class=row>\($0)</div>" }.joined())</section>" }),
    Theme(
      name: "strip between logo and menu",
      strip: {
        "<div class=line><div class=in>\($0.map { "<div class=x><img src=/s.jpg width=40 height=40>\($0)</div>" }.joined())</div></div>"
      },
      masthead: "<header>\(logo)%<time datetime=2026-01-21>21 января</time>\(menu)</header>",
      date: "<p class=date>13.12.2024 20:41</p>",
      list: { "<h4>\($0)</h4>\($1.map { "<div class=n>\($0)</div>" }.joined())" }),
    Theme(
      name: "known class", strip: { "<div class=news-ticker>\($0.map { "<b>\($0)</b>" }.joined())</div>" },
      masthead: "<div class=top-line>%</div>\(logo)\(menu)",
      date: "<span class=meta-date>13.12.2024 20:41</span>",
      list: { "<div><strong>\($0)</strong><ul>\($1.map { "<li>\($0)" }.joined())</ul></div>" }),
  ]

  static let strip = [
    "Паром у дальней косы пошёл по зимнему графику", "Учителя сельской школы написали букварь",
    "Ледокол застрял у старого причала",
  ]
  static let related = ["Бакены на фарватере сняли до весны", "Речники подсчитали улов минувшей осени"]
  static let top = ["Лучший пекарь берега живёт за рекой", "Почтальон прошёл пешком тысячу вёрст"]
  static let rural = [
    "Коровник на горе утеплили соломой", "Трактор выиграл гонку у снегохода",
    "Мельница снова мелет рожь соседям",
  ]

  private static func links(_ titles: [String], from start: Int, date: String = "") -> [String] {
    titles.enumerated().map { "<a href=/n/\(start + $0.offset).html>\($0.element)</a>\(date)" }
  }

  private static func page(_ theme: Theme) -> PageText {
    let text = (1...5).map {
      "<p>Маяк на мысе снова светит: смотрители сменили линзу и выкрасили башню, а рыбаки проверили свет с моря на "
        + "расстоянии \($0) миль и остались довольны.</p>"
    }.joined()
    let masthead = theme.masthead.replacingOccurrences(of: "%", with: theme.strip(links(strip, from: 10)))
    let date = " <span class=when>06.11.2025 18:26</span>"
    let html = """
      <html lang=ru><head><title>Маяк на мысе снова светит — Берег</title></head><body>\(masthead)
      <div class=wrap><div class=main><a class=rub href=/gorod/>Город</a><h1>Маяк на мысе снова светит</h1>\(theme.date)
      <div class=text>\(text)</div><div>Теги:</div>\(theme.list("По теме", links(related, from: 20, date: date)))</div>
      <div class=side>\(theme.list("Топ новости", links(top, from: 30, date: date)))
      \(theme.list("Село", links(rural, from: 40)))</div></div><footer>© Берег, 2019</footer></body></html>
      """
    return PageText(text: html, address: WebAddress("https://bereg.example/n/1.html"))
  }

  private static let now = Date(timeIntervalSince1970: 1_769_000_000)

  @Test("its strip is the ticker, and every list is what its heading says", arguments: themes)
  func lists(theme: Theme) {
    let site = SitePageReader.site(in: Self.page(theme), now: Self.now)
    #expect(site.front.ticker.map(\.title) == Self.strip)
    #expect(site.front.top.map(\.title) == Self.top)
    #expect(site.related.map(\.title) == Self.related)
    #expect(site.front.blocks.first { $0.title == "Село" }?.headlines.map(\.title) == Self.rural)
    #expect(site.sections.map(\.title) == ["Город", "Село", "Спорт"])
  }

  @Test("its article has its own title and moment, not those of the masthead", arguments: themes)
  func article(theme: Theme) throws {
    let article = try #require(ArticleExtractor.article(in: Self.page(theme), now: Self.now)).document
    #expect(article.title == "Маяк на мысе снова светит")
    #expect(article.published?.ISO8601Format() == "2024-12-13T20:41:00Z")
  }

  private static func site(_ body: String) -> SitePage {
    let text =
      "<article><h1>Маяк на мысе снова светит</h1><p>Смотрители сменили линзу, и рыбаки остались довольны.</p></article>"
    let html =
      "<html lang=ru><title>Маяк на мысе снова светит — Берег</title><body>"
      + body.replacingOccurrences(of: "%", with: text)
    return SitePageReader.site(
      in: PageText(text: html, address: WebAddress("https://bereg.example/n/1.html")), now: now)
  }

  @Test("matters on hosts below the site's own are sections, editions in other towns are none")
  func hosts() {
    func bar(_ names: [(String, String)]) -> String {
      "<div class=sisters>"
        + names.map { "<a href=https://\($0.0).bereg.example/>\($0.1)</a>" }.joined(separator: " ") + "</div>"
    }
    let matters = bar([
      ("more", "Море"), ("dom", "Дом"), ("sport", "Спорт"), ("sad", "Сад"), ("avto", "Авто"),
    ])
    let names = Self.site("<header>\(Self.menu)</header>\(matters)%").sections.map(\.title)
    #expect(Set(["Город", "Село", "Море", "Дом", "Сад"]).isSubset(of: names))
    let towns = bar([
      ("kazan", "Казань"), ("omsk", "Омск"), ("perm", "Пермь"), ("tver", "Тверь"), ("ufa", "Уфа"),
    ])
    #expect(
      Self.site("<header>\(Self.menu)</header>\(towns)%").sections.map(\.title) == ["Город", "Село", "Спорт"])
  }

  @Test(
    "a list is the top by the words over it, though no element is made a heading",
    arguments: ["Главное на «Береге»", "Актуально", "Главное", "Головне", "Басты"])
  func topByWords(name: String) {
    let items = Self.links(Self.top, from: 30).map { "<div>\($0)</div>" }.joined()
    #expect(
      Self.site("%<div class=frame><div class=h>\(name)</div>\(items)</div>").front.top.map(\.title)
        == Self.top)
  }

  @Test("a page without any name or class has its strip, its menu, its day and its name none the less")
  func nameless() {
    let strip = Self.links(Self.strip, from: 10).joined()
    let row = "<div><a href=/gorod/>Город</a><a href=/selo/>Село</a><a href=/sport/>Спорт</a></div>"
    let html = """
      <title>Берег и море</title><body><div>\(strip)</div><div><span>Среда, 21 января 2026</span></div>\(row)\(row)
      <div><div>Город</div><div>Маяк на мысе снова светит</div><span>20 января 2026, 20:41</span><p>Смотрители сменили
      линзу и выкрасили башню, а рыбаки проверили свет с моря, прошли вдоль берега и остались довольны.</p></div>
      <div><div>Топ новости</div>\(Self.links(Self.top, from: 30).map { "<div>\($0)</div>" }.joined())</div>
      <div>© Берег и море, 2026</div>
      """
    let page = PageText(text: html, address: WebAddress("https://bereg.example/n/1.html"))
    let site = SitePageReader.site(in: page, now: Self.now)
    #expect(site.front.ticker.map(\.title) == Self.strip)
    #expect(site.sections.map(\.title) == ["Город", "Село", "Спорт"])
    #expect(site.front.top.map(\.title) == Self.top)
    #expect(site.name == "Берег и море")
    #expect(site.date?.ISO8601Format().hasPrefix("2026-01-21") == true)
  }
}
