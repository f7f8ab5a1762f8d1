import FeedParsing
import Foundation
import NewsModel
import TestSupport
import Testing

/// Shapes that make careless parsers slow or large: 256 kB of each are read within the time of an honest feed.
@Suite struct HostileShapeTests {
  private static let size = 256 << 10

  private static func filled(_ piece: String, before: String = "", after: String = "") -> Data {
    let count = max(1, (size - before.utf8.count - after.utf8.count) / piece.utf8.count)
    return Data((before + String(repeating: piece, count: count) + after).utf8)
  }

  static let shapes: [(name: String, bytes: Data)] = {
    let head = "<rss version=\"2.0\"><channel><title>т</title>"
    let item = head + "<item><title>и</title><description>"
    let entity = "<!DOCTYPE rss [<!ENTITY a \"" + String(repeating: "х", count: 2000) + "\">]>"
    return [
      ("nested tags", filled("<a>", before: item)), ("nested items", filled("<item>", before: head)),
      ("end tags", filled("</b>", before: item)), ("empty comments", filled("<!--", before: item)),
      ("comment ends", filled("<!-- >", before: item)),
      ("literal sections", filled("<![CDATA[", before: item)),
      ("instructions", filled("<?", before: item)), ("less-thans", filled("<", before: item)),
      ("ampersands", filled("&", before: item)), ("references", filled("&x;", before: item)),
      ("numbers", filled("&#1;", before: item)), ("quotes", filled("<a b=\"", before: item)),
      ("two quotes", filled("<a b=\"> <a b='>", before: item)),
      ("attributes", filled("a=\"1\" ", before: item + "<x ")),
      ("one attribute", filled("я", before: item + "<x y=\"", after: "\"/>")),
      ("one name", filled("n", before: item + "<")),
      ("entity", filled("&a;", before: entity + item, after: "</description></item></channel></rss>")),
      ("document types", filled("<!DOCTYPE x [")), ("crossed tags", filled("<b><i></b></i>", before: item)),
      ("escaped tags", filled("&lt;a ", before: item, after: "</description></item></channel></rss>")),
      (
        "escaped comments",
        filled("&lt;!-- &gt;", before: head + "<item><title>", after: "</title></item></channel></rss>")
      ),
      (
        "pictures", filled("&lt;img src=data: ", before: item, after: "</description></item></channel></rss>")
      ),
      ("spaces", filled(" ", before: head + "<item><title>", after: "</title></item></channel></rss>")),
      ("colons", filled("a:", before: item + "<")), ("namespaces", filled("<a xmlns:b='c'>", before: item)),
      ("bases", filled("<item xml:base='a/'><link>b</link></item>", before: head)),
      ("brackets", filled("[")), ("braces", filled("{\"a\":")),
      ("strings", filled("\"", before: "{\"items\":[")),
      ("escapes", filled("\\u", before: "{\"items\":[\"")),
      ("outlines", filled("<outline text='a'>", before: "<opml><body>")),
      ("sitemap", filled("<url><loc>http://a.example/</loc></url>", before: "<urlset>")),
      ("junk", filled("<br>warning ")), ("zeros", Data(repeating: 0, count: size)),
      ("noise", Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) })),
    ]
  }()

  @Test("A hostile shape costs no more than its size", arguments: 0..<shapes.count)
  func hostileShapeCostsNoMoreThanItsSize(index: Int) {
    let shape = Self.shapes[index]
    let elapsed = TimeBound.time { _ = FeedParser.parse(shape.bytes, now: FeedFixtureTests.now) }
    Stress.tell("hostile feed, \(shape.name): \(TimeBound.text(elapsed))")
    #expect(elapsed <= TimeBound.oneInput, "\(shape.name): \(elapsed)")
  }

  @Test("A body above eight mebibytes is refused unread")
  func hugeBodyIsRefused() {
    let bytes = Data(repeating: 0x20, count: FeedParser.maximumBytes + 1)
    #expect(FeedParser.parse(bytes, now: FeedFixtureTests.now) == .notAFeed(.tooLarge(bytes: bytes.count)))
  }

  @Test("What is no feed is named for what it is")
  func whatIsNoFeedIsNamed() {
    func reason(_ text: String) -> FeedResult { FeedParser.parse(Data(text.utf8), now: FeedFixtureTests.now) }
    #expect(reason("") == .notAFeed(.empty))
    #expect(reason(" \n ") == .notAFeed(.empty))
    #expect(reason("<!DOCTYPE html><html><body>Нет</body></html>") == .notAFeed(.page))
    #expect(reason("просто текст") == .notAFeed(.otherText))
    #expect(reason("<svg xmlns='http://www.w3.org/2000/svg'/>") == .notAFeed(.otherXML(root: "svg")))
    #expect(reason("{\"код\": 404}") == .notAFeed(.otherJSON))
    #expect(reason("\u{89}PNG") != .notAFeed(.empty))
    #expect(FeedParser.parse(Data([0x1F, 0x8B, 8, 0]), now: FeedFixtureTests.now) == .notAFeed(.binary))
  }
}
