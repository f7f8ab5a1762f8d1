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

  private func day(
    _ head: String, _ before: String, address: String = "https://gazeta.example/novosti/most.html"
  )
    throws -> String?
  {
    let html =
      "<html><head><title>Мост закрыли</title>\(head)</head><body><article><h1>Мост закрыли</h1>"
      + "\(before)\(Self.body)</article></body></html>"
    let page = PageText(
      Data(html.utf8), contentType: "text/html; charset=utf-8", address: WebAddress(address))
    let article = try #require(
      ArticleExtractor.article(in: page, timeZone: nil, now: Date(timeIntervalSince1970: 1_768_953_600)))
    let published = article.document.published
    return published.map { $0.formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()) }
  }

  @Test("A meta element's value counts where it has no content")
  func metaValue() throws {
    let head = #"<meta property="article:published_time" value="2024-12-13T20:41:00Z">"#
    #expect(try day(head, "") == "2024-12-13")
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
}
