import Foundation
import NewsModel
import PageParsing
import Testing

@Suite("Whom a page names as its author")
struct AuthorNameTests {
  private static let text = (1...4).map {
    "<p>Часовщик Луговой завёл башенные часы впервые за сорок лет, и полдень пробили так громко, что голуби "
      + "снялись с крыши дома номер \($0) и вернулись только к вечеру.</p>"
  }.joined()

  private static func authors(_ body: String, head: String = "") throws -> [String] {
    let html =
      "<html><head><title>Часы пошли</title>\(head)</head><body><div class=post><h1>Часы на башне пошли</h1>"
      + body.replacingOccurrences(of: "%", with: "<div class=entry>\(text)</div>") + "</div></body></html>"
    let page = PageText(text: html, address: WebAddress("https://lugovaya.example/n/1.html"))
    return try #require(ArticleExtractor.article(in: page, now: Date(timeIntervalSince1970: 1_769_000_000)))
      .document.authors
  }

  @Test(
    "a name under the text is the author's, in capitals too; a house's letters are none",
    arguments: [
      ("<p align=right>Анна БЕЛОВА</p>", ["Анна БЕЛОВА"]),
      ("<p><i>Беседовала Анна Белова.</i></p>", ["Анна Белова"]),
      ("<p>РИА Новости</p>", []),
    ])
  func signatures(line: String, names: [String]) throws {
    #expect(try Self.authors("<div class=entry>\(Self.text)\(line)</div>") == names)
  }

  @Test(
    "a person beside the day under the title is the author, a town is none",
    arguments: [
      ("<p>11.12.2019 - Анна Часова</p>", ["Анна Часова"]),
      ("<div>Анна Часова | 11 декабря 2019</div>", ["Анна Часова"]),
      ("<p>Нижний Новгород — 11.12.2019</p>", []), ("<h5>Автор: </h5>Анна Часова", ["Анна Часова"]),
      ("<p>11.12.2019 — Новости дня</p>", []),
    ])
  func besideDay(line: String, names: [String]) throws { #expect(try Self.authors(line + "%") == names) }

  @Test("the author of another article's card is not the page's")
  func card() throws {
    let card =
      "%<div><a href=/n/2><b>Кузнец поставил на площади новый флюгер</b> <span>Автор: Пётр Кузнецов</span></a></div>"
    #expect(try Self.authors(card).isEmpty)
  }

  @Test("several names in bold between the lead and the text are the authors")
  func boldNames() throws {
    let body =
      "<div class=entry><p><em>Голуби снялись с крыши,</em></p><p><em>полдень пробили впервые за сорок лет</em></p>"
      + "<p><strong>Анна Часова/Иван Башнин</strong></p>\(Self.text)</div>"
    #expect(try Self.authors(body) == ["Анна Часова", "Иван Башнин"])
  }

  @Test(
    "days, hours and labels in a by-line name nobody",
    arguments: [
      "<div class=byline>Среда, 4 апреля 2018, 9:30</div>%",
      "<div class=byline>Stand: 12.03.2021 | Text</div>%",
      "<div class=byline>Montag, 5. März 2018 um 9:30 Uhr</div>%", "<div class=author>12 публикаций</div>%",
    ])
  func labels(body: String) throws { #expect(try Self.authors(body).isEmpty) }

  @Test("links to sections, counts and networks are no persons, though they say so")
  func links() throws {
    let box = "<div><a rel=author href=/team/>Команда</a> <a rel=author href=/a>41 статья</a></div>%"
    #expect(try Self.authors(box).isEmpty)
    #expect(try Self.authors("<a rel=author href=/author/lin/>lin</a>%") == ["lin"])
  }

  @Test("the person whom the page names goes before the house in a meta element, a person there counts alone")
  func house() throws {
    let head = "<meta name=author content='Луг Медиа'>"
    #expect(
      try Self.authors("<p>Автор: <a href=/avtor/v>Вера Сенная</a></p>%", head: head) == ["Вера Сенная"])
    #expect(try Self.authors("%", head: "<meta name=author content='Вера Сенная'>") == ["Вера Сенная"])
  }

  @Test("a personal site may be called like its author")
  func personal() throws {
    let head = "<meta property=og:site_name content='Вера Сенная'>"
    #expect(
      try Self.authors("<p>Опубликовано: <a rel=author href=/author/v>Вера Сенная</a></p>%", head: head) == [
        "Вера Сенная"
      ])
  }

  @Test(
    "a plain line with a label, a day or an hour names its author",
    arguments: [
      ("%<div>Текст и снимки: Вера Сенная</div>", "Вера Сенная"),
      ("%<p>4. Mai 2013 — <a href=/c>Uhren</a> — lin @ 17:20</p>", "lin"),
      ("<p>written by Вера Сенная on 30 ноября 2025</p>%", "Вера Сенная"),
      ("%<p>Von Tess am 19.06.2014, 08:22</p>", "Tess"),
      ("%<footer>Автор: Вера Сенная</footer>", "Вера Сенная"),
    ])
  func plain(body: String, name: String) throws { #expect(try Self.authors(body) == [name]) }
}
