import Fetching
import Foundation
import NewsCache
import NewsModel
import TestSupport
import Testing

@testable import Newsroom

@Suite("A clock that is wrong")
struct ClockTests {
  private static let day: TimeInterval = 86_400

  /// A newsroom that follows one feed of fifty undated items, read once by the right clock.
  private func newsroom(of server: LoopbackServer, _ items: Range<Int> = 0..<50) async throws -> LoopbackDesk
  {
    let newsroom = try LoopbackDesk()
    server.route("/", RSS.answer(RSS.feed(items: items)))
    try newsroom.follow("feed", server.url())
    #expect(await newsroom.refresh()["feed"] == .read(new: items.count, changed: 0))
    return newsroom
  }

  private func withServer(_ work: (LoopbackServer) async throws -> Void) async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    try await work(server)
  }

  private func dates(_ newsroom: LoopbackDesk) throws -> [Double] {
    try newsroom.cache.articles(ArticleQuery(limit: 1000))
      .map { ($0.article.date.timeIntervalSince(LoopbackDesk.start) / Self.day).rounded() }
  }

  @Test("far ahead it throws nothing away and is told", arguments: [40.0, 400, 27_375])
  func ahead(days: Double) async throws {
    try await withServer { server in
      let newsroom = try await newsroom(of: server)
      newsroom.pass(days * Self.day)
      let summary = await newsroom.desk.refresh(.everything)
      #expect(summary.clock != .believed)
      #expect(try newsroom.cache.statistics().articles == 50)
      newsroom.pass(-days * Self.day)
      #expect(await newsroom.desk.refresh(.everything).clock == .believed)
      #expect(try newsroom.cache.statistics().articles == 50)
    }
  }

  @Test("what is met under it is dated by the last moment that was borne out", arguments: [400.0, -400])
  func met(days: Double) async throws {
    try await withServer { server in
      let newsroom = try await newsroom(of: server, 0..<2)
      // A server that agrees with the clock bears it out.
      let today = RSS.answer(
        RSS.feed(items: 0..<3), headers: [("Date", Self.header(LoopbackDesk.start))])
      server.route("/", today)
      _ = await newsroom.desk.refresh(.site(SiteID(rawValue: "feed")))
      newsroom.pass(days * Self.day)
      server.route("/", RSS.answer(RSS.feed(items: 0..<4)))
      _ = await newsroom.desk.refresh(.site(SiteID(rawValue: "feed")))
      #expect(try dates(newsroom) == [0, 0, 0, 0])
    }
  }

  @Test("a first clock that was ahead is put right with all that it wrote")
  func healing() async throws {
    try await withServer { server in
      let newsroom = try LoopbackDesk()
      newsroom.pass(27_000 * Self.day)
      server.route("/", RSS.answer(RSS.feed(items: 0..<3)))
      let source = try newsroom.follow("feed", server.url())
      _ = await newsroom.refresh()
      #expect(try dates(newsroom) == [27_000, 27_000, 27_000])
      newsroom.pass(-27_000 * Self.day)
      let later = NewsDesk(
        cache: newsroom.cache, sites: newsroom.sites, transport: OfflineTransport(),
        now: { LoopbackDesk.start })
      later.healClock()
      #expect(try dates(newsroom) == [0, 0, 0])
      #expect(try newsroom.cache.verify().isEmpty)
      let record = later.record(of: source)
      #expect(record.lastSuccess == LoopbackDesk.start && record.lastAsked == LoopbackDesk.start)
      #expect(try newsroom.cache.articles(ArticleQuery()).allSatisfy { !$0.status.isRead })
    }
  }

  @Test("a wait that it reckoned is void with the right one", arguments: [27_375.0, 60])
  func waits(days: Double) async throws {
    try await withServer { server in
      let newsroom = try await newsroom(of: server)
      newsroom.pass(days * Self.day)
      server.route("/", LoopbackAnswer(status: 503, headers: [("Retry-After", "3600")], body: Data()))
      _ = await newsroom.desk.refresh(.everything)
      guard case .notYet? = await newsroom.refresh()["feed"] else {
        Issue.record("the server's wish was not kept under the same clock")
        return
      }
      newsroom.pass(-days * Self.day)
      let hits = server.hits()
      _ = await newsroom.desk.refresh(.everything)
      #expect(server.hits() == hits + 1)
    }
  }

  @Test("even by the right one a refresh throws away no more than a small part, the rest later")
  func smallPart() async throws {
    try await withServer { server in
      let newsroom = try await newsroom(of: server, 0..<120)
      newsroom.pass(200 * Self.day)
      let now = LoopbackDesk.start.addingTimeInterval(200 * Self.day)
      server.route(
        "/", RSS.answer(RSS.feed(items: 200..<201), headers: [("Date", Self.header(now))]))
      let first = await newsroom.desk.refresh(.everything)
      #expect(first.clock == .believed && first.oldArticles == 70)
      #expect(try newsroom.cache.statistics().articles == 71)
      _ = await newsroom.desk.refresh(.everything)
      #expect(await newsroom.desk.refresh(.everything).oldArticles == 0)
      #expect(try newsroom.cache.statistics().articles == 1)
    }
  }

  @Test("whatever way it jumps, by hours or by decades, nothing that was kept is gone")
  func jumps() async throws {
    var chance = SeededGenerator(seed: 365)
    try await withServer { server in
      let newsroom = try await newsroom(of: server, 0..<40)
      let saved = try newsroom.desk.cache.articles(ArticleQuery(limit: 5)).map(\.id)
      try newsroom.desk.cache.setStatus(saved, read: true, saved: true)
      let (rounds, first) = (max(6, Stress.count(200)), LoopbackDesk.start)
      for round in 0..<rounds {
        let days: Double = [0, 0.1, 2, 60, 400, 3000, 20_000].randomElement(using: &chance) ?? 0
        let offset = Bool.random(using: &chance) ? days : -days
        newsroom.pass(first.timeIntervalSince(newsroom.desk.now()) + offset * Self.day)
        server.route("/", RSS.answer(RSS.feed(items: 0..<(41 + round))))
        _ = await newsroom.desk.refresh(.site(SiteID(rawValue: "feed")))
        _ = await newsroom.desk.refresh(.everything)
        newsroom.desk.healClock()
      }
      #expect(try newsroom.desk.cache.statistics().articles == 40 + rounds)
      #expect(try newsroom.desk.cache.articles(saved).allSatisfy { $0.status.isRead && $0.status.isSaved })
      #expect(try newsroom.desk.cache.verify().isEmpty)
      Stress.tell("the clock jumped \(rounds) times")
    }
  }

  @Test(
    "a Retry-After of years ago says nothing, in each of the forms of a date",
    arguments: [
      "Mon, 01 Jan 2024 00:00:00 GMT", "Monday, 01-Jan-24 00:00:00 GMT", "Mon Jan  1 00:00:00 2024",
    ],
    [429, 503])
  func retryInThePast(_ date: String, status: Int) async throws {
    try await withServer { server in
      server.fallback { _ in
        LoopbackAnswer(status: status, headers: [("Retry-After", date)], body: Data())
      }
      let newsroom = try LoopbackDesk()
      let source = try newsroom.follow("busy", server.url())
      _ = await newsroom.refresh()
      #expect(newsroom.desk.record(of: source).notBefore.map { $0 > LoopbackDesk.start } == true)
    }
  }

  /// A date as HTTP writes it (RFC 9110 §5.6.7).
  private static func header(_ date: Date) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return formatter.string(from: date)
  }
}
