import Foundation
import NewsModel
import Testing

@testable import PageParsing

@Suite("Rules of furniture")
struct FurnitureRuleTests {
  private func read(_ body: String, _ reading: BodyReading) throws -> ExtractedArticle {
    let text = "<html><body><main><article><h1>Мост открыли</h1>\(body)</article></main></body></html>"
    return try #require(
      ArticleExtractor.article(
        in: PageText(text: text, address: WebAddress("https://reka.example/most")),
        now: Date(timeIntervalSince1970: 1_780_000_000), reading: reading))
  }

  private let prose = """
    <p>Движение по мосту открыли утром, первой прошла колонна городских автобусов, за ней поехали все, кто ждал.</p>
    <p>Ремонт длился полтора года, подрядчик заменил опоры и перила, а летом обещает положить второй слой асфальта.</p>
    """

  @Test(
    "What was taken out is told with the rule that took it",
    arguments: [
      ("<div class=\"share\">Рассказать соседям по дому</div>", "class share", "Рассказать соседям по дому"),
      ("<nav><a href=\"/a\">Все новости</a></nav>", "nav", "Все новости"),
      ("<p>Читайте также:</p>", "invitation", "Читайте также:"),
      ("<h2>Мост открыли</h2>", "title again", "Мост открыли"),
      ("<p>Обновлено 12 мая 2026</p>", "closing line", "Обновлено 12 мая 2026"),
    ])
  func tellsTheRule(part: String, rule: String, text: String) throws {
    var reading = BodyReading()
    reading.isRecording = true
    let article = try read(PageParsingTests.prose(1...4) + part, reading)
    #expect(article.removed.contains(RemovedPart(rule: rule, text: text)), "\(article.removed)")
    #expect(!article.runningText.contains(text))
  }

  @Test("A rule that is switched off takes nothing out, and nothing is recorded unasked")
  func switchedOff() throws {
    var reading = BodyReading()
    reading.without = ["invitation", "invitation in a text"]
    let article = try read(prose + "<p>Читайте также:</p>" + prose, reading)
    #expect(article.runningText.contains("Читайте также"))
    #expect(article.removed.isEmpty)
  }

  @Test("No two rules have one name, and each threshold is listed once")
  func names() {
    #expect(Set(BodyReading.ruleNames).count == BodyReading.ruleNames.count)
    #expect(BodyWeights.all.count == Mirror(reflecting: BodyWeights()).children.count)
    #expect(
      Set(BodyWeights.all.map(\.name)) == Set(Mirror(reflecting: BodyWeights()).children.compactMap(\.label)))
  }

  @Test("What is told of a page with thousands of parts is bounded")
  func bounded() throws {
    var reading = BodyReading()
    reading.isRecording = true
    let parts = (0..<3000).map { "<div class=\"share\">Слово \($0)</div>" }.joined()
    #expect(try read(prose + parts, reading).removed.count == RemovedPart.most)
  }
}
