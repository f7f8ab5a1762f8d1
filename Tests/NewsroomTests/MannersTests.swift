import Fetching
import Foundation
import NewsCache
import NewsModel
import Newsroom
import TestSupport
import Testing

@Suite("Manners of a refresh")
struct MannersTests {
  @Test(
    "what a server calls fresh for long is not asked again before it is stale, unless its site is asked for")
  func freshness() async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      for (name, age) in [("long", "900"), ("short", "60")] {
        server.route(
          "/\(name)",
          RSS.answer(
            RSS.feed(items: 0..<2, guid: name),
            headers: [("ETag", "\"1\""), ("Cache-Control", "max-age=\(age)")]))
        try newsroom.follow(name, server.url("/\(name)"))
      }
      _ = await newsroom.refresh()
      newsroom.pass(10)
      let second = await newsroom.refresh()
      #expect(second["long"] == .notYet(until: LoopbackDesk.start + 900, hasFailed: false))
      #expect(second["short"] == .unchanged)
      #expect(await newsroom.refresh(.site(SiteID(rawValue: "long")))["long"] == .unchanged)
      newsroom.pass(1000)
      #expect(await newsroom.refresh()["long"] == .unchanged)
    }
  }

  @Test("a feed's own rhythm holds where each visit costs the whole feed, and its silent hours too")
  func rhythm() async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      let hour = Int(LoopbackDesk.start.timeIntervalSince1970 / 3600) % 24
      let wishes = [
        ("ttl", "<ttl>30</ttl>", false), ("cheap", "<ttl>30</ttl>", true),
        ("quiet", "<skipHours><hour>\(hour)</hour></skipHours>", false),
      ]
      for (name, wish, isCheap) in wishes {
        server.route(
          "/\(name)",
          RSS.answer(
            RSS.feed(items: 0..<2, guid: name, channel: wish), headers: isCheap ? [("ETag", "\"1\"")] : []))
        try newsroom.follow(name, server.url("/\(name)"))
      }
      _ = await newsroom.refresh()
      newsroom.pass(10)
      let second = await newsroom.refresh()
      #expect(second["ttl"] == .notYet(until: LoopbackDesk.start + 1800, hasFailed: false))
      #expect(second["cheap"] == .unchanged)
      guard case .notYet(let until, false)? = second["quiet"] else {
        Issue.record("asked in its silent hour")
        return
      }
      #expect(until.timeIntervalSince(LoopbackDesk.start) <= 3600)
      newsroom.pass(3600)
      // The same bytes again: the wish of the last reading still counts.
      #expect(await newsroom.refresh()["ttl"] == .unchanged)
      newsroom.pass(10)
      let next = LoopbackDesk.start + 3610 + 1800
      #expect(await newsroom.refresh()["ttl"] == .notYet(until: next, hasFailed: false))
    }
  }

  @Test("a permanent move is remembered, and forgotten when it leads nowhere")
  func moved() async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      server.route("/old", .redirect(301, to: "/new"))
      server.route("/new", RSS.answer(RSS.feed(items: 0..<2)))
      let source = try newsroom.follow("moved", server.url("/old"))
      _ = await newsroom.refresh()
      #expect(newsroom.desk.record(of: source).movedTo?.text == server.url("/new"))
      _ = await newsroom.refresh()
      #expect(server.hits("/old") == 1 && server.hits("/new") == 2)
      server.route("/new", LoopbackAnswer(status: 404))
      server.route("/old", RSS.answer(RSS.feed(items: 0..<3)))
      for _ in 0..<2 {
        _ = await newsroom.refresh()
        newsroom.pass(86_400)
      }
      #expect(newsroom.desk.record(of: source).movedTo == nil)
      #expect(await newsroom.refresh()["moved"] == .read(new: 1, changed: 0))
    }
  }

  @Test("what cannot be read is asked for whole the next time, and is no success then either")
  func unreadable() async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      server.route("/", RSS.answer("this is no feed", headers: [("ETag", "\"1\"")]))
      try newsroom.follow("odd", server.url())
      for _ in 0..<2 {
        #expect(await newsroom.refresh()["odd"] == .failed(.notNews(.otherText)))
        newsroom.pass(86_400)
      }
      server.route("/", RSS.answer(RSS.feed(items: 0..<2), headers: [("ETag", "\"1\"")]))
      #expect(await newsroom.refresh()["odd"] == .read(new: 2, changed: 0))
    }
  }

  @Test("a front page without headlines is no failure where feeds bring the news, and one where they do not")
  func emptyFrontPage() async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      let page = "<html><body><div id=\"app\"></div><p>Включите JavaScript.</p></body></html>"
      for path in ["/fed", "/bare", "/gorod"] {
        server.route(path, LoopbackAnswer(headers: [("Content-Type", "text/html")], body: Data(page.utf8)))
      }
      server.route("/rss", RSS.answer(RSS.feed(items: 0..<2)))
      let feed = try #require(WebAddress(server.url("/rss")))
      let section = Section(title: "Город", address: WebAddress(server.url("/gorod")))
      for (name, feeds) in [("fed", [feed]), ("bare", [])] {
        let home = try #require(WebAddress(server.url("/" + name)))
        try newsroom.sites.save(
          Site(id: SiteID(rawValue: name), name: name, home: home, sections: [section], feeds: feeds))
      }
      let outcomes = await newsroom.desk.refresh(.everything).outcomes
      let results = outcomes.map { ($0.source.site.rawValue + $0.source.address.path, $0.result) }
      #expect(results.first { $0.0 == "fed/fed" }?.1 == .read(new: 0, changed: 0))
      #expect(results.first { $0.0 == "fed/rss" }?.1 == .read(new: 2, changed: 0))
      #expect(results.first { $0.0 == "bare/bare" }?.1 == .failed(.notNews(.page)))
      // A page that was taken from the menu is no section.
      #expect(results.first { $0.0 == "fed/gorod" }?.1 == .withoutNews(.notNews(.page)))
    }
  }

  @Test(
    "a host that nothing reaches is left alone as a whole, in this refresh and the next; one good answer mends it"
  )
  func deadHost() async throws {
    let server = try LoopbackServer(host: "127.0.4.1")
    let port = server.port
    server.stop()
    let newsroom = try LoopbackDesk()
    let urls = (0..<40).map { "http://127.0.4.1:\(port)/\($0)" }
    try newsroom.follow("dead", urls)
    let first = await newsroom.desk.refresh(.everything)
    #expect(first.failures.count == 40)
    #expect(first.outcomes.count { $0.elapsed > .zero } <= 3)
    let states = try newsroom.cache.hostStates()
    #expect(states.map(\.name) == ["127.0.4.1:\(port)"] && states[0].failures == 1)
    // A source that was never asked is asked once, whatever its neighbours answered.
    try newsroom.follow("dead", urls + ["http://127.0.4.1:\(port)/new"])
    let second = await newsroom.desk.refresh(.everything)
    #expect(second.failures.map(\.source.address.path) == ["/new"])
    #expect(second.notAsked == 40)
  }

  @Test("one source's 429 holds back no other of a host that answers")
  func oneOfMany() async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      server.fallback { _ in LoopbackAnswer(status: 429) }
      for number in 0..<10 {
        server.route("/\(number)", RSS.answer(RSS.feed(items: 0..<1, guid: "\(number)-")))
      }
      try newsroom.follow("many", ["/x", "/y", "/z"].map(server.url) + (0..<10).map { server.url("/\($0)") })
      let summary = await newsroom.desk.refresh(.everything)
      #expect(summary.failures.count == 3)
      #expect(try newsroom.cache.hostStates().isEmpty)
    }
  }

  @Test("a source that ended is asked again when its site is followed anew")
  func followedAnew() async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      server.route("/", LoopbackAnswer(status: 410))
      try newsroom.follow("gone", server.url())
      _ = await newsroom.refresh()
      #expect(await newsroom.refresh()["gone"] == .ended)
      server.route("/", RSS.answer(RSS.feed(items: 0..<1)))
      let site = try #require(newsroom.desk.followed.first)
      try newsroom.desk.unfollow(site.id)
      try newsroom.desk.follow(site)
      #expect(await newsroom.refresh()["gone"] == .read(new: 1, changed: 0))
    }
  }
}
