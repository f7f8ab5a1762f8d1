import FeedParsing
import Foundation
import NewsModel
import Testing

@Suite struct OPMLTests {
  private let outlines = [
    Outline(
      title: "Газеты & \"журналы\"",
      outlines: [
        Outline(
          title: "Эхо <тихое>", feed: WebAddress("https://eho.example/rss?a=1&b=2"),
          home: WebAddress("https://eho.example/")),
        Outline(title: "Пустая папка"),
      ]),
    Outline(title: "Озеро", feed: WebAddress("https://ozero.example/atom.xml")),
  ]

  @Test("A list that was written is read as it was")
  func listSurvivesWritingAndReading() {
    let text = OPML.write(outlines, title: "Мои ленты")
    let read = OPML.parse(Data(text.utf8))
    #expect(read.title == "Мои ленты")
    #expect(read.warnings.isEmpty)
    #expect(OPML.write(read.outlines, title: read.title) == text)
    #expect(read.lines.map(\.outline.title) == ["Эхо <тихое>", "Озеро"])
    #expect(read.lines.map(\.folders) == [["Газеты & \"журналы\""], []])
  }

  @Test("The root's name does not matter, nor a missing end")
  func rootNameDoesNotMatter() {
    let read = OPML.parse(Data("<spisok><body><outline title='А' xmlUrl='https://a.example/'>".utf8))
    #expect(read.outlines.map(\.title) == ["А"])
    #expect(read.warnings.contains(.xml(.truncated)))
  }

  private static func list(_ outlines: String) -> ParsedOutlines? {
    SubscriptionList.parse(Data("<opml version='2.0'><body>\(outlines)</body></opml>".utf8))
  }

  @Test("A flat list has its folders in categories, where the first feed of each stood")
  func categories() throws {
    let list = try #require(
      Self.list(
        """
        <outline text="Маяк" xmlUrl="https://m.example/rss" category="Море,Порт"/>
        <outline text="Лес" xmlUrl="https://l.example/rss"/>
        <outline text="Бухта" xmlUrl="https://b.example/rss" category="/Море/Юг"/>
        <outline text="Край"><outline text="Река" xmlUrl="https://r.example/rss" category="Море"/></outline>
        """))
    #expect(list.outlines.map(\.title) == ["Море", "Лес", "Край"])
    #expect(list.lines.map(\.outline.title) == ["Маяк", "Бухта", "Лес", "Река"])
    #expect(list.lines.map(\.folders) == [["Море"], ["Море"], [], ["Край"]])
  }

  @Test("What is commented out is left out with all below it")
  func comments() throws {
    let list = try #require(
      Self.list(
        """
        <outline text="А" isComment="True"><outline text="Б" xmlUrl="https://b.example/"/></outline>
        <outline text="В" isComment="false" xmlUrl="https://v.example/"/>
        """))
    #expect(list.lines.map(\.outline.title) == ["В"])
  }

  @Test(
    "An address without a scheme is a host's, a path or a word is none",
    arguments: [
      ("maiak.example/rss", "https://maiak.example/rss"),
      ("//maiak.example/rss", "https://maiak.example/rss"),
      ("www.maiak.example", "https://www.maiak.example"),
      ("maiak.example:8080/rss", "https://maiak.example:8080/rss"),
      ("https://m.example/?a=1&amp;amp;b=2&amp;copy=3", "https://m.example/?a=1&b=2&copy=3"),
      ("/rss.xml", nil), ("лента", nil), ("rss.xml", nil), ("exec:/bin/true", nil),
      ("javascript:alert(1)", nil),
    ] as [(String, String?)])
  func addresses(written: String, address: String?) {
    #expect(Self.list("<outline text='М' xmlUrl='\(written)'/>")?.lines.first?.outline.feed?.text == address)
  }

  @Test("A list that its reader hands over may name files, one from the network may not")
  func files() {
    let outline = "<outline text='М' xmlUrl='file:///srv/feeds/moy%20maiak.xml'/>"
    #expect(Self.list(outline)?.lines.first?.outline.feed?.text == "file:///srv/feeds/moy%20maiak.xml")
    let text = "<opml><body>\(outline)</body></opml>"
    let fetched = OPML.parse(text, address: WebAddress("https://m.example/list.opml"))
    #expect(fetched.lines.first?.outline.feed == nil)
  }

  @Test("What is written names no user and no password")
  func credentials() {
    let feed = WebAddress("https://olga:secret@m.example:8443/rss?mail=a@b.example")
    let text = OPML.write(
      [Outline(title: "М", feed: feed, home: WebAddress("https://:token@m.example/"))], title: "Л")
    #expect(!text.contains("secret") && !text.contains("token"))
    #expect(text.contains("https://m.example:8443/rss?mail=a@b.example"))
  }
}
