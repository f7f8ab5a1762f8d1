import Fetching
import Foundation
import NewsCache
import NewsModel
import Newsroom
import TestSupport
import Testing

@Suite("Pages that only repeat what feeds tell")
struct HeldPageTests {
  private let titles = [
    "Мост через реку Белую открыли", "Рынок у вокзала снова закрыли", "Школу на горе достроят летом",
  ]

  private func page(_ count: Int, etag: String? = nil) -> LoopbackAnswer {
    let lines = titles.prefix(count).enumerated().map { "<li><h2><a href=\"/n/\($0)\">\($1)</a></h2></li>" }
    return .text("<html><body><main><ul>\(lines.joined())</ul></main></body></html>", etag: etag)
  }

  private func feed(_ count: Int) -> LoopbackAnswer {
    let items = titles.prefix(count).enumerated().map {
      "<item><title>\($1)</title><link>/n/\($0)</link><pubDate>Tue, 20 Jan 2026 0\(9 - $0):00:00 GMT</pubDate></item>"
    }
    return RSS.answer(
      "<rss version=\"2.0\"><channel><title>Л</title>\(items.joined())</channel></rss>",
      headers: [("ETag", "\"\(count)\"")])
  }

  private func follow(_ server: LoopbackServer, _ newsroom: LoopbackDesk) throws {
    let home = try #require(WebAddress(server.url("/")))
    let feed = try #require(WebAddress(server.url("/rss")))
    try newsroom.sites.save(Site(id: SiteID(rawValue: "a"), name: "а", home: home, feeds: [feed]))
  }

  /// The paths that a refresh asks for.
  private func asked(_ server: LoopbackServer, _ newsroom: LoopbackDesk) async -> Set<String> {
    let before = server.log.count
    _ = await newsroom.refresh()
    return Set(server.log.dropFirst(before).map(\.path))
  }

  @Test("they are asked for when a feed has news, and after hours without")
  func mirror() async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      server.route("/", page(2))
      server.route("/rss", feed(2))
      try follow(server, newsroom)
      #expect(await asked(server, newsroom) == ["/", "/rss"])
      newsroom.pass(1800)
      #expect(await asked(server, newsroom) == ["/rss"])
      newsroom.pass(1800)
      server.route("/rss", feed(3))
      #expect(await asked(server, newsroom) == ["/", "/rss"])
      newsroom.pass(7 * 3600)
      #expect(await asked(server, newsroom) == ["/", "/rss"])
    }
  }

  @Test("a page that tells more than the feeds, or that is answered with 304, is asked for each time")
  func own() async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      server.route("/", page(3))
      server.route("/rss", feed(2))
      try follow(server, newsroom)
      _ = await newsroom.refresh()
      newsroom.pass(1800)
      #expect(await asked(server, newsroom) == ["/", "/rss"])
      server.route("/", page(2, etag: "\"p\""))
      newsroom.pass(1800)
      _ = await newsroom.refresh()
      newsroom.pass(1800)
      #expect(await asked(server, newsroom) == ["/", "/rss"])
    }
  }
}
