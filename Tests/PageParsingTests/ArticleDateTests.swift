import Foundation
import NewsModel
import PageParsing
import Testing

@Suite("Where an article's date is found")
struct ArticleDateTests {
  private static let body =
    (1...6).map {
      "<p>Мост через Тобылгу закрыли на ремонт до конца месяца, объезд идёт по улице номер \($0), "
        + "автобусы ходят по прежнему расписанию, а грузовики пойдут через старую переправу.</p>"
    }.joined()

  private func document(
    _ head: String, _ before: String, address: String = "https://gazeta.example/novosti/most.html"
  ) throws -> ArticleDocument {
    let html =
      "<html><head><title>Мост закрыли</title>\(head)</head><body><article><h1>Мост закрыли</h1>"
      + "\(before)\(Self.body)</article></body></html>"
    let page = PageText(
      Data(html.utf8), contentType: "text/html; charset=utf-8", address: WebAddress(address))
    let article = try #require(
      ArticleExtractor.article(in: page, timeZone: nil, now: Date(timeIntervalSince1970: 1_768_953_600)))
    return article.document
  }

  private func day(
    _ head: String, _ before: String, address: String = "https://gazeta.example/novosti/most.html"
  ) throws -> String? {
    try document(head, before, address: address).published.map {
      $0.formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
    }
  }

  @Test("A meta element's value counts where it has no content")
  func metaValue() throws {
    let head = #"<meta property="article:published_time" value="2024-12-13T20:41:00Z">"#
    #expect(try day(head, "") == "2024-12-13")
  }

  @Test("An article whose page tells no hour has a day, and one whose page does a moment")
  func dayOnly() throws {
    #expect(try document("", #"<span class="date">13 декабря 2024</span>"#).isDayOnly)
    #expect(try !document("", #"<span class="date">13 декабря 2024, 20:41</span>"#).isDayOnly)
    #expect(try !document("", "").isDayOnly)
  }

  @Test("The day that readers see goes before an attribute that says another one")
  func visibleDay() throws {
    let line = #"<time datetime="2025-08-01T00:00:00Z">5 декабря 2024, 18:26</time>"#
    #expect(try day("", line) == "2024-12-05")
  }

  @Test("An address filed by days goes before the date of a later edition")
  func addressDay() throws {
    let head = #"<meta property="article:published_time" content="2025-06-01T10:00:00Z">"#
    #expect(
      try day(head, "", address: "https://gazeta.example/2024/12/13/most-zakryli/index.html") == "2024-12-13")
  }

  /// The moment as JSON writes it, by the clock of its zone.
  private func moment(_ head: String, _ line: String) throws -> String? {
    let html =
      "<html><head><title>Мост закрыли</title>\(head)</head><body><article><h1>Мост закрыли</h1>"
      + "\(line)\(Self.body)</article></body></html>"
    let page = PageText(Data(html.utf8), contentType: "text/html; charset=utf-8", address: nil)
    let article = try #require(
      ArticleExtractor.article(in: page, now: Date(timeIntervalSince1970: 1_768_953_600)))
    let json = try JSONSerialization.jsonObject(with: PageJSON.article(article, page: page)) as? [String: Any]
    return json?["date_published"] as? String
  }

  private static let utc = #"<meta property="article:published_time" content="2024-12-13T20:41:29+00:00">"#

  @Test("A moment stated in UTC takes the zone of the clock that readers see")
  func shownZone() throws {
    #expect(try moment(Self.utc, "<time>14 декабря 2024, 01:41</time>") == "2024-12-14T01:41:29+05:00")
    let other = Self.utc + #"<meta name="sailthru.date" content="2024-12-13 12:41:29">"#
    #expect(try moment(other, "") == "2024-12-13T12:41:29-08:00")
  }

  @Test("Another moment on the page says nothing of the zone")
  func otherMoment() throws {
    #expect(try moment(Self.utc, "<time>14 декабря 2024, 01:50</time>") == "2024-12-13T20:41:29Z")
    #expect(try moment(Self.utc, "<time>16 декабря 2024, 01:41</time>") == "2024-12-13T20:41:29Z")
  }

  @Test("A tooltip by the reader's clock gives way to the moment within")
  func tooltip() throws {
    let line =
      #"<a class="date" title="11:25 PM - 10 Jul 2020"><span data-time="1594448702">10 Jul</span></a>"#
    #expect(try moment("", line) == "2020-07-11T06:25:02Z")
  }
}
