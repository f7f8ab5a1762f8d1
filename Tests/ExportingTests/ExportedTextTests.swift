import Exporting
import NewsModel
import Testing

@Suite struct ExportedTextTests {
  private func text(_ blocks: [Block]) -> ExportedText { ExportedText(title: "Заголовок", blocks: blocks) }

  private func markdown(_ blocks: Block...) -> String {
    let document = MarkdownWriter.document(text(blocks))
    return String(document.dropFirst("# Заголовок\n\n".count).dropLast())
  }

  private func html(_ blocks: Block...) throws -> String {
    let page = HTMLWriter.page(text(blocks))
    let start = try #require(page.range(of: "</h1>\n"))
    let end = try #require(page.range(of: "\n</article>"))
    return String(page[start.upperBound..<end.lowerBound])
  }

  private let link = WebAddress("https://echo.example/a_(b)?x=1&y=2")

  @Test("Runs keep their style and their link; white space stands outside of the marks")
  func runs() throws {
    let block = Block.paragraph([
      Inline("Он сказал "), Inline("твёрдо ", style: .strong), Inline("нет", style: [.emphasis, .strong]),
      Inline(", и "), Inline("ушёл", link: link), Inline(". "), Inline("a`b", style: .code),
      Inline("\nдальше"),
    ])
    #expect(
      markdown(block)
        == "Он сказал **твёрдо** ***нет***, и [ушёл](https://echo.example/a_%28b%29?x=1&y=2). ``a`b``\\\nдальше"
    )
    #expect(
      try html(block)
        == "<p>Он сказал <strong>твёрдо </strong><strong><em>нет</em></strong>, и "
        + "<a href=\"https://echo.example/a_(b)?x=1&amp;y=2\">ушёл</a>. <code>a`b</code><br>дальше</p>")
  }

  @Test("What is text stays text")
  func escaping() throws {
    let block = Block.paragraph([Inline("<script>alert(\"1\")</script> & *звёзды* [скобки] _черта_")])
    #expect(
      markdown(block) == "\\<script\\>alert(\"1\")\\</script\\> \\& \\*звёзды\\* \\[скобки\\] \\_черта\\_")
    #expect(
      try html(block)
        == "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; *звёзды* [скобки] _черта_</p>")
    #expect(markdown(.paragraph([Inline("1. Не список")])) == "1\\. Не список")
    #expect(
      markdown(.paragraph([Inline("Стихи\n1. Не список\n# Не заголовок\n&copy;")]))
        == "Стихи\\\n1\\. Не список\\\n\\# Не заголовок\\\n\\&copy;")
    #expect(markdown(.paragraph([Inline("# Не заголовок")])) == "\\# Не заголовок")
    #expect(markdown(.paragraph([Inline("- не пункт")])) == "\\- не пункт")
  }

  @Test("Lists, quotations, preformatted text, headings and rules keep their shape")
  func shapes() throws {
    let list = Block.list(
      start: 3,
      items: [
        [.paragraph([Inline("три")])],
        [.paragraph([Inline("четыре")]), .list(start: nil, items: [[.paragraph([Inline("а")])]])],
      ])
    #expect(markdown(list) == "3. три\n\n4. четыре\n\n   - а")
    #expect(
      try html(list)
        == "<ol start=\"3\">\n<li>три</li>\n<li><p>четыре</p>\n<ul>\n<li>а</li>\n</ul></li>\n</ol>")
    let quotation = Block.quotation([.paragraph([Inline("раз")]), .paragraph([Inline("два")])])
    #expect(markdown(quotation) == "> раз\n>\n> два")
    #expect(markdown(.preformatted("a\n```\nb")) == "````\na\n```\nb\n````")
    #expect(markdown(.heading(level: 7, [Inline("Глубже")]), .rule) == "###### Глубже\n\n---")
    #expect(try html(.heading(level: 1, [Inline("Часть")]), .rule) == "<h2>Часть</h2>\n<hr>")
  }

  @Test("Tables get a heading row, and rows are filled up")
  func tables() throws {
    let table = Block.table(
      Block.Table(
        caption: [Inline("Цены")], rows: [[[Inline("рожь")], [Inline("9|1")]], [[Inline("овёс")]]]))
    #expect(markdown(table) == "Цены\n\n|  |  |\n| --- | --- |\n| рожь | 9\\|1 |\n| овёс |  |")
    #expect(
      try html(table)
        == "<table>\n<caption>Цены</caption>\n<tr><td>рожь</td><td>9|1</td></tr>\n<tr><td>овёс</td></tr>\n</table>"
    )
  }

  @Test("No address of this machine leaves it")
  func files() throws {
    let file = WebAddress("file:///home/me/notes.html")
    let figure = Block.figure(
      Block.Figure(picture: file, description: "вид", caption: [Inline("Вид на реку")]))
    #expect(markdown(figure, .paragraph([Inline("там", link: file)])) == "Вид на реку\n\nтам")
    let page = HTMLWriter.page(ExportedText(title: "Т", address: file, picture: file, blocks: [figure]))
    #expect(!page.contains("file:"))
    #expect(page.contains("<figure><figcaption>Вид на реку</figcaption></figure>"))
  }

  @Test("The lead is left out where the body begins with it; facts, tags and the source frame the text")
  func frame() {
    var text = ExportedText(
      title: "Мост", facts: ["Волна", "13 декабря 2024, 20:41"], address: link, language: "ru",
      summary: "Мост открыли.", blocks: [.paragraph([Inline("В пятницу ждали все.")])], tags: ["Мосты"])
    #expect(
      MarkdownWriter.document(text) == """
        # Мост

        *Волна · 13 декабря 2024, 20:41*

        **Мост открыли.**

        В пятницу ждали все.

        *Мосты*

        <https://echo.example/a_%28b%29?x=1&y=2>

        """)
    #expect(HTMLWriter.page(text).hasPrefix("<!DOCTYPE html>\n<html lang=\"ru\">\n"))
    text.blocks = [.paragraph([Inline("Мост открыли. В пятницу ждали все.")])]
    #expect(!MarkdownWriter.document(text).contains("**"))
  }

  @Test("A page names its author and its language where programs that keep texts look for them")
  func metadata() {
    var text = ExportedText(
      title: "Мост", authors: ["Нина \"Чайка\"", "Пётр"], language: "tt",
      blocks: [.paragraph([Inline("Текст.")])])
    let page = HTMLWriter.page(text)
    #expect(page.contains("<meta name=\"author\" content=\"Нина &quot;Чайка&quot;, Пётр\">"))
    #expect(page.contains("<meta name=\"dc.language\" content=\"tt\">"))
    text.authors = []
    text.language = nil
    #expect(
      !HTMLWriter.page(text).contains("name=\"author\"") && !HTMLWriter.page(text).contains("dc.language"))
  }
}
