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
}
