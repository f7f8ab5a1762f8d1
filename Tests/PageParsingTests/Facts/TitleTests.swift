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

  @Test(
    "of an h1 for search machines and the h2 behind it the second is the headline, where the data have it",
    arguments: [
      "<meta property=og:title content='Самовар на маяке'>",
      #"<script type=application/ld+json>{"@type": "NewsArticle", "headline": "Самовар на маяке"}</script>"#,
    ], ["<h2>Самовар на маяке</h2>", "<h2><span>Репортаж</span> <b>Самовар на маяке</b></h2>"])
  func second(head: String, heading: String) throws {
    let title = "<title>Бот из сосны: цена, чертежи, фото</title>"
    #expect(
      try Self.title(title + head, "<h1>Бот из сосны: цена, чертежи, фото</h1>\(heading)%")
        == "Самовар на маяке")
  }

  @Test("a heading further down that shares the site's name or a part of the headline is not the headline")
  func furtherDown() throws {
    let head =
      "<title>Сто лет на маяке: больше чем служба - Вести Заозёрска</title>"
      + "<meta property=og:title content='Век на маяке: куда больше чем служба'>"
    let body =
      "<h1>Век на маяке: куда больше чем служба</h1>%<h3>Ещё больше вести Заозёрска</h3><h3>Больше чем служба</h3>"
    #expect(try Self.title(head, body) == "Век на маяке: куда больше чем служба")
  }

  @Test(
    "a section's name before the headline in its element is no part of it",
    arguments: [
      "<span class=post-cat>Озеро</span> Самовар на маяке", "<a href=/ozero/>Озеро</a> Самовар на маяке",
      "<em class=rubric>Озеро</em>Самовар на маяке",
    ])
  func rubric(heading: String) throws {
    #expect(try Self.title("<title>Вести</title>", "<h1>\(heading)</h1>%") == "Самовар на маяке")
  }

  @Test("of two titles in the page's title that which an h1 bears is the article's")
  func headed() throws {
    let head = "<meta property=og:title content='«Маяк» - Новая газета озёрного края'>"
    let body = "<div class=brand-x>Новая газета озёрного края</div><h1>«Маяк»</h1>%"
    #expect(try Self.title(head, body) == "«Маяк»")
  }

  @Test("the entries of a live blog have headlines of their own")
  func liveBlog() throws {
    let head = """
      <script type=application/ld+json>{"@type": "LiveBlogPosting", "headline": "Шторм на озере: онлайн",
      "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Паром вернулся в порт", "articleBody": "Все целы."}]}</script>
      """
    #expect(
      try Self.title(head, "<h1>Шторм на озере: онлайн</h1>%<h3>Паром вернулся в порт</h3>")
        == "Шторм на озере: онлайн")
  }

  @Test(
    "without any heading, under a title that names the site, the line over the text is the headline",
    arguments: [
      "<div>Бот из сосны спустили на воду</div><span>13.12.2024, 20:41</span>",
      "<p><b>Бот из сосны спустили на воду</b></p>", "<h5>Бот из сосны спустили на воду</h5>",
      "<span class=headline>Бот из сосны спустили на воду</span><br>",
      "<div>Бот из сосны спустили на воду</div><div><img src=/b.jpg><i>Бот из сосны спустили на воду</i></div>",
    ])
  func overTheText(line: String) throws {
    let body = "<p><a href=/>Вести Заозёрска</a></p><div class=c><div>Озеро</div>\(line)%</div>"
    #expect(try Self.title("<title>Вести Заозёрска</title>", body) == "Бот из сосны спустили на воду")
  }

  @Test("the site's name in the header is no headline though the page's title ends in it")
  func nameBehind() throws {
    let head = "<title>Бот из сосны - как его шили | Заозёрск - Лодки . Снасти</title>"
    let body =
      "<header><nav><a href=/a>Лодки</a></nav><h1>Лодки . Снасти</h1></header><article><h2>Бот из сосны <i>как его шили</i></h2>%</article>"
    #expect(try Self.title(head, body) == "Бот из сосны как его шили")
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
