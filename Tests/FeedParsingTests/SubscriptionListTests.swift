import FeedParsing
import Foundation
import Testing

@Suite struct SubscriptionListTests {
  private func read(_ text: String) -> ParsedOutlines? { SubscriptionList.parse(Data(text.utf8)) }

  @Test("newsboat's urls give addresses, titles and the first tag as a folder")
  func newsboatLines() throws {
    let list = try #require(
      read(
        """
        # ленты района

        https://echo.example/rss.xml "Район и область" "~Эхо «Каменки»" спорт
          https://step.example/feed/\t"~Степь \\"новая\\"" "Район и область"
        https://tyn.example/atom "!"
        feed:https://old.example/rss #2
        novosti.example/rss
        """))
    #expect(list.outlines.map(\.title) == ["Район и область", "", "#2", ""])
    #expect(list.outlines[0].outlines.map(\.title) == ["Эхо «Каменки»", "Степь \"новая\""])
    #expect(
      list.lines.map { $0.outline.feed?.text } == [
        "https://echo.example/rss.xml", "https://step.example/feed/", "https://tyn.example/atom",
        "https://old.example/rss", "https://novosti.example/rss",
      ])
    #expect(list.lines.map(\.folders) == [["Район и область"], ["Район и область"], [], ["#2"], []])
    #expect(list.warnings.isEmpty)
  }

  @Test("Queries, filters and programs are kept as lines without a feed, and told")
  func newsboatSpecialLines() throws {
    let list = try #require(
      read(
        """
        "query:Непрочитанное:unread = \\"yes\\""
        filter:~/bin/tidy:https://echo.example/rss.xml
        exec:~/bin/news
        https://echo.example/rss.xml
        """))
    #expect(list.lines.map { $0.outline.feed != nil } == [false, false, false, true])
    #expect(list.lines[0].outline.written == "\"query:Непрочитанное:unread = \\\"yes\\\"\"")
    #expect(list.warnings.map(\.code) == ["droppedAddress", "droppedAddress", "droppedAddress"])
  }

  @Test("OPML is told by its first character, in any character set")
  func opmlInWindows1251() throws {
    let text = """
      <?xml version="1.0" encoding="windows-1251"?>
      <opml version="1.0"><head><title>Мои ленты</title></head><body><outline text="Область">
      <outline text="Тихая гавань" xmlUrl="http://gavan.example/rss"/></outline></body></opml>
      """
    let bytes = try #require(text.data(using: .windowsCP1251))
    let list = try #require(SubscriptionList.parse(bytes))
    #expect(list.title == "Мои ленты")
    #expect(list.lines.map(\.folders) == [["Область"]])
    #expect(list.lines.map(\.outline.title) == ["Тихая гавань"])
  }

  @Test(
    "What names no feed is no list",
    arguments: [
      "", "\n\n", "# только слова\n", "просто текст", "<html><body>страница</body></html>", "\u{1F}\u{8B}",
    ])
  func noList(text: String) { #expect(read(text) == nil) }

  @Test("A file beyond the limit is not read")
  func tooLarge() {
    let line = Data("https://echo.example/rss\n".utf8)
    var bytes = Data()
    while bytes.count <= FeedParser.maximumBytes { bytes += line }
    #expect(SubscriptionList.parse(bytes) == nil)
  }
}
