import DemoEdition
import Fetching
import Foundation
import NewsModel
import Newsroom
import Testing

@Suite("Finding out what a site is")
struct DiscoveryTests {
  @Test("the demo site's name, menu, sub-menus, feeds and pages are found from its address alone")
  func demoSite() async throws {
    let found = try await DemoDesk().desk.discover("https://echo.example").get()
    let site = found.site
    #expect(site.name == "Эхо")
    #expect(site.language == "ru")
    #expect(site.id.rawValue == "echo-example")
    #expect(
      site.sections.map(\.title) == [
        "Главная", "Новости", "Разделы", "В мире", "В стране", "Человек и закон", "О нас",
      ])
    let nested = site.sections[2]
    #expect(nested.address == nil)
    #expect(nested.sections.map(\.title) == ["Персонально", "Держать курс", "Стратегия"])
    let feeds = site.flatSections.compactMap(\.section.feed?.path)
    #expect(
      feeds == [
        "/novosti/rss.xml", "/personalno/rss.xml", "/derzhat-kurs/rss.xml", "/strategiya/rss.xml",
        "/v-mire/rss.xml", "/v-strane/rss.xml", "/chelovek-i-zakon/rss.xml",
      ])
    #expect(site.feeds.map(\.path) == ["/rss.xml"])
    #expect(site.pages.map(\.title).contains("О нас"))
  }

  @Test("a deep link into the site finds the same site")
  func deepLink() async throws {
    let article = try #require(
      EchoSite(now: DemoDesk.moment).paths.first { $0.hasPrefix("/novosti/") && $0.hasSuffix("html") })
    let found = try await DemoDesk().desk.discover("https://echo.example\(article)").get()
    #expect(found.site.home.text == EchoSite.standardHome)
    #expect(found.site.sections.count == 7)
  }

  @Test("a feed's address is followed as a feed")
  func feed() async throws {
    let found = try await DemoDesk().desk.discover("https://echo.example/v-strane/rss.xml").get()
    #expect(found.isFeed)
    #expect(found.site.name == "В стране — Эхо")
    #expect(found.site.sources.map(\.address.path) == ["/v-strane/rss.xml"])
  }

  @Test("what is no address, no host or no page is told apart")
  func failures() async throws {
    let desk = try DemoDesk().desk
    func failure(_ text: String) async -> DiscoveryFailure? {
      if case .failure(let failure) = await desk.discover(text) { failure } else { nil }
    }
    #expect(await failure("как дела?") == .notAnAddress("как дела?"))
    #expect(await failure("ftp://echo.example") == .notAnAddress("ftp://echo.example"))
    #expect(
      await failure("https://nowhere.example/")
        == .fetch(.unknownHost("nowhere.example"), WebAddress("https://nowhere.example/")!))
    #expect(
      await failure("https://echo.example/nothing")
        == .fetch(.status(404, retryAfter: nil), WebAddress("https://echo.example/nothing")!))
    guard case .notNews(.binary, _)? = await failure("https://echo.example/pictures/bridge.png") else {
      Issue.record("a picture is neither page nor feed")
      return
    }
  }
}

@Suite("Pasted addresses")
struct PastedAddressTests {
  @Test(
    "what people paste becomes addresses, the likeliest first",
    arguments: [
      ("echo.example", ["https://echo.example", "http://echo.example"]),
      (" www.echo.example/news ", ["https://www.echo.example/news", "http://www.echo.example/news"]),
      ("http://127.0.0.1:8080/", ["http://127.0.0.1:8080/"]),
      ("127.0.0.1:8080", ["https://127.0.0.1:8080", "http://127.0.0.1:8080"]),
      ("localhost:80/x", ["https://localhost:80/x", "http://localhost:80/x"]),
      ("feed://echo.example/rss", ["https://echo.example/rss", "http://echo.example/rss"]),
      ("feed:https://echo.example/rss", ["https://echo.example/rss"]),
      ("пример.рф", ["https://пример.рф", "http://пример.рф"]),
      ("/etc/hostname", ["file:///etc/hostname"]),
      ("HTTP://Echo.Example/A B", ["http://Echo.Example/A%20B"]),
      ("mailto:a@b.c", []), ("javascript:alert(1)", []), ("два слова", []), ("", []), ("http://", []),
      ("слово", []),
    ])
  func candidates(pasted: String, expected: [String]) {
    #expect(PastedAddress.candidates(for: pasted, folder: "/nonexistent").map(\.text) == expected)
  }
}
