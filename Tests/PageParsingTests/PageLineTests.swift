import Foundation
import Markup
import NewsModel
import TestSupport
import Testing

@testable import PageParsing

@Suite("What became of every line of a page")
struct PageLineTests {
  private struct Reading {
    let context: PageContext
    let body: BodyReader.Body
    let lines: PageLines

    init(_ page: PageText) {
      var reading = BodyReading()
      reading.isRecording = true
      context = PageContext(
        page, rules: SiteRules(), timeZone: nil, now: ArticleFixtureTests.now, reading: reading)
      let title = TitleFinder(context: context).find()
      body = BodyReader(context: context).read(title: title.title, heading: title.heading)
      var reader = PageLineReader(
        context: context, body: body, heading: title.heading, blocks: body.blocks, limit: 1_000_000)
      lines = reader.read()
    }
  }

  @Test("The lines kept and those removed are the page, each once", arguments: ArticleFixtureTests.cases)
  func addUp(name: String) throws {
    let reading = Reading(
      PageText(
        try Fixture.bytes("Articles/\(name)/page.html"), contentType: nil,
        address: WebAddress("http://gazeta.example/news/page.html")))
    let lines = reading.lines
    #expect(lines.kept + lines.removed == lines.told.count)
    #expect(lines.told.count(where: \.isKept) == lines.kept)
    // Every letter of the page stands in one line.
    let document = reading.context.document
    var all = ""
    for node in 1..<document.count where document.isText(node) && !Self.isInHead(node, document) {
      all += document.text(node)
    }
    #expect(PageLineReader.key(lines.told.map(\.text).joined()).count == PageLineReader.key(all).count)
    // The article is what was kept, and every other line has a rule.
    guard !reading.body.isFromData else { return }
    let kept = lines.told.filter { $0.isKept && $0.rule != "title" }.map(\.text).joined()
    #expect(
      PageLineReader.key(kept).count
        == PageLineReader.key(reading.body.blocks.map(\.plainText).joined()).count)
    #expect(!lines.told.contains { $0.rule == PageLineReader.unknown })
  }

  private static func isInHead(_ node: Int, _ document: HTMLDocument) -> Bool {
    var node = node
    while node > 0 {
      if document.name(node) == .head || document.name(node) == .title { return true }
      node = document.parent(node)
    }
    return false
  }

  private static func line(_ text: String, in html: String) throws -> PageLine {
    var reading = BodyReading()
    reading.isRecording = true
    let page = PageText(text: html, address: WebAddress("https://reka.example/most"))
    let article = try #require(
      ArticleExtractor.article(in: page, now: ArticleFixtureTests.now, reading: reading))
    return try #require(article.lines.told.first { $0.text == text })
  }

  @Test(
    "A line is told with what took it out or kept it",
    arguments: [
      ("Мост открыли", true, "title"), ("Новости района", false, "nav"),
      ("Проверено вчера.", true, "in div.text"), ("Читайте также: школа", false, "invitation"),
      ("Спрятано", false, "unseen span"), ("Обновлено 12 мая 2026", false, "closing line"),
      ("По бокам", false, "beside the text"), ("Первая строка", true, "in div.text"),
      ("вторая строка", true, "in div.text"),
    ])
  func told(text: String, isKept: Bool, rule: String) throws {
    let html = """
      <nav>Новости района</nav><div>По бокам</div><main><h1>Мост открыли</h1><div class=text>\(prose(1...4))
      <p>Проверено вчера. <span hidden>Спрятано</span></p><p>Читайте также: <a href=/2>школа</a></p>
      <p>Первая строка<br>вторая строка</p>\(prose(5...5))<p>Обновлено 12 мая 2026</p></div></main>
      """
    let line = try Self.line(text, in: html)
    #expect(line.isKept == isKept && line.rule == rule, "\(line)")
  }

  @Test("What a rule would have taken, had it not held the text, is told so")
  func overruled() throws {
    let html =
      "<h1>Мост открыли</h1><div class=widget>\(prose(1...2))<p>Последнее слово за жителями.</p></div>"
    #expect(
      try Self.line("Последнее слово за жителями.", in: html).rule == "in div.widget, class sidebar overruled"
    )
  }

  @Test("Of a page with thousands of lines all are counted and the first ones told")
  func bounded() {
    let page = PageText(
      text: "<h1>Мост открыли</h1>" + prose(1...(PageLines.most + 10)), address: nil)
    let lines = Reading(page).lines
    #expect(lines.told.count == PageLines.most)
    #expect(lines.kept + lines.removed == PageLines.most + 11)
  }

  @Test("Nothing is told unasked")
  func unasked() throws {
    let page = PageText(text: "<h1>Мост открыли</h1>" + prose(1...3), address: nil)
    #expect(try #require(ArticleExtractor.article(in: page, now: ArticleFixtureTests.now)).lines.told.isEmpty)
  }
}
