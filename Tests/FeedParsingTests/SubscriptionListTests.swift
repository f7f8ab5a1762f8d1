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
        feed:https://old.example/rss "#2" # старая
        https://les.example/rss # без папки
        novosti.example/rss
        """))
    #expect(list.outlines.map(\.title) == ["Район и область", "", "#2", "", ""])
    #expect(list.outlines[0].outlines.map(\.title) == ["Эхо «Каменки»", "Степь \"новая\""])
    #expect(
      list.lines.map { $0.outline.feed?.text } == [
        "https://echo.example/rss.xml", "https://step.example/feed/", "https://tyn.example/atom",
        "https://old.example/rss", "https://les.example/rss", "https://novosti.example/rss",
      ])
    #expect(list.lines.map(\.folders) == [["Район и область"], ["Район и область"], [], ["#2"], [], []])
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

  @Test("A list that ends in the middle gives the feeds it still holds, and is known to be cut off")
  func cutOff() throws {
    let whole = """
      <opml version="2.0"><head><title>Мои</title></head><body>
      <outline text="Эхо" type="rss" xmlUrl="https://echo.example/rss.xml"/>
      <outline text="Степь" type="rss" xmlUrl="https://step.example/feed/"/>
      </body></opml>
      """
    #expect(try #require(read(whole)).isCutOff == false)
    let place = try #require(whole.range(of: "example/feed"))
    let cut = try #require(read(String(whole[..<place.lowerBound])))
    #expect(cut.isCutOff)
    #expect(cut.lines.map { $0.outline.feed?.text } == ["https://echo.example/rss.xml"])
  }

  @Test(
    "What names no feed is no list",
    arguments: [
      "", "\n\n", "# только слова\n", "просто текст", "<html><body>страница</body></html>", "\u{1F}\u{8B}",
    ])
  func noList(text: String) { #expect(read(text) == nil) }

  @Test(
    "Text in which most lines are no addresses is no list, whatever its other lines look like",
    arguments: [
      """
      # Вестник

      The reader is built in two steps:

      1. In the folder, run the build.
      2. The program is there then.

      echo.example has more to say.
      """,
      """
      class Answer(Handler):
        def do_GET(self):
          self.send_response(200)
          self.end_headers();
          os.path
          return None
      """,
    ])
  func prose(text: String) { #expect(read(text) == nil) }

  @Test("Without a scheme a line is a feed where its host can exist; half of the lines may be anything")
  func bareHosts() throws {
    let list = try #require(
      read(
        """
        новости.рф/rss
        localhost:8080/rss
        127.0.0.1/feed
        1. пункт
        self.end_headers();
        ivan@echo.example
        ---
        "query:Все:unread = \"yes\""
        """))
    #expect(
      list.lines.compactMap { $0.outline.feed?.text } == [
        "https://новости.рф/rss", "https://localhost:8080/rss", "https://127.0.0.1/feed",
      ])
    #expect(list.lines.count == 8)
  }

  @Test("A file beyond the limit is not read")
  func tooLarge() {
    let line = Data("https://echo.example/rss\n".utf8)
    var bytes = Data()
    while bytes.count <= FeedParser.maximumBytes { bytes += line }
    #expect(SubscriptionList.parse(bytes) == nil)
  }

  @Test("In newsboat's quotes C's white space is white space, and the quote that closes ends the word")
  func newsboatQuotes() throws {
    let list = try #require(
      read(
        #"""
        "https://a.example/rss""~Бухта"
        https://b.example/rss "~Маяк\tи\nбуй" море
        "https://c.example/rss" "море""~Порт"
        """#))
    let lines = list.lines
    #expect(
      lines.map { $0.outline.feed?.text } == [
        "https://a.example/rss", "https://b.example/rss", "https://c.example/rss",
      ])
    #expect(lines.map(\.outline.title) == ["Бухта", "Маяк и буй", "Порт"])
    #expect(lines.map(\.folders) == [[], ["море"], ["море"]])
  }
}
