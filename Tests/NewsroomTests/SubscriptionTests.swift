import FeedParsing
import Foundation
import NewsModel
import Newsroom
import TestSupport
import Testing

@Suite struct SubscriptionTests {
  private static let list = """
    <opml version="2.0"><head><title>Мои</title></head><body>
    <outline text="Регион"><outline text="Спорт">
      <outline text="Лыжня" type="rss" xmlUrl="https://sport.example/rss" htmlUrl="https://sport.example/lyzhi/"/>
    </outline>
      <outline text="Эхо" type="rss" xmlUrl="https://echo.example/rss.xml"/>
    </outline>
    <outline text="Эхо ещё раз" type="rss" xmlUrl="https://echo.example/rss.xml"/>
    <outline text="Спорт Эха" type="rss" xmlUrl="https://echo.example/sport.xml"/>
    <outline text="Страница" type="link" url="https://page.example/"/>
    <outline text="Моя программа" type="rss" xmlUrl="exec:~/bin/news"/>
    </body></opml>
    """

  private func desk() throws -> DemoDesk { try DemoDesk() }

  private func parsed() throws -> ParsedOutlines {
    try #require(SubscriptionList.parse(Data(Self.list.utf8)))
  }

  @Test("Every feed of a list is followed once, in its folder, under a name of its own")
  func followsAList() throws {
    let desk = try desk().desk
    let result = try desk.follow(parsed())
    #expect(result.added.map(\.name) == ["Лыжня", "Эхо", "Спорт Эха"])
    #expect(result.added.map(\.folder) == [["Регион", "Спорт"], ["Регион"], []])
    #expect(result.added.map(\.home.text).first == "https://sport.example/lyzhi/")
    #expect(result.added.map(\.id.rawValue) == ["sport-example", "echo-example", "echo-example-2"])
    #expect(result.added.allSatisfy { $0.rules.isFeedOnly })
    #expect(result.known.map(\.title) == ["Эхо ещё раз"])
    #expect(result.unusable.contains { $0.written == "exec:~/bin/news" })
    #expect(desk.followed.count == 3)
    let again = try desk.follow(parsed())
    #expect(again.added.isEmpty)
    #expect(again.known.count == 4)
  }

  @Test(
    "A feed that only its address was known of takes its own title when it is fetched, a named one does not")
  func titles() async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      for path in ["/a", "/b"] { server.route(path, RSS.answer(RSS.feed(items: 0..<2))) }
      let list = "\(server.url("/a"))\n\(server.url("/b")) \"~Моё имя\"\n"
      _ = try newsroom.desk.follow(#require(SubscriptionList.parse(Data(list.utf8))))
      #expect(newsroom.sites.sites().map(\.name) == ["127.0.0.1", "Моё имя"])
      _ = await newsroom.desk.refresh(.everything)
      #expect(newsroom.sites.sites().map(\.name) == ["Лента", "Моё имя"])
    }
  }

  @Test("A trial writes nothing, and what does not fit is counted")
  func trialAndCapacity() throws {
    let desk = try desk().desk
    #expect(try desk.follow(parsed(), isTrial: true).added.count == 3)
    #expect(desk.followed.isEmpty)
    let lines = (0..<desk.capacity + 7).map { "https://host\($0).example/rss" }.joined(separator: "\n")
    let many = try #require(SubscriptionList.parse(Data(lines.utf8)))
    let result = try desk.follow(many, isTrial: true)
    #expect(result.added.count == desk.capacity)
    #expect(result.leftOut == 7)
    #expect(result.capacity == desk.capacity)
  }

  @Test("What was imported comes out as it was: addresses, titles, folders")
  func roundTrip() throws {
    let desk = try desk().desk
    _ = try desk.follow(parsed())
    let written = OPML.write(desk.subscriptions(), title: "Vestnik")
    let back = try #require(SubscriptionList.parse(Data(written.utf8)))
    let lines = back.lines.map { "\($0.folders) \($0.outline.title) \($0.outline.feed?.text ?? "")" }.sorted()
    #expect(
      lines == [
        "[\"Регион\", \"Спорт\"] Лыжня https://sport.example/rss",
        "[\"Регион\"] Эхо https://echo.example/rss.xml",
        "[] Спорт Эха https://echo.example/sport.xml",
      ])
  }

  @Test("A site with sections is a folder of their feeds; one without feeds is a line with its page")
  func sitesWithSections() throws {
    let desk = try desk().desk
    let home = try #require(WebAddress("https://volna.example/"))
    let feed = try #require(WebAddress("https://volna.example/sport/rss"))
    let site = Site(
      id: SiteID(rawValue: "volna"), name: "Волна", home: home,
      sections: [
        Section(title: "Жизнь", sections: [Section(title: "Спорт", feed: feed)]), Section(title: "О нас"),
      ])
    try desk.follow(site)
    #expect(
      desk.subscriptions() == [
        Outline(
          title: "Волна", home: home,
          outlines: [Outline(title: "Жизнь", outlines: [Outline(title: "Спорт", feed: feed)])])
      ])
    try desk.edit(site.id) { $0.sections = [] }
    #expect(desk.subscriptions() == [Outline(title: "Волна", home: home)])
    #expect(desk.subscriptions(of: SiteID(rawValue: "nobody")).isEmpty)
  }
}
