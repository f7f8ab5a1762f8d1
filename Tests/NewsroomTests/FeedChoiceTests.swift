import Fetching
import Foundation
import NewsModel
import Newsroom
import TestSupport
import Testing

@Suite("Which feeds of a site are followed unasked")
struct FeedChoiceTests {
  private func feed(_ title: String, _ titles: [String], language: String = "ru", at start: String = "/n/")
    -> String
  {
    let items = titles.enumerated().map { number, title in
      "<item><title>\(title)</title><link>https://bereg.example\(start)\(number)</link></item>"
    }
    return """
      <rss version="2.0"><channel><title>\(title)</title><link>https://bereg.example/</link>\
      <language>\(language)</language>\(items.joined())</channel></rss>
      """
  }

  private func page(_ head: String = "", _ body: String = "") -> LoopbackAnswer {
    .text(
      "<html lang=\"ru\"><head><title>Берег</title>\(head)</head><body><h1>Берег</h1>\(body)</body></html>")
  }

  private func link(_ path: String, _ title: String, more: String = "") -> String {
    "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"\(title)\" href=\"\(path)\" \(more)>"
  }

  /// What is found at `/`, by path.
  private func found(
    _ front: LoopbackAnswer, _ routes: [String: String]
  ) async throws -> (feeds: [String], leftOut: [String: LeftOutFeed.Reason]) {
    try await LoopbackServer.during { server in
      server.route("/", front)
      for (path, text) in routes { server.route(path, .text(text, type: "text/xml")) }
      let found = try await LoopbackDesk().desk.discover(server.url()).get()
      let sections = found.site.flatSections.compactMap(\.section.feed)
      return (
        (sections + found.site.feeds).map(\.path),
        Dictionary(uniqueKeysWithValues: found.leftOut.map { ($0.address.path, $0.reason) })
      )
    }
  }

  private let news = ["Паром пошёл по новому пути", "На пристани открыли музей"]

  @Test(
    "the feed of comments is left out, by its name, its address or what it brings",
    arguments: [
      ("/lenta2", "Берег » Лента комментариев", "Берег"), ("/comments/feed/", "Ещё", "Берег"),
      ("/lenta2", "Комментарии", "Берег"), ("/lenta2", "Ещё", "Comments for Bereg"),
    ])
  func comments(path: String, title: String, ownTitle: String) async throws {
    let front = page(link("/rss.xml", "Новости") + link(path, title))
    let found = try await found(
      front, ["/rss.xml": feed("Берег", news), path: feed(ownTitle, ["Ну и ну"], at: "/c/")])
    #expect(found.feeds == ["/rss.xml"])
    #expect(found.leftOut == [path: .comments])
  }

  @Test("a column called comments, and the only feed there is, are followed")
  func columns() async throws {
    let front = page(link("/rss.xml", "Новости") + link("/mneniya.xml", "Мнения и комментарии экспертов"))
    let both = try await found(
      front,
      ["/rss.xml": feed("Берег", news), "/mneniya.xml": feed("Мнения", ["Зачем нам паром"], at: "/m/")])
    #expect(Set(both.feeds) == ["/rss.xml", "/mneniya.xml"])
    let only = try await found(
      page(link("/k.xml", "Комментарии")), ["/k.xml": feed("Комментарии", ["Зачем нам паром"])])
    #expect(only.feeds == ["/k.xml"])
  }

  @Test("a feed of another language is left out, one of the same region's language is not")
  func languages() async throws {
    let front = page(
      link("/rss.xml", "RSS", more: "hreflang=\"ru-RU\"")
        + link("/en/rss.xml", "RSS", more: "hreflang=\"en\""))
    let found = try await found(
      front, ["/rss.xml": feed("Берег", news), "/en/rss.xml": feed("Bereg", ["Ferry"], at: "/en/")])
    #expect(found.feeds == ["/rss.xml"])
    #expect(found.leftOut == ["/en/rss.xml": .otherLanguage])
  }

  @Test("of two formats of one matter one is followed; two matters are two feeds")
  func formats() async throws {
    let front = page(link("/index.rss", "Берег (RSS)") + link("/index.atom", "Берег (Atom)"))
    let same = try await found(
      front, ["/index.rss": feed("Берег", news), "/index.atom": feed("Берег", news)])
    #expect(same.feeds.count == 1 && same.leftOut.values.map(\.self) == [.sameAsAnother])
    let other = try await found(
      page(link("/rss/kray.xml", "RSS") + link("/rss/mir.xml", "RSS")),
      ["/rss/kray.xml": feed("Берег", news), "/rss/mir.xml": feed("Берег", ["В море вышли"], at: "/mir/")])
    #expect(other.feeds.count == 2)
  }

  @Test(
    "a feed is found by every sign that pages give",
    arguments: [
      "<a href=\"/lenta\" type=\"application/atom+xml\">Лента</a>", "<a href=\"/lenta\">RSS-лента</a>",
      "<a href=\"/lenta\" class=\"icon rss\"></a>", "<a href=\"/lenta\"><img src=i.png alt=\"RSS\"></a>",
      "<a href=\"/lenta\"><svg aria-label=\"RSS\"></svg></a>",
      "<a href=\"/lenta\" title=\"Подписка RSS\">★</a>",
    ])
  func anchors(body: String) async throws {
    let found = try await found(page("", body), ["/lenta": feed("Берег", news)])
    #expect(found.feeds == ["/lenta"])
  }

  @Test(
    "the head of the answer names feeds too, whatever stands between",
    arguments: [
      "</lenta>; rel=\"alternate\"; type=\"application/rss+xml\"",
      "<https://a.example/x,y>; rel=preload, </lenta>;type=application/atom+xml; title=\"a, b\"; rel=\"alternate home\"",
      "<lenta>; rel=feed",
    ])
  func linkHeader(value: String) async throws {
    var front = page()
    front.headers.append(("Link", value))
    #expect(try await found(front, ["/lenta": feed("Берег", news)]).feeds == ["/lenta"])
  }

  @Test(
    "a page that leads on at once is followed; one that reloads itself, or runs in a circle, is not",
    arguments: [
      "0;url=/lenta", "1; URL='/lenta'", "0, /lenta", " 0 ; url = \"/lenta\"",
    ])
  func refreshes(content: String) async throws {
    let away = page(
      "<meta http-equiv=\"Refresh\" content='\(content.replacingOccurrences(of: "'", with: "&#39;"))'>")
    #expect(try await found(away, ["/lenta": feed("Берег", news)]).feeds == ["/lenta"])
    for still in ["300; url=/other", "0; url=/"] {
      let front = page("<meta http-equiv=refresh content='\(still)'>" + link("/lenta", "RSS"))
      #expect(try await found(front, ["/lenta": feed("Берег", news), "/other": "нет"]).feeds == ["/lenta"])
    }
  }

  @Test("an engine's sample address is no home")
  func sampleHome() async throws {
    try await LoopbackServer.during { server in
      let text = feed("Берег", news).replacingOccurrences(
        of: "https://bereg.example/<", with: "http://example.com/<")
      server.route("/blog/feed/", .text(text, type: "text/xml"))
      let site = try await LoopbackDesk().desk.discover(server.url("/blog/feed/")).get().site
      #expect(site.home.host == "127.0.0.1")
    }
  }
}
