import Foundation
import NewsModel
import PageParsing
import Testing

/// Articles that several people wrote, in every place where pages name them.
@Suite("Articles of several authors")
struct SeveralAuthorsTests {
  private static func authors(head: String = "", byline: String = "") throws -> [String] {
    let html = """
      <html lang="ru"><head><title>Мост закрыли</title>\(head)</head><body><article><h1>Мост закрыли</h1>\(byline)
      <p>Мост через реку закрыли на ремонт до весны, движение идёт в объезд через соседнее село.</p>
      <p>Рабочие меняют настил и перила, а с мая начнут красить опоры, обещают в управлении дорог.</p>
      </article></body></html>
      """
    let page = PageText(text: html, address: WebAddress("https://vesti.example/1"))
    let now = Date(timeIntervalSince1970: 1_768_953_600)
    return try #require(ArticleExtractor.article(in: page, now: now)).document.authors
  }

  private static let both = ["Анна Петрова", "Иван Сидоров"]

  @Test("The page's data lists them")
  func data() throws {
    let head = """
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Мост закрыли","author":
      [{"@type":"Person","name":"Анна Петрова"},{"@type":"Person","name":"Иван Сидоров"}]}</script>
      """
    #expect(try Self.authors(head: head) == Self.both)
  }

  @Test("Each has a meta tag of his own, or they share one")
  func meta() throws {
    let own = "<meta name=author content='Анна Петрова'><meta name=author content='Иван Сидоров'>"
    #expect(try Self.authors(head: own) == Self.both)
    #expect(try Self.authors(head: "<meta name=author content='Анна Петрова, Иван Сидоров'>") == Self.both)
  }

  @Test("Who made the picture is nobody who wrote")
  func pictures() throws {
    let picture = "<span itemprop=author>Фото: Олег Снимков</span>"
    #expect(try Self.authors(byline: picture) == [])
    #expect(try Self.authors(byline: picture + "<p class=byline>Автор: Анна Петрова</p>") == ["Анна Петрова"])
    #expect(
      try Self.authors(head: "<meta name=author content='Фото: Олег Снимков; Анна Петрова'>") == [
        "Анна Петрова"
      ])
  }

  @Test("Each is marked in the by-line")
  func marked() throws {
    let items = Self.both.map { "<span itemprop=author><span itemprop=name>\($0)</span></span>" }
    #expect(try Self.authors(byline: items.joined(separator: ", ")) == Self.both)
    let links = Self.both.map { "<a rel=author href=/authors/1>\($0)</a>" }
    #expect(try Self.authors(byline: "<div>" + links.joined(separator: " и ") + "</div>") == Self.both)
    let spans = Self.both.map { "<span>\($0)</span>" }
    #expect(
      try Self.authors(byline: "<div class=author>" + spans.joined(separator: " ") + "</div>") == Self.both)
  }

  @Test(
    "A line names them all",
    arguments: [
      "<div class=author>Анна Петрова, Иван Сидоров</div>",
      "<div class=author>Анна Петрова и Иван Сидоров</div>",
      "<p class=byline>Авторы: Анна Петрова, Иван Сидоров</p>",
    ])
  func line(byline: String) throws { #expect(try Self.authors(byline: byline) == Self.both) }

  @Test("One who is named twice is one author")
  func twice() throws {
    #expect(
      try Self.authors(byline: "<div class=author>Анна Петрова, Анна  Петрова</div>") == ["Анна Петрова"])
  }
}
