import NewsModel
import Testing

@testable import NewsCache

@Suite("Words of stored documents")
struct DocumentWordsTests {
  private static func words(of document: ArticleDocument) throws -> [Substring] {
    DocumentWords.text(ofJSON: try JSONText.encode(document)).split { $0.isWhitespace }
  }

  @Test("the words are those of the plain text, whatever the blocks, and nothing else's")
  func allBlocks() throws {
    let link = try #require(WebAddress("https://echo.example/t?_0=t"))
    let document = ArticleDocument(
      title: "Заголовок не текст", authors: ["t", "_0"], tags: ["t"], picture: link, summary: "не текст",
      blocks: [
        .paragraph([Inline("Слово «в \"кав"), Inline("ычках\" \\ ", style: [.strong]), Inline("t\":[ и")]),
        .heading(level: 2, [Inline("Под"), Inline("заголовок", link: link)]),
        .list(start: 3, items: [[.paragraph([Inline("раз")])], [.paragraph([Inline("два\nтри")])]]),
        .quotation([.paragraph([Inline("цитата 🙂")])]), .preformatted("строка\n\tещё/одна"),
        .table(
          Block.Table(
            caption: [Inline("итого")], headingRows: 1,
            rows: [[[Inline("столбец")], [Inline("другой")]], [[Inline("1")], []]])),
        .figure(Block.Figure(picture: link, description: "не подпись", caption: [Inline("подпись")])),
        .rule,
      ], related: [Headline(title: "не текст", address: link)])
    // A table's caption may be written behind its rows.
    #expect(try Self.words(of: document).sorted() == document.plainText.split { $0.isWhitespace }.sorted())
  }

  @Test("broken JSON gives what can be read and ends")
  func broken() {
    for text in ["", "\"", "{\"t\":\"конец\\", "{\"t\":\"a\\u00", "[[]]]", "{\"t\":\"слово"] {
      #expect(!DocumentWords.text(ofJSON: text).contains("\""))
    }
  }
}
