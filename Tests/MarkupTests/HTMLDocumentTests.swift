import Markup
import TestSupport
import Testing

@Suite("HTML documents")
struct HTMLDocumentTests {
  @Test("A page becomes a tree in document order")
  func tree() {
    let page = HTMLDocument(
      "<html><body><div class='a b'>Раз <b>два</b> три<p id=x>четыре</div></body></html>")
    let division = page.first(.div)
    #expect(division?["class"] == "a b")
    #expect(division?.children.map(\.name) == [.b, .p])
    #expect(division?.text == "Раз два тричетыре")
    #expect(page.first(.p)?[.id] == "x")
    #expect(page.first(.b)?.parent == division)
  }

  @Test("Entities are decoded, in text and in attributes")
  func entities() {
    let page = HTMLDocument(
      "<p title='&laquo;Эхо&raquo;'>&laquo;Эхо&raquo; &mdash; &#1086; &#x43E;&nbsp;&amp;</p>")
    #expect(page.first(.p)?.text == "«Эхо» — о о\u{A0}&")
    #expect(page.first(.p)?[.title] == "«Эхо»")
  }

  @Test("A second html or body element, text behind the end and a declared character set change nothing")
  func oddities() {
    let page = HTMLDocument(
      "<html><head><meta charset=koi8-r></head><body class=a>Эхо<html lang=ru><body id=b>, и </body></html> дальше<p>ещё"
    )
    #expect(page.root.text.contains("Эхо, и "))
    #expect(page.root.text.contains("дальше"))
    #expect(page.root.text.contains("ещё"))
  }

  @Test("Scripts keep what they hold, apart from the text; comments and style sheets vanish")
  func scripts() {
    let page = HTMLDocument(
      "<script>var a = '<p>'</script><style>p{}</style><!-- нет -->"
        + "<script type='application/ld+json'>{\"a\": \"<b>да</b>\"}</script><p>текст</p>")
    let data = (0..<page.count).filter { page.name($0) == .script }.map {
      String(decoding: page.rawData($0), as: UTF8.self)
    }
    #expect(data == ["var a = '<p>'", "{\"a\": \"<b>да</b>\"}"])
    #expect(page.root.text.contains("текст"))
    #expect(!page.root.text.contains("нет"))
    #expect(!page.root.text.contains("var"))
  }

  @Test("Nothing and rubbish give empty documents")
  func rubbish() {
    for text in ["", " ", "<", "<<<", "<!--", "<![CDATA[", "</p>", "<?", "&", "&#", "<a <b", "\u{0}"] {
      #expect(HTMLDocument(text).count >= 1)
    }
    #expect(HTMLDocument(String(repeating: "x", count: HTMLDocument.maximumBytes + 1)).count == 1)
  }

  @Test(
    "Depth is bounded and costs nothing",
    arguments: ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<font>"])
  func depth(tag: String) {
    let start = ContinuousClock.now
    let page = HTMLDocument(
      String(repeating: tag, count: 100_000) + "дно" + String(repeating: "</i>", count: 100_000))
    #expect(page.root.text.contains("дно"))
    var depths = [Int](repeating: 0, count: page.count)
    for index in 1..<page.count { depths[index] = depths[page.parent(index)] + 1 }
    #expect((depths.max() ?? 0) <= HTMLDocument.maximumDepth + 2)
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test("Attributes beyond the bound are dropped, the text behind them stays")
  func attributes() {
    let many = (0..<60_000).map { "a\($0)" }.joined(separator: " ")
    let start = ContinuousClock.now
    let page = HTMLDocument("<p \(many)>текст</p><p \(many) <b>ещё</b>")
    #expect(page.root.text.contains("текст"))
    #expect(page.root.text.contains("ещё"))
    #expect(ContinuousClock.now - start < .seconds(2))
  }

  @Test("Plain text comes of a fragment, with line feeds between blocks")
  func plainText() {
    #expect(PlainText.fromHTML("просто") == "просто")
    #expect(PlainText.fromHTML("a < b & c") == "a < b & c")
    #expect(PlainText.fromHTML("<p>Раз&nbsp;<b>два</b></p><p>три</p>") == "Раз\u{A0}два\nтри")
    #expect(PlainText.fromHTML("раз<br/>два<script>x</script>") == "раз\nдва")
    #expect(PlainText.fromHTML("&lt;b&gt;") == "<b>")
  }
}
