import Foundation
import NewsModel
import PageParsing
import Testing

@Suite("Which of a page's titles is the article's")
struct TitleTests {
  private static let text = (1...4).map {
    "<p>Лодочники Заозёрска спустили на воду новый бот, сшитый из сосны по старым чертежам, и прошли на нём до "
      + "маяка номер \($0), где их встретил смотритель с самоваром.</p>"
  }.joined()

  private static func title(_ head: String, _ body: String) throws -> String {
    let html = "<html><head>\(head)</head><body>" + body.replacingOccurrences(of: "%", with: text)
    let page = PageText(text: html, address: WebAddress("https://zaozersk.example/n/bot.html"))
    return try #require(ArticleExtractor.article(in: page, now: Date(timeIntervalSince1970: 1_769_000_000)))
      .document.title
  }

  @Test(
    "the only headline that the page prints goes before those for search machines",
    arguments: [
      #"<script type=application/ld+json>{"@type": "NewsArticle", "headline": "Бот из сосны: цена, чертежи, фото"}</script>"#,
      "<meta property=og:title content='Бот из сосны: цена, чертежи, фото'>",
      "<title>Бот из сосны: цена, чертежи, фото — Заозёрск</title>",
    ])
  func printed(head: String) throws {
    let body =
      "<header><a href=/>Заозёрск</a></header><main><h1>Самовар на маяке</h1><p class=k>Репортаж</p>%</main>"
    #expect(try Self.title(head, body) == "Самовар на маяке")
  }

  @Test("a heading within a heading is none that follows it")
  func nested() throws {
    let body = "<h1>Вести <h2>Бот из сосны спустили на воду</h2></h1>%"
    #expect(try Self.title("", body).contains("Бот из сосны"))
  }

  @Test(
    "a heading that is the site's name is no headline",
    arguments: [
      "<h1><a href=/>Вести маяка</a></h1><div><h2>Бот спустили на воду</h2>%</div>",
      "<h1>Вести маяка</h1><div><h2>Бот спустили на воду</h2>%</div>",
      "<h1>Вести маяка</h1><div><h3>Бот спустили на воду</h3>%</div>",
    ],
    [
      "<title>Вести маяка » Бот спустили на воду</title>",
      "<title>Бот спустили на воду | Вести маяка</title>",
      "<title>Вести маяка :: Бот спустили на воду</title>",
    ])
  func siteName(body: String, head: String) throws {
    #expect(try Self.title(head, body) == "Бот спустили на воду")
  }

  @Test("a heading that names the section yields to that of the only article under it")
  func section() throws {
    let head = "<title>Анонсы — Музей лодок</title><meta property=og:title content=Анонсы>"
    #expect(
      try Self.title(head, "<h1>Анонсы</h1><article><h2>Бот спустили на воду</h2>%</article>")
        == "Бот спустили на воду")
    #expect(
      try Self.title("<title>Маяк</title>", "<h1>Маяк</h1>%<h2>Как туда добраться пешком</h2>%") == "Маяк")
  }

  @Test(
    "a kicker does not stick to the headline, and letters of one word stay one",
    arguments: [
      ("<h1><span>Маяк</span><span>Бот спустили на воду</span></h1>", "Маяк: Бот спустили на воду"),
      ("<h1><small>На воде</small>Бот спустили на воду</h1>", "На воде: Бот спустили на воду"),
      ("<h1>Супер<b>бот</b> спустили на воду</h1>", "Супербот спустили на воду"),
      ("<h1>Бот спустили<br>на воду у маяка</h1>", "Бот спустили на воду у маяка"),
      ("<h1><em>Бот</em> спустили на воду</h1>", "Бот спустили на воду"),
    ])
  func kicker(heading: String, title: String) throws {
    #expect(try Self.title("", "<main>\(heading)%</main>") == title)
  }

  @Test(
    "the site's name and the section are cut off a page's title, and nothing of the headline",
    arguments: [
      "Вести маяка » Бот спустили – на год раньше", "Бот спустили – на год раньше | Вести маяка",
      "Бот спустили – на год раньше — Вести маяка", "Вести маяка :: Бот спустили – на год раньше",
    ])
  func parts(title: String) throws {
    let head = "<title>\(title)</title><meta property=og:site_name content='Вести маяка'>"
    #expect(try Self.title(head, "<div>%</div>") == "Бот спустили – на год раньше")
  }

  @Test(
    "the part of the page's title that a block of the page repeats is the headline",
    arguments: [
      "Новости посада » Бот спустили на воду", "Бот спустили на воду - Новости",
      "Заозёрск | Новости | Бот спустили на воду",
    ],
    ["div", "b", "span"])
  func block(title: String, name: String) throws {
    #expect(
      try Self.title("<title>\(title)</title>", "<div><\(name)>Бот спустили на воду</\(name)>%</div>")
        == "Бот спустили на воду")
  }
}
