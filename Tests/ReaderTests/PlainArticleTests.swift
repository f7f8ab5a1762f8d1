import NewsModel
import Phrases
import Testing

@testable import Reader

@Suite("An article as plain text")
struct PlainArticleTests {
  @Test("No line begins with the point between two facts, and spaces that held are plain ones")
  func byline() throws {
    let listed = try #require(SamplePaper.articles.first)
    let document = SamplePaper.document(listed.id.rawValue)
    let opened = OpenedArticle(listed: listed, document: document, source: "Эхо")
    let phrases = Phrasebook(language: .ru, timeZone: .gmt)
    var points = 0
    for columns in 20...80 {
      for line in PlainArticle.lines(of: opened, phrases: phrases, columns: columns) {
        #expect(!line.hasPrefix("·"), "\(columns): \(line)")
        #expect(!line.contains("\u{A0}"))
        if line.hasSuffix(" ·") { points += 1 }
      }
    }
    #expect(points > 0)
  }

  @Test("Links have whole addresses, each on one line, however narrow the text is", arguments: [12, 40, 72])
  func links(columns: Int) throws {
    let long =
      "https://www.echo.example/2020/12/03/" + String(repeating: "slovo-", count: 30) + "%D0%B0?a=b#c"
    let addresses = try [long, "http://echo.example/"].map { try #require(WebAddress($0)) }
    let inlines = addresses.map { Inline("слово ", link: $0) }
    let listed = try #require(SamplePaper.articles.first)
    let document = ArticleDocument(title: "Новость", blocks: [.paragraph(inlines)])
    let opened = OpenedArticle(listed: listed, document: document)
    let lines = PlainArticle.lines(of: opened, phrases: Phrasebook(language: .ru), columns: columns)
    #expect(lines.suffix(2) == ["[1] \(addresses[0].text)", "[2] \(addresses[1].text)"])
    let others = lines.dropLast(2).map(\.count)
    #expect(others.allSatisfy { $0 <= columns })
  }

  @Test("A text that is not here names a command that fetches it, not a key")
  func noText() throws {
    let listed = try #require(SamplePaper.articles.first)
    let opened = OpenedArticle(listed: listed, document: nil)
    let text = PlainArticle.lines(of: opened, phrases: Phrasebook(language: .ru), columns: 100).joined()
    #expect(text.contains("vestnik fetch --full-text") && !text.contains("Нажмите"))
  }

  @Test(
    "A text that begins with its summary is not told twice, however spaces and stops are set in it",
    arguments: [
      ("УФА. 3 декабря. Мост открыли после ремонта и …", true), ("Мост открыт после ремонта", false),
      ("Мост", false),
    ])
  func summary(told: String, isRepeated: Bool) throws {
    var listed = try #require(SamplePaper.articles.first)
    listed.article.summary = told
    let text = [Inline("УФА.3\u{A0}декабря."), Inline(" Мост открыли после ремонта и проверки.")]
    let document = ArticleDocument(title: "Новость", blocks: [.paragraph(text)])
    let opened = OpenedArticle(listed: listed, document: document)
    let lines = PlainArticle.lines(of: opened, phrases: Phrasebook(language: .ru), columns: 100)
    #expect(lines.filter { $0.contains("Мост") }.count == (isRepeated ? 1 : 2))
  }

  @Test("Words stay whole where a program reads them, and are divided where a person asks for it")
  func wholeWords() throws {
    let words = ["водоснабжения", "сельско\u{AD}хозяйственного", "железнодорожников"]
    let text = words.map { "О деле \($0) сказано всё." }.joined(separator: " ")
    let listed = try #require(SamplePaper.articles.first)
    let document = ArticleDocument(title: "Новость", language: "ru", blocks: [.paragraph([Inline(text)])])
    let opened = OpenedArticle(listed: listed, document: document)
    func lines(dividesWords: Bool) -> [String] {
      PlainArticle.lines(
        of: opened, phrases: Phrasebook(language: .ru), columns: 24, dividesWords: dividesWords)
    }
    let whole = lines(dividesWords: false)
    for word in words { #expect(whole.joined(separator: "\n").contains(word.withoutSoftHyphens)) }
    #expect(!whole.contains { $0.hasSuffix("-") })
    let divided = lines(dividesWords: true)
    #expect(divided.contains { $0.hasSuffix("-") })
    #expect(!(whole + divided).joined().unicodeScalars.contains("\u{AD}"))
  }
}
