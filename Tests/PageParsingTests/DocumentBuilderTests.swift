import Foundation
import NewsModel
import PageParsing
import TestSupport
import Testing

@Suite("Blocks of HTML")
struct DocumentBuilderTests {
  private let base = WebAddress("https://echo.example/news/1.html")

  private func blocks(_ html: String) -> [Block] { DocumentBuilder.blocks(fromHTML: html, base: base) }

  @Test("Paragraphs keep emphasis and links; links are resolved")
  func paragraphs() {
    #expect(
      blocks("<p>Раз <b>два</b>\n <a href='../o.html'>три <i>четыре</i></a>.</p>") == [
        .paragraph([
          Inline("Раз "), Inline("два ", style: .strong),
          Inline("три ", link: WebAddress("https://echo.example/o.html")),
          Inline("четыре", style: .emphasis, link: WebAddress("https://echo.example/o.html")), Inline("."),
        ])
      ])
  }

  @Test("One break stays in a paragraph, two begin another")
  func breaks() {
    #expect(blocks("раз<br>два<br><br>три").map(\.plainText) == ["раз\nдва", "три"])
  }

  @Test("A heading in a heading is a line of it")
  func headingInHeading() {
    #expect(
      blocks("<h2>Раз<h3>два <b>три</b></h3>четыре<ul><li>пять</ul></h2>") == [
        .heading(
          level: 2,
          [
            Inline("Раз"), Inline("\n"), Inline("два "), Inline("три", style: .strong), Inline("\n"),
            Inline("четыре"), Inline("\n"), Inline("пять"),
          ])
      ])
  }

  @Test(
    "Links to scripts, files and mail lose their target, not their words",
    arguments: [
      "javascript:alert(1)", "JavaScript:x", "file:///etc/passwd", "mailto:a@b.example", "tel:1",
      "data:text/html,x",
    ]
  )
  func dangerous(reference: String) {
    #expect(blocks("<p><a href=\"\(reference)\">слова</a></p>") == [.paragraph([Inline("слова")])])
  }

  @Test("Headings, lists, quotations, code and rules are blocks of their own")
  func structure() {
    let found = blocks(
      "<h3>Часть</h3><ol start=3><li>раз<li>два<ul><li>глубже</ul></ol><blockquote><p>слова</p></blockquote>"
        + "<pre>a\n  b</pre><hr><p>конец</p>")
    #expect(
      found == [
        .heading(level: 3, [Inline("Часть")]),
        .list(
          start: 3,
          items: [
            [.paragraph([Inline("раз")])],
            [.paragraph([Inline("два")]), .list(start: nil, items: [[.paragraph([Inline("глубже")])]])],
          ]),
        .quotation([.paragraph([Inline("слова")])]), .preformatted("a\n  b"), .rule,
        .paragraph([Inline("конец")]),
      ])
  }

  @Test("A figure keeps its picture and caption; a counter's pixel is no picture")
  func figures() {
    let found = blocks(
      "<figure><img data-src='/p.jpg' src='data:x' alt='Мост'><figcaption>Мост весной</figcaption></figure>"
        + "<p>текст<img src='/c.gif' width=1 height=1></p>")
    #expect(
      found == [
        .figure(
          Block.Figure(
            picture: WebAddress("https://echo.example/p.jpg"), description: "Мост",
            caption: [Inline("Мост весной")])),
        .paragraph([Inline("текст")]),
      ])
  }

  @Test("A table of data is a table, one that places things is not")
  func tables() {
    let data = blocks("<table><tr><th>Год<th>Сумма</tr><tr><td>2024<td>14,6</tr></table>")
    #expect(
      data == [
        .table(
          Block.Table(
            headingRows: 1,
            rows: [[[Inline("Год")], [Inline("Сумма")]], [[Inline("2024")], [Inline("14,6")]]]))
      ])
    #expect(
      blocks("<table><tr><td><p>раз</p><p>два</p></td></tr></table>").map(\.plainText) == ["раз", "два"])
  }

  @Test("Controls and bidirectional overrides never pass")
  func controls() {
    let text = blocks("<p>a\u{1B}[31mb\u{202E}c&#x9b;d&#27;e</p><pre>x\u{1B}y</pre>").map(\.plainText)
      .joined()
    #expect(!text.unicodeScalars.contains { CleanText.isRefused($0) && $0 != "\n" })
  }

  @Test(
    "Depth costs nothing",
    arguments: ["<blockquote>", "<ul><li>", "<table><tr><td>x<td>", "<div>", "<b>", "<figure>"])
  func depth(tag: String) {
    let start = ContinuousClock.now
    _ = blocks(String(repeating: tag, count: 30_000) + "дно")
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
