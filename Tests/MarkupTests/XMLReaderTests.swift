import Markup
import TestSupport
import Testing

/// Writes down what it hears.
private final class Scribe: XMLEventHandler {
  private(set) var lines: [String] = []
  private var text: [UInt8] = []

  func startElement(_ name: XMLName, attributes: [XMLAttribute]) {
    flush()
    let list = attributes.map { " \($0.name.local)=\($0.value)" }.joined()
    lines.append("<\(name.prefix.isEmpty ? "" : name.prefix + ":")\(name.local)\(list)>")
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

  func endElement(_ name: XMLName) {
    flush()
    lines.append("</\(name.local)>")
  }

  private func flush() {
    if !text.isEmpty { lines.append(String(decoding: text, as: UTF8.self)) }
    text = []
  }

  var score: String {
    flush()
    return lines.joined()
  }
}

@Suite struct XMLReaderTests {
  private func heard(_ text: String, _ expectation: XMLReader.Expectation = .init()) -> String? {
    XMLReader.read(text, expecting: expectation, into: { Scribe() })?.handler.score
  }

  private func oddities(_ text: String) -> [XMLOddity]? {
    XMLReader.read(text, into: { Scribe() })?.oddities
  }

  @Test(
    "A well-formed document is heard as it stands",
    arguments: [
      ("<a>б</a>", "<a>б</a>"), ("<?xml version='1.0' encoding='windows-1251'?><a/>", "<a></a>"),
      ("<a b='1 &amp; 2' c=\"&lt;&quot;\"/>", "<a b=1 & 2 c=<\"></a>"),
      ("<a><![CDATA[<b>&amp;</b>]]></a>", "<a><b>&amp;</b></a>"),
      ("<a>&#1103;&#x44F;&#151;</a>", "<a>яя—</a>"), ("<a href='&amp;#38;'/>", "<a href=&#38;></a>"),
      ("<x:a xmlns:x='u'><x:b/></x:a>", "<x:a><x:b></b></a>"),
      ("\u{FEFF}<!-- до --><a/><!-- после -->", "<a></a>"),
      ("<a/>мусор <b/>", "<a></a>"), ("<a>1<![CDATA[2]]>3<![CDATA[]]>4</a>", "<a>1234</a>"),
      ("<a><!-- <![CDATA[x]]> -->y<![CDATA[z]]></a>", "<a>yz</a>"),
      ("<a><?vestnik-literal 0?><?vestnik-literal 0?><![CDATA[x]]><![CDATA[y]]></a>", "<a>xy</a>"),
    ])
  func wellFormedIsHeard(text: String, score: String) {
    #expect(heard(text) == score)
  }

  @Test(
    "A malformed document is mended",
    arguments: [
      ("<a>M&M</a>", "<a>M&M</a>"), ("<a>1 < 2</a>", "<a>1 < 2</a>"),
      ("<a>&nbsp;&laquo;</a>", "<a>\u{A0}«</a>"),
      ("<a>&unknown;</a>", "<a>&unknown;</a>"), ("<a><b>x</a>", "<a><b>x</b></a>"),
      ("<a><b><i>x</b></i>y</a>", "<a><b><i>x</i></b>y</a>"),
      ("<a></b>x</a>", "<a>x</a>"), ("<a b=c d e='1' e='2'>x</a>", "<a b=c d= e=1>x</a>"),
      ("<a b='x>y</a>", "<a b=x>y</a>"),
      ("<A>x</a>", "<A>x</A>"), ("<a><!-- x</a>", "<a> x</a>"), ("<a><![CDATA[x</a>", "<a>x</a>"),
      ("<a>x]]>y</a>", "<a>x]]>y</a>"),
      ("<a>\u{0}x\u{1B}</a>", "<a>x</a>"), ("<a><1>x</a>", "<a><1>x</a>"),
      ("<a><b:c:d/>&x</a>", "<a><b:c:d/>&x</a>"),
      ("<a>& ]]> && ]]]]> <![CDATA[x]]><<</a>", "<a>& ]]> && ]]]]> x<<</a>"),
      ("<a>& x &#xFFFE;y<b>&lt;b></b>&</a>", "<a>& x y<b><b></b>&</a>"),
      ("<a b='1 < 2'/>", "<a b=1 < 2></a>"), ("<a>&#0;&#xFFFFFF;</a>", "<a>\u{FFFD}\u{FFFD}</a>"),
    ])
  func malformedIsMended(text: String, score: String) {
    #expect(heard(text) == score)
  }

  @Test("The line of the first fault is that of the document")
  func firstFaultHasItsLine() {
    #expect(oddities("<a>\n<![CDATA[\n\n]]>\n&nbsp;</a>")?.first == .malformed(line: 5))
    #expect(oddities("<?xml version='1.0'?>\n<!-- \n -->\n<a>\n&nbsp;</a>")?.first == .malformed(line: 5))
  }

  @Test("What is cut off has no end")
  func cutOffHasNoEnd() {
    #expect(heard("<a><b>x</b><c>y") == "<a><b>x</b><c>y")
    #expect(oddities("<a><b>x</b><c>y")?.contains(.truncated) == true)
    #expect(oddities("<a>\n<b>x</b>\n<c>y")?.first == .malformed(line: 3))
  }

  @Test("A tag that is cut off is not told of", arguments: ["<c", "<c d='http://", "<c d='e'", "<c d='e' /"])
  func cutOffTagIsDropped(rest: String) {
    #expect(heard("<a><b>x</b>y\(rest)") == "<a><b>x</b>y")
  }

  @Test("A root is whole with its end tag or without contents")
  func wholeRootIsNotMended() {
    for text in ["<a/>", "<a b='>'/>", "<a><b/></a>", "<a>x</a >", "<a>x</a><!-- </b>"] {
      #expect(oddities(text) == [], "\(text)")
    }
    #expect(heard("<a b='/>'/>") == "<a b=/>></a>")
  }

  @Test("Entities of the document are text, bounded; external ones are empty")
  func entitiesAreText() {
    let head =
      "<!DOCTYPE a [<!ENTITY x 'y &#171;z&#187;'><!ENTITY w '&x;!'><!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
    #expect(heard(head + "<a b='&x;'>&w;[&e;]&lt;</a>") == "<a b=y «z»>y «z»![]<</a>")
    let big = "<!DOCTYPE a [<!ENTITY x '" + String(repeating: "й", count: 4000) + "'>]><a>"
    let bomb = XMLReader.read(big + String(repeating: "&x;", count: 10_000) + "</a>", into: { Scribe() })
    #expect((bomb?.handler.score.utf8.count ?? 0) < 2 << 20)
  }

  @Test("Nesting beyond the deepest level loses its tags, not its text")
  func deepNestingIsFlattened() throws {
    let count = 100_000
    let text = String(repeating: "<a>", count: count) + "дно" + String(repeating: "</a>", count: count)
    let reading = try #require(XMLReader.read(text, into: { Scribe() }))
    #expect(reading.handler.lines.count { $0 == "<a>" } == XMLReader.maximumDepth)
    #expect(reading.handler.score.contains("дно"))
    #expect(reading.oddities.contains(.tooDeep))
  }

  @Test("A root is found behind junk, and forgotten elements end where the next begins")
  func expectationHelps() {
    let expectation = XMLReader.Expectation(roots: ["rss"], leaves: ["t"], records: ["i"])
    #expect(
      heard("<br><b>Warning</b> <?xml?><RSS><i><t>1<t>2<i><t>3</t></i></RSS>", expectation)
        == "<RSS><i><t>1</t><t>2</t></i><i><t>3</t></i></RSS>")
    #expect(XMLReader.rootName(of: "<p>x</p><rdf:RDF/>", among: ["rdf"])?.local == "RDF")
    #expect(XMLReader.rootName(of: "нет тегов", among: []) == nil)
  }

  @Test("However it is damaged, a document is heard in balance")
  func damageIsHeardInBalance() async {
    final class Balance: XMLEventHandler {
      var open = 0
      var isBroken = false
      func startElement(_ name: XMLName, attributes: [XMLAttribute]) { open += 1 }
      func characters(_ bytes: UnsafeBufferPointer<UInt8>) { isBroken = isBroken || bytes.isEmpty }
      func endElement(_ name: XMLName) {
        open -= 1
        isBroken = isBroken || open < 0
      }
    }
    let pieces = [
      "<a>", "</a>", "<b c='d'>", "</b>", "text", "&", "&amp;", "<", ">", "\"", "'", "<!--", "-->",
      "<![CDATA[", "]]>",
      "<?x", "?>", "<!DOCTYPE a [", "]>", "=", "/", "/>", "&#x;", "&#55555;", "\u{0}", "я", "<я>",
      "xmlns:q='", "<q:w", " ",
    ]
    var random = SeededGenerator(seed: 5)
    for await _ in Stress.rounds(50_000) {
      let text =
        "<a>" + (0..<40).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      let reading = XMLReader.read(text, into: { Balance() })
      #expect(reading != nil && reading?.handler.isBroken == false, "\(text)")
    }
  }
}
