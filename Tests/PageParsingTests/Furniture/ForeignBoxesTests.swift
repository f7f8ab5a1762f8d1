import Foundation
import Testing

@testable import PageParsing

@Suite("Boxes about something else")
struct ForeignBoxesTests {
  private static func card(_ number: Int, _ name: String) -> String {
    """
    <\(name)><h3><a href="/news/\(number)">Пекарня номер \(number) сменила хозяина</a></h3><p>Хлеб там пекут с прошлого \
    века, и рецепт, по словам соседей, не менялся ни разу за все годы.</p></\(name)>
    """
  }

  @Test("Three cards made alike that lead elsewhere are no text", arguments: ["div", "section", "article"])
  func teasers(name: String) throws {
    let cards = (1...4).map { Self.card($0, name) }.joined()
    let text = try articleText(
      "<main><h1>Мост открыли</h1><div>\(prose(1...3))</div><div class=\"more\">\(cards)</div></main>")
    #expect(text.contains("номер 3"))
    #expect(!text.contains("Хлеб там пекут"))
  }

  @Test(
    "What counts the comments under a title heads none of them",
    arguments: [
      "Комментарии (3)", "Комментариев: 3", "Коментарі: 4", "Пікірлер: 2", "Фикерләр (0)", "Каментары: 1",
    ])
  func commentCounters(counter: String) throws {
    let text = try articleText(
      "<div class=post><h1>Мост открыли</h1><div class=n>\(counter)</div><div>\(prose(1...3))</div>"
        + "<h3>Комментарии (1)</h3><div><p>Давно пора было открыть этот мост, молодцы строители!</p></div></div>"
    )
    #expect(text.contains("номер 3") && !text.contains("Давно пора"))
  }

  private static let slides = (1...5).map {
    "<div class=slide><h2>Пекарня номер \($0)</h2><p>Хлеб там пекут с прошлого века, и рецепт, по словам соседей, не "
      + "менялся ни разу за все годы, сколько бы печь ни перекладывали.</p></div>"
  }.joined()

  @Test(
    "A gallery that an article goes on behind is another's, one at its end under a few lines is the article")
  func galleries() throws {
    let gallery = "<section class=slideshow>\(Self.slides)</section>"
    let within = try articleText(
      "<article><h1>Мост открыли</h1>\(prose(1...2))\(gallery)\(prose(3...4))</article>")
    #expect(within.contains("номер 4, и по нему") && !within.contains("Хлеб там пекут"))
    let atEnd = try articleText("<article><h1>Мост открыли</h1>\(prose(1...1))\(gallery)</article>")
    #expect(atEnd.contains("номер 1, и по нему") && atEnd.contains("Хлеб там пекут"))
  }

  @Test(
    "Chapters in boxes made alike are one text; a box with a day and a linked heading is the next article")
  func chapters() throws {
    func box(_ heading: String, _ numbers: ClosedRange<Int>, _ rest: String = "") -> String {
      "<div class=news-text>\(rest)<h2>\(heading)</h2>\(prose(numbers))</div>"
    }
    let first = "<div class=news-text><h1>Мост открыли</h1>\(prose(1...3))</div>"
    let chapter = try articleText("<main>\(first)\(box("Что построят потом", 4...6))</main>")
    #expect(chapter.contains("номер 6"))
    let next = try articleText(
      "<main>\(first)\(box("<a href=/n/2>Пекарня сменила хозяина вчера</a>", 4...6, "<time>19.01.2026</time>"))</main>"
    )
    #expect(!next.contains("номер 6"))
  }

  @Test("One card of another story in a text is none of it")
  func singleCard() throws {
    let text = try articleText(
      "<article><h1>Мост открыли</h1><div>\(prose(1...2))\(Self.card(1, "div"))\(prose(3...3))</div></article>"
    )
    #expect(text.contains("номер 3") && !text.contains("Хлеб там пекут"))
  }

  @Test("Boxes whose headings lead nowhere are the article")
  func placesAreText() throws {
    let places = (1...4).map {
      "<div><h3>Пекарня номер \($0)</h3><p>Хлеб там пекут с прошлого века, и рецепт не менялся ни разу.</p></div>"
    }.joined()
    let text = try articleText("<main><h1>Мост открыли</h1>\(prose(1...2))\(places)</main>")
    #expect(text.contains("Хлеб там пекут"))
  }

  @Test("Of two articles made alike only the one with the title is read")
  func nextArticle() throws {
    let next = "<article><h2>Хор вернулся с конкурса</h2>\(prose(7...12))</article>"
    let text = try articleText("<article><h1>Мост открыли</h1>\(prose(1...2))</article>\(next)")
    #expect(text.contains("номер 2"))
    #expect(!text.contains("номер 7"))
  }

  @Test("Reports within an article belong to it")
  func innerArticles() throws {
    let reports = (3...5).map { "<article><h2>В эфире час номер \($0)</h2>\(prose($0...$0))</article>" }
      .joined()
    let text = try articleText("<article><h1>Мост открыли</h1>\(prose(1...2))\(reports)</article>")
    for number in 1...5 { #expect(text.contains("номер \(number),"), "\(number)") }
  }

  @Test(
    "A text ends before the heading of what readers say",
    arguments: [
      "<h3>Комментарии (12)</h3>", "<b>Отзывы читателей</b>", "<h2>Comments</h2>", "<div>Пікірлер</div>",
      "<legend>Обсуждение: 3</legend>", "<h3>2 комментария к записи «Мост открыли»</h3>",
    ])
  func commentsUnderHeading(heading: String) throws {
    let comments = "<div>Гость: \(prose(7...9))</div>"
    let text = try articleText(
      "<div><h1>Мост открыли</h1>\(prose(1...2))<div>\(heading)\(comments)</div></div>")
    #expect(text.contains("номер 2"))
    #expect(!text.contains("номер 7"))
  }

  @Test("The time of a comment is not the article's")
  func dateOfComment() throws {
    let page =
      "<title>Мост открыли</title><div><h1>Мост открыли</h1>\(prose(1...2))</div><h3>Комментарии (2)</h3>"
      + "<table><tr><td>Гость, 5.05.2026</td><td>\(prose(7...8))</td></tr></table>"
    let article = ArticleExtractor.article(
      in: PageText(text: page, address: nil), now: Date(timeIntervalSince1970: 1_780_000_000))
    #expect(article != nil && article?.document.published == nil)
  }

  @Test(
    "A section about the comment of somebody is text", arguments: ["Комментарий инженера", "Отзывы о мосте"])
  func commentOfExpert(heading: String) throws {
    let text = try articleText(
      "<div><h1>Мост открыли</h1>\(prose(1...2))<h3>\(heading)</h3>\(prose(7...8))</div>")
    #expect(text.contains("номер 7"))
  }

  @Test(
    "A line or two at the title outweigh what is longer beside them",
    arguments: [
      "<aside>", "<div class=\"sidebar\">", "<div class=\"right-column\">", "<div id=\"comments\">", "<form>",
      "<div role=\"complementary\">", "<div role=\"dialog\">",
    ])
  func beside(tag: String) throws {
    let name = tag.contains("aside") ? "aside" : tag.contains("form") ? "form" : "div"
    let text = try articleText(
      "<div><h1>Мост открыли</h1><p>Проезд по мосту открыли в полдень и без речей</p></div>"
        + "\(tag)<h3>Другое</h3>\(prose(7...12))</\(name)>")
    #expect(text == "Проезд по мосту открыли в полдень и без речей")
  }

  @Test("What is hidden from those who listen is no text beside the title's, a page all hidden is one")
  func unheard() throws {
    let text = try articleText(
      "<div aria-hidden=\"true\">\(prose(7...12))</div><div><h1>Мост открыли</h1>\(prose(1...3))</div>")
    #expect(text.contains("номер 1") && !text.contains("номер 7"))
    let hidden = try articleText("<div aria-hidden=\"true\"><h1>Мост открыли</h1>\(prose(1...3))</div>")
    #expect(hidden.contains("номер 3"))
  }
}
