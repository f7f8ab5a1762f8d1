import Fetching
import Foundation
import NewsCache
import NewsModel
import Newsroom
import TestSupport
import Testing

@Suite("Sources that turn")
struct TurningSourceTests {
  private func feed(_ count: Int) -> LoopbackAnswer {
    let items = (1...count).map {
      "<item><title>Новость \($0)</title><link>http://a.example/\($0)</link></item>"
    }
    return .text(
      "<rss version=\"2.0\"><channel><title>Л</title>\(items.joined())</channel></rss>", type: "text/xml")
  }

  private let portal = LoopbackAnswer.text("<html><body><form>Номер телефона <input></form></body></html>")

  @Test("a permanent move to a page is a failure, and the old address is asked again")
  func moveToPage() async throws {
    try await LoopbackServer.during { server in
      let desk = try LoopbackDesk()
      server.route("/feed", feed(1))
      server.route("/login", portal)
      let source = try desk.follow("a", server.url("/feed"))
      _ = await desk.refresh(.site(source.site))
      server.route("/feed", .redirect(301, to: "/login"))
      #expect(await desk.refresh(.site(source.site))["a"] == .failed(.notNews(.page)))
      #expect(desk.desk.record(of: source).movedTo == nil)
      server.route("/feed", feed(2))
      #expect(await desk.refresh(.site(source.site))["a"] == .read(new: 1, changed: 0))
    }
  }

  @Test("a feed that turns into a page has failed, and comes back by itself")
  func feedBecomesPage() async throws {
    try await LoopbackServer.during { server in
      let desk = try LoopbackDesk()
      server.route("/feed", portal)
      let source = try desk.follow("a", server.url("/feed"))
      for _ in 1...2 { #expect(await desk.refresh(.site(source.site))["a"] == .failed(.notNews(.page))) }
      server.route("/feed", feed(2))
      #expect(await desk.refresh(.site(source.site))["a"] == .read(new: 2, changed: 0))
    }
  }

  @Test("a page of the menu without news is told once; one that had news and has none is told each time")
  func pageWithoutNews() async throws {
    try await LoopbackServer.during { server in
      let desk = try LoopbackDesk()
      func page(_ count: Int) -> LoopbackAnswer {
        let lines = (0..<count).map {
          "<h2><a href=\"/n/\($0)-most-cherez-reku-otkryt\">Мост номер \($0) через реку открыт</a></h2>"
        }
        return .text("<html><body><main>\(lines.joined())</main></body></html>")
      }
      server.route("/gorod/", page(4))
      server.route("/arhiv/", page(0))
      let sections = try ["gorod", "arhiv"].map {
        Section(title: $0, address: try #require(WebAddress(server.url("/\($0)/"))))
      }
      let home = try #require(WebAddress(server.url("/gorod/")))
      try desk.sites.save(Site(id: SiteID(rawValue: "a"), name: "а", home: home, sections: sections))
      let site = SiteID(rawValue: "a")
      let first = await desk.desk.refresh(.site(site))
      #expect(first.failures.isEmpty && first.withoutNews.map(\.source.address.path) == ["/arhiv/"])
      #expect(try desk.desk.siteRecords()[site]?.failing == 0)
      let second = await desk.desk.refresh(.site(site))
      #expect(second.failures.isEmpty && second.withoutNews.isEmpty)
      #expect(await desk.desk.refresh(.everything).stillFailing == 0)
      server.route("/gorod/", page(0))
      for _ in 1...2 { #expect(await desk.desk.refresh(.site(site)).failures.count == 1) }
    }
  }
}
