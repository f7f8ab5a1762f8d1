import Fetching
import Foundation
import NewsModel
import Newsroom
import TestSupport
import Testing

@Suite("Feeds of sections that no page names")
struct SectionFeedTests {
  private static let news = [
    "Паром пошёл по новому пути", "На пристани открыли музей", "Лодки выйдут в море",
  ]

  private func feed(_ titles: [String], title: String = "Берег") -> LoopbackAnswer {
    let items = titles.map { title in
      "<item><title>\(title)</title><link>/n/\(title.utf8.count)</link></item>"
    }
    return .text(
      "<rss version=\"2.0\"><channel><title>\(title)</title>\(items.joined())</channel></rss>",
      type: "text/xml")
  }

  /// A front page with a feed and a menu.
  private func front(feed: String, menu: [String]) -> LoopbackAnswer {
    let links = menu.enumerated().map { "<li><a href=\"\($1)\">\(["Река", "Город", "Порт"][$0])</a></li>" }
    return .text(
      """
      <html lang="ru"><head><title>Берег</title>
      <link rel="alternate" type="application/rss+xml" title="Берег" href="\(feed)"></head>
      <body><nav><ul>\(links.joined())</ul></nav><h1>Берег</h1></body></html>
      """)
  }

  /// The sections' feeds and how often anything was asked.
  private func found(
    _ front: LoopbackAnswer, _ routes: [String: LoopbackAnswer], home: String = "/"
  ) async throws -> (feeds: [String?], asked: Int) {
    try await LoopbackServer.during { server in
      server.route(home, front)
      for (path, answer) in routes { server.route(path, answer) }
      let site = try await LoopbackDesk().desk.discover(server.url(home)).get().site
      let base = server.url().count
      return (site.sections.map { $0.feed.map { String($0.text.dropFirst(base)) } }, server.log.count)
    }
  }

  @Test(
    "they stand beside the section's page as the site's own beside the front page",
    arguments: [
      ("/feed/", ["/reka/", "/gorod/", "/port/"], ["reka/feed/", "gorod/feed/", "port/feed/"], "/"),
      (
        "/index.xml", ["/reka/", "/gorod", "/port/"],
        ["reka/index.xml", "gorod/index.xml", "port/index.xml"], "/"
      ),
      (
        "/list/rss", ["/list/reka/", "/list/gorod/", "/list/port/"],
        ["list/reka/rss", "list/gorod/rss", "list/port/rss"], "/list/"
      ),
      (
        "/?feed=rss2", ["/?cat=1", "/?cat=2", "/port/"],
        ["?cat=1&feed=rss2", "?cat=2&feed=rss2", "port/?feed=rss2"], "/"
      ),
      (
        "/index.php?format=feed&type=rss", ["/index.php/reka", "/index.php/gorod", "/port"],
        [
          "index.php/reka?format=feed&type=rss", "index.php/gorod?format=feed&type=rss",
          "port?format=feed&type=rss",
        ], "/"
      ),
    ])
  func beside(path: String, menu: [String], expected: [String], home: String) async throws {
    var routes = [path: feed(Self.news)]
    for (number, place) in expected.enumerated() { routes["/" + place] = feed([Self.news[number]]) }
    let found = try await found(front(feed: path, menu: menu), routes, home: home)
    #expect(found.feeds == expected)
  }

  @Test("a site that makes none is asked for one of them and no more")
  func none() async throws {
    let found = try await found(
      front(feed: "/feed/", menu: ["/reka/", "/gorod/", "/port/"]), ["/feed/": feed(Self.news)])
    #expect(found.feeds == [nil, nil, nil])
    #expect(found.asked == 3)
  }

  @Test("the whole site's feed under a section's address, and a feed of comments, are none of the section's")
  func others() async throws {
    let found = try await found(
      front(feed: "/feed/", menu: ["/reka/", "/gorod/", "/port/"]),
      [
        "/feed/": feed(Self.news), "/reka/feed/": feed([Self.news[0]]), "/gorod/feed/": feed(Self.news),
        "/port/feed/": feed(["Ну и ну"], title: "Комментарии на: Порт"),
      ])
    #expect(found.feeds == ["reka/feed/", nil, nil])
  }

  @Test("a feed with a name of its own says nothing of others")
  func ownName() async throws {
    let found = try await found(
      front(feed: "/lenta-novostey.xml", menu: ["/reka/", "/gorod/", "/port/"]),
      ["/lenta-novostey.xml": feed(Self.news), "/reka/lenta-novostey.xml": feed([Self.news[0]])])
    #expect(found.feeds == [nil, nil, nil])
  }
}
