import Foundation
import NewsModel
import PageParsing
import Testing

/// A site file's selectors say where an article's parts are, whatever the page itself seems to say.
@Suite("Articles by a site file's selectors")
struct ArticleRulesTests {
  private static let now = Date(timeIntervalSince1970: 1_768_953_600)

  private static let html = """
    <html lang="ru"><head><title>Лента</title><meta property="og:title" content="Не тот заголовок">
    <meta name="author" content="Иван Чужой">
    <meta property="article:published_time" content="2020-01-01T00:00:00Z">
    <meta property="article:tag" content="Чужое"></head><body>
    <h1>Рубрика недели</h1><div class="kicker">Паром вернули на реку</div>
    <span class="when">21.01.2026</span><span class="who">Анна Петрова</span>
    <article class="article-body"><p>Этот длинный абзац стоит там, где текст ищут все, но он говорит о другом, и сайт это
    знает: здесь живёт реклама соседнего магазина.</p><p>И этот длинный абзац говорит о нём же, чтобы рекламы было
    больше, чем новостей, и ни одно правило её не нашло.</p></article>
    <div class="comments"><p>Паром вернули на реку в среду, он стоял с августа.</p>
    <p class="ad">Скидки на лодки!</p><p>Билет стоит сорок рублей.</p></div>
    <b class="label">Паром</b><b class="label">Река</b><a class="more" href="/2">Ещё</a></body></html>
    """

  private static func article(_ selectors: [SiteRules.Role: String]) throws -> ExtractedArticle {
    let page = PageText(text: html, address: WebAddress("https://vesti.example/1"))
    return try #require(
      ArticleExtractor.article(in: page, rules: SiteRules(selectors: selectors), now: now))
  }

  @Test("Every part of an article is taken from where the selectors say")
  func everyPart() throws {
    let article = try Self.article([
      .title: ".kicker", .author: ".who", .date: ".when", .body: ".comments", .remove: ".ad",
      .tags: ".label", .next: "a.more",
    ])
    #expect(article.document.title == "Паром вернули на реку")
    #expect(article.document.authors == ["Анна Петрова"])
    #expect(article.document.published == Date(timeIntervalSince1970: 1_768_953_600))
    #expect(
      article.document.plainText
        == "Паром вернули на реку в среду, он стоял с августа.\n\nБилет стоит сорок рублей.")
    #expect(article.document.tags == ["Паром", "Река"])
    #expect(article.nextPage?.text == "https://vesti.example/2")
    #expect(
      article.evidence.filter { $0.rule == "site file" }.map(\.field) == ["title", "body", "date", "authors"])
  }

  @Test("Without selectors the page's own data and marks count")
  func withoutSelectors() throws {
    let document = try Self.article([:]).document
    #expect(document.title == "Рубрика недели")
    #expect(document.authors == ["Иван Чужой"])
    #expect(document.plainText.hasPrefix("Этот длинный абзац"))
  }

  @Test("What a selector removes is gone where the text was found without one, too")
  func removedElsewhere() throws {
    let text = try Self.article([.remove: "article p:first-child"]).document.plainText
    #expect(text.hasPrefix("И этот длинный абзац"))
    #expect(try !Self.article([.remove: "article"]).document.plainText.contains("длинный абзац"))
  }

  @Test("A selector that names nothing on a page, or is none, leaves the page's own")
  func emptySelectors() throws {
    let document = try Self.article([.title: ".absent", .body: "???"]).document
    #expect(document.title == "Рубрика недели")
    #expect(document.plainText.hasPrefix("Этот длинный абзац"))
  }
}
