import Fetching
import Foundation
import NewsCache
import NewsModel
import Newsroom
import Synchronization
import TestSupport
import Testing

@Suite("What servers do wrong, as it is kept")
struct FaultRecordTests {
  private struct Fault {
    let name: String
    let answer: LoopbackAnswer
    let record: SourceFailure
  }

  private static let page = Data(repeating: 0x41, count: 65_536)

  private static let faults = [
    Fault(
      name: "404", answer: LoopbackAnswer(status: 404), record: .fetch(.status(404, retryAfter: nil))),
    Fault(name: "410", answer: LoopbackAnswer(status: 410), record: .fetch(.status(410, retryAfter: nil))),
    Fault(name: "500", answer: LoopbackAnswer(status: 500), record: .fetch(.status(500, retryAfter: nil))),
    Fault(name: "429", answer: LoopbackAnswer(status: 429), record: .fetch(.status(429, retryAfter: nil))),
    Fault(
      name: "429-later", answer: LoopbackAnswer(status: 429, headers: [("Retry-After", "7200")]),
      record: .fetch(.status(429, retryAfter: .seconds(7200)))),
    Fault(
      name: "reset", answer: LoopbackAnswer(body: page, fault: .reset(afterBytes: 5000)),
      record: .fetch(.interrupted)),
    Fault(
      name: "endless", answer: LoopbackAnswer(body: page, fault: .endless),
      record: .fetch(.tooLarge(limit: FetchRequest.defaultLimitBytes))),
    Fault(
      name: "length",
      answer: LoopbackAnswer(body: Data("<rss>".utf8), fault: .close(afterBytes: 5), claimedLength: 500),
      record: .fetch(.interrupted)),
    Fault(
      name: "bomb",
      answer: LoopbackAnswer(
        headers: [("Content-Encoding", "gzip")], body: LoopbackCompression.gzipBomb(bytes: 64 << 20)),
      record: .fetch(.tooLarge(limit: FetchRequest.defaultLimitBytes))),
    Fault(name: "loop", answer: .redirect(302, to: "/"), record: .fetch(.tooManyRedirects)),
    Fault(
      name: "scheme", answer: .redirect(301, to: "ftp://127.0.0.1/"),
      record: .fetch(.forbiddenRedirect("ftp://127.0.0.1/"))),
    Fault(
      name: "304", answer: LoopbackAnswer(status: 304), record: .fetch(.status(304, retryAfter: nil))),
    Fault(
      name: "browser", answer: LoopbackAnswer(status: 403, headers: [("cf-mitigated", "challenge")]),
      record: .fetch(.browserCheck(403))),
    Fault(name: "empty", answer: LoopbackAnswer(), record: .fetch(.empty)),
    Fault(
      name: "text", answer: LoopbackAnswer(body: Data("no feed at all".utf8)), record: .notNews(.otherText)),
  ]

  /// Servers on addresses of their own for as long as some work takes.
  private func withServers(_ count: Int, _ work: ([LoopbackServer]) async throws -> Void) async throws {
    let servers = try (0..<count).map { try LoopbackServer(host: "127.0.3.\($0 + 1)") }
    defer { for server in servers { server.stop() } }
    try await work(servers)
  }

  @Test(
    "each fault has its record, sound sources come all the same, and the next refresh leaves the bad alone")
  func everyFault() async throws {
    let faults = Self.faults
    try await withServers(faults.count + 1) { servers in
      let newsroom = try LoopbackDesk()
      for (fault, server) in zip(faults, servers) {
        server.fallback { _ in fault.answer }
        try newsroom.follow(fault.name, server.url())
      }
      let sound = servers[faults.count]
      sound.route("/", RSS.answer(RSS.feed(items: 0..<3), headers: [("ETag", "\"1\"")]))
      try newsroom.follow("sound", sound.url())
      let first = await newsroom.refresh()
      #expect(first["sound"] == .read(new: 3, changed: 0))
      for fault in faults { #expect(first[fault.name] == .failed(fault.record), "\(fault.name)") }
      for source in newsroom.sites.sites().flatMap(\.sources) where source.site.rawValue != "sound" {
        let record = newsroom.desk.record(of: source)
        #expect(record.failure == faults.first { $0.name == source.site.rawValue }?.record)
        #expect(record.lastAsked == LoopbackDesk.start && record.lastSuccess == nil)
        #expect(record.notBefore != nil || source.site.rawValue == "410")
      }
      let hits = servers.map { $0.hits() }
      newsroom.pass(120)
      let second = await newsroom.refresh()
      #expect(second["sound"] == .unchanged)
      #expect(second["410"] == .ended)
      for fault in faults where fault.name != "410" {
        guard case .notYet? = second[fault.name] else {
          Issue.record("\(fault.name) was asked again")
          continue
        }
      }
      #expect(servers.dropLast().map { $0.hits() } == Array(hits.dropLast()))
      // What somebody asks for by name is asked again, but for what the server itself forbade.
      for name in ["429-later", "410"] {
        #expect(await newsroom.refresh(.site(SiteID(rawValue: name)))[name]?.failure == nil)
      }
      #expect(await newsroom.refresh(.site(SiteID(rawValue: "404")))["404"]?.failure == faults[0].record)
    }
  }

  @Test("an address that nobody can ask is kept as such, and holds nothing back")
  func malformedAddress() async throws {
    let newsroom = try LoopbackDesk()
    let source = try newsroom.follow("port", "http://127.0.0.1:99999/")
    #expect(await newsroom.refresh()["port"] == .failed(.fetch(.malformedAddress)))
    let record = newsroom.desk.record(of: source)
    #expect(record.failure == .fetch(.malformedAddress))
    #expect(record.notBefore == nil)
  }

  @Test("a wrong certificate is kept with who signed it")
  func certificate() async throws {
    let authority = try LoopbackAuthority()
    defer { authority.remove() }
    let server = try LoopbackTLSServer(.proper, by: authority)
    defer { server.stop() }
    let newsroom = try LoopbackDesk()
    let source = try newsroom.follow("tls", server.url())
    let failure = SourceFailure.fetch(.certificate(.unknownRoot(issuer: LoopbackAuthority.name)))
    #expect(await newsroom.refresh()["tls"] == .failed(failure))
    #expect(newsroom.desk.record(of: source).failure == failure)
  }

  @Test("servers that never answer, drip or fall silent delay nobody else")
  func slowServers() async throws {
    let slow = [
      LoopbackAnswer(fault: .mute), LoopbackAnswer(body: Self.page, fault: .slowHead(every: .seconds(20))),
      LoopbackAnswer(body: Self.page, fault: .silence(afterBytes: 10)),
    ]
    try await withServers(slow.count + 4) { servers in
      // However slow this machine is, none of them ends by itself before the others are read.
      let newsroom = try LoopbackDesk {
        $0.connectTimeout = .seconds(3_600)
        $0.idleTimeout = .seconds(3_600)
        $0.totalTimeout = .seconds(3_600)
      }
      for (index, server) in servers.enumerated() {
        if index < slow.count {
          server.fallback { _ in slow[index] }
        } else {
          server.fallback { request in
            let name = String(request.path.dropFirst())
            return RSS.answer(RSS.feed(items: 0..<2, guid: "\(name)-", link: "http://127.0.0.1/\(name)/"))
          }
        }
        // The slow are many and come first.
        try newsroom.follow("\(index)", (0..<20).map { server.url("/\($0)") })
      }
      let refresh = Mutex<Task<RefreshSummary, Never>?>(nil)
      let sound = (servers.count - slow.count) * 20
      let (told, tell) = AsyncStream.makeStream(of: Void.self)
      refresh.withLock {
        $0 = Task {
          await newsroom.desk.refresh(.everything) { if $0.done == sound { tell.finish() } }
        }
      }
      for await _ in told {}
      let task = try #require(refresh.withLock { $0 })
      task.cancel()
      let summary = await task.value
      #expect(summary.wasCancelled)
      #expect(summary.outcomes.count { $0.result == .read(new: 2, changed: 0) } == sound)
      #expect(summary.failures.allSatisfy { $0.failure == .fetch(.cancelled) })
    }
  }

  @Test("slowness is kept as what it was: no answer at all, or one that fell silent")
  func slowness() async throws {
    try await withServers(2) { servers in
      servers[0].fallback { _ in LoopbackAnswer(fault: .mute) }
      servers[1].fallback { _ in LoopbackAnswer(body: Self.page, fault: .silence(afterBytes: 10)) }
      let newsroom = try LoopbackDesk { $0.idleTimeout = .milliseconds(500) }
      try newsroom.follow("mute", servers[0].url())
      try newsroom.follow("silent", servers[1].url())
      let results = await newsroom.refresh()
      #expect(results == ["mute": .failed(.fetch(.timedOut)), "silent": .failed(.fetch(.stalled))])
    }
  }

  @Test("a changed guid doubles no article, and a flood of ten thousand items is kept whole, each once")
  func identity() async throws {
    try await withServers(2) { servers in
      let newsroom = try LoopbackDesk()
      servers[0].route("/", RSS.answer(RSS.feed(items: 0..<5)))
      servers[1].route("/", RSS.answer(RSS.feed(items: 0..<10_000)))
      try newsroom.follow("guid", servers[0].url())
      try newsroom.follow("flood", servers[1].url())
      let first = await newsroom.refresh()
      #expect(first["guid"] == .read(new: 5, changed: 0))
      #expect(first["flood"] == .read(new: 10_000, changed: 0))
      servers[0].route("/", RSS.answer(RSS.feed(items: 0..<5, guid: "other-")))
      servers[1].route("/", RSS.answer(RSS.feed(items: 1..<10_001)))
      let second = await newsroom.refresh()
      #expect(second["guid"] == .read(new: 0, changed: 0))
      #expect(second["flood"] == .read(new: 1, changed: 0))
      #expect(try newsroom.cache.count(ArticleQuery()) == 10_006)
      #expect(try newsroom.cache.verify().isEmpty)
    }
  }
}
