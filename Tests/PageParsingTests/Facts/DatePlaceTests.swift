import Foundation
import NewsModel
import PageParsing
import Testing

@Suite("Which of a page's dates is the article's")
struct DatePlaceTests {
  private static let text = (1...5).map {
    "<p>Дворники Сосновки расчистили дорожки парка и покрасили скамьи, так что вечером по аллее номер \($0) "
      + "гуляли семьями, а музыканты играли до темноты.</p>"
  }.joined()
  private static let menu =
    "<nav><a href=/gorod/>Город</a> <a href=/sport/>Спорт</a> <a href=/lyudi/>Люди</a></nav>"
  private static let neighbours = """
    <div class=x><a href=/a/1>Вертолёт привёз на метеостанцию новые приборы</a> <span class=date>19.01.2026</span></div>
    <div class=x><a href=/a/2>Ледовый городок простоит до конца зимы</a> <span class=date>18.01.2026</span></div>
    """

  /// `%` stands for the text's paragraphs.
  private static func moment(_ body: String, head: String = "") throws -> String? {
    let html =
      "<title>Скамьи в парке покрасили — Сосновка</title>\(head)<body>"
      + body.replacingOccurrences(of: "%", with: text)
    let page = PageText(text: html, address: WebAddress("https://sosnovka.example/gorod/skamyi.html"))
    let now = Date(timeIntervalSince1970: 1_769_000_000)
    let article = try #require(ArticleExtractor.article(in: page, now: now))
    return article.document.published.map { date in
      let text = date.addingTimeInterval(Double(article.zoneOffset ?? 0)).ISO8601Format()
      return String(article.document.isDayOnly ? text.prefix(10) : text.prefix(16))
    }
  }

  @Test(
    "the masthead tells today, however it is made; the line under the title tells when the article appeared",
    arguments: [
      "<header><span class=date>21.01.2026</span>\(menu)</header>",
      "<p class=date>Среда, 21 января 2026</p><a class=logo href=/>Сосновка</a>\(menu)",
      "<header>\(menu)<time datetime=2026-01-21>21 января</time></header>",
      "<div id=header><a class=logo href=/>Сосновка</a><b id=date>21.01.2026</b></div>",
      "<ul class=bar><li class=today-date>21.01.2026</li></ul>\(menu)",
      "<table><tr><td class=data>21 января 2026</td><td>\(menu)</td></tr></table>",
    ],
    [
      "<span>13.12.2024 20:41</span>", "<div><span>13.12.2024</span> <span>20:41</span></div>",
      "<small>13.12.2024 | 20:41</small>", "<i>13 декабря 2024, 20:41</i>", "13.12.2024 20:41",
    ])
  func masthead(head: String, line: String) throws {
    let page = "\(head)<div class=row><h1>Скамьи в парке покрасили</h1>\(line)<div class=text>%</div></div>"
    #expect(try Self.moment(page + Self.neighbours) == "2024-12-13T20:41")
  }

  @Test(
    "what the data state in UTC falls on the day that the page shows",
    arguments: [
      ("2026-01-10T22:30:00Z", "<span class=date>11 января 2026</span>", "2026-01-11T00:30"),
      ("2026-01-11T02:10:00Z", "<time>10 января 2026</time>", "2026-01-10T23:10"),
      ("2026-01-10T22:30:00Z", "<span class=date>10 января 2026</span>", "2026-01-10T22:30"),
      ("2026-01-10T22:30:00+00:00", "<p class=date>Обновлено 11 января 2026</p>", "2026-01-10T22:30"),
    ])
  func shownDay(stated: String, line: String, expected: String) throws {
    let head = "<meta property=article:published_time content='\(stated)'>"
    #expect(
      try Self.moment("<h1>Скамьи в парке покрасили</h1>\(line)<div class=text>%</div>", head: head)
        == expected)
  }

  @Test("a meta element that says no more than «date» yields to the line under the title")
  func vague() throws {
    let head = "<meta name=date content=2026-01-12>"
    let body = "<h1>Скамьи в парке покрасили</h1><time>11.01.2026, 12:01</time><div class=text>%</div>"
    #expect(try Self.moment(body, head: head) == "2026-01-11T12:01")
  }

  @Test(
    "a class that tells where something stands does not make it another's",
    arguments: ["top_line", "author-top", "row margin-bottom", "hidden-xs info", "elementor-top-section"])
  func place(name: String) throws {
    let body =
      "<h1>Скамьи в парке покрасили</h1><div class='\(name)'><time datetime='2026-01-11T12:01'>вчера</time></div>"
    #expect(try Self.moment(body + "<div class=text>%</div>") == "2026-01-11T12:01")
  }

  @Test("a time that its class calls the last change yields to the one of publication")
  func updatedClass() throws {
    let times =
      "<time class='entry-date published' datetime=2026-01-10T08:00>10.01</time><time class=updated datetime=2026-01-12T08:00>12.01</time>"
    #expect(
      try Self.moment("\(times)<h1>Скамьи в парке покрасили</h1><div class=text>%</div>")
        == "2026-01-10T08:00")
  }

  @Test("numbers between bars are a day, a year alone is none")
  func bars() throws {
    let row = "<table><tr><td>26 | 01 | 2025</td><td>Город</td></tr></table>"
    #expect(
      try Self.moment("<h1>Скамьи в парке покрасили</h1><i>2024</i>\(row)<div class=text>%</div>")
        == "2025-01-26")
  }

  @Test(
    "a line of data behind the text counts where it stands in the article's own box",
    arguments: [
      "<footer>Опубликовано <time datetime=2025-03-04>4 марта</time></footer>",
      "<div class=post-footer>Записал Пётр, 04.03.2025</div>",
      "<aside><dl><dt>Опубликовано</dt><dd>4 марта 2025</dd></dl></aside>",
    ])
  func behind(foot: String) throws {
    let article = "<article><h1>Скамьи в парке покрасили</h1><div class=text>%</div>\(foot)</article>"
    #expect(
      try Self.moment("\(article)\(Self.neighbours)<footer>© 2019, обновлено 1.02.2026</footer>")
        == "2025-03-04")
  }

  @Test("a title behind the text is looked at like one before it")
  func titleBehind() throws {
    let foot = "<div class=post-footer>Записал Пётр, 04.03.2025</div>"
    let page = "<article><div class=text>%</div><h1>Скамьи в парке покрасили</h1>\(foot)</article>"
    #expect(try Self.moment(page) == "2025-03-04")
  }

  @Test(
    "the opening of a dispatch is its date, a day in a sentence is not",
    arguments: [
      ("(04.03.2025) Дворники", "2025-03-04"), ("Сосновка, 4 марта 2025 г. — Дворники", "2025-03-04"),
      ("[4 марта 2025] Дворники", "2025-03-04"), ("В ночь на 4 марта 2025 года дворники", nil),
      ("С 4 марта 2025 года — так решил совет — дворники", nil),
    ])
  func dateline(opening: String, day: String?) throws {
    let page =
      "<article><h1>Скамьи в парке покрасили</h1><div><p>\(opening) расчистили дорожки парка и покрасили "
    #expect(
      try Self.moment(page + "скамьи, так что вечером по аллее гуляли семьями.</p>%</div></article>") == day)
  }

  @Test(
    "a day cut into pieces, beside its hour, with a short year or after a change is read whole",
    arguments: [
      ("<div><span>4</span><span>марта</span><span>2025</span></div>", "2025-03-04"),
      ("<b class=date>4 марта 2025</b><b class=time>07:15</b>", "2025-03-04T07:15"),
      ("<b class=time>07:15</b><b class=date>4 марта 2025</b>", "2025-03-04T07:15"),
      ("<p class=by>Пётр Дальний, 4.3.25</p>", "2025-03-04"),
      ("<p>4 марта 2025 @ 07:15</p>", "2025-03-04T07:15"),
      ("<p>Изменено 6 марта 2025, 10:00. Размещено 4 марта 2025, 07:15</p>", "2025-03-04T07:15"),
      ("<b class=date>4 марта 2025</b><b>7-15 просмотров</b>", "2025-03-04"),
      ("<span property='dc:created' content='2025-03-04T07:15:00Z'></span>", "2025-03-04T07:15"),
      ("<p>Вышло 4 марта</p>", "2025-03-04"),
    ])
  func pieces(line: String, moment: String) throws {
    #expect(
      try Self.moment("<article><h1>Скамьи в парке покрасили</h1>\(line)<div>%</div></article>") == moment)
  }

  @Test(
    "a day without a year far from the title is a comment's or an event's",
    arguments: [
      "<div class=c><span class=when>вчера</span> Ура!</div>",
      "<p><b class=date>9 мая</b> Праздник улицы</p>",
    ])
  func yearless(foot: String) throws {
    #expect(
      try Self.moment("<article><h1>Скамьи в парке покрасили</h1><div>%%%</div></article>\(foot)") == nil)
  }

  @Test(
    "where no line tells it, the state of a script does, beside the article's own title; then the page's title",
    arguments: [
      (
        #"<script>window.s = {"a": {"title": "Скамьи в парке покрасили", "publishedAt": "2025-03-04T07:15:00Z"}}</script>"#,
        "2025-03-04T07:15"
      ),
      (
        #"<script type=application/json>[{"headline": "Скамьи в парке покрасили", "meta": {"pub_date": 1741072500}}]</script>"#,
        "2025-03-04T07:15"
      ),
      (
        #"<script>push("{\"title\": \"Скамьи в парке покрасили\", \"createdAt\": \"2025-03-04\"}")</script>"#,
        "2025-03-04"
      ),
      (
        #"<script>x({"title": "Ледовый городок простоит до конца зимы", "publishedAt": "2025-03-04"})</script>"#,
        nil
      ),
      ("<meta property=og:title content='Скамьи в парке покрасили (04.03.2025)'>", "2025-03-04"),
    ])
  func state(head: String, moment: String?) throws {
    #expect(
      try Self.moment("<article><h1>Скамьи в парке покрасили</h1><div>%</div></article>", head: head)
        == moment)
  }

  @Test("of two tellings of one moment the fuller one counts, and a change at the same time is none")
  func fuller() throws {
    let json =
      #"<script type=application/ld+json>{"@type": "NewsArticle", "datePublished": "2025-03-04"}</script>"#
    let meta = "<meta property=article:published_time content=2025-03-04T07:15:00+05:00>"
    let article = "<article><h1>Скамьи в парке покрасили</h1><div>%</div></article>"
    #expect(try Self.moment(article, head: json + meta) == "2025-03-04T07:15")
    let same = meta + "<meta property=article:modified_time content=2025-03-04T02:15:00Z>"
    let page = PageText(
      text: "<html><head><title>Скамьи</title>\(same)</head><body>"
        + article.replacingOccurrences(of: "%", with: Self.text),
      address: WebAddress("https://sosnovka.example/1"))
    let read = ArticleExtractor.article(in: page, now: Date(timeIntervalSince1970: 1_769_000_000))
    #expect(read?.document.published != nil)
    #expect(read?.document.modified == nil)
  }
}
