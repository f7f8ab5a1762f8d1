import Fetching
import Foundation
import NewsModel
import TestSupport
import Testing

@Suite("Faults of servers")
struct FaultTests {
  /// What a fetch of one answer ends in.
  private func failure(
    _ answer: LoopbackAnswer, limit: Int = FetchRequest.defaultLimitBytes,
    _ change: (inout FetchConfiguration) -> Void = { _ in }
  ) async throws -> FetchFailure? {
    let transport = quickTransport(change)
    return try await LoopbackServer.during { server in
      server.route("/", answer)
      let request = FetchRequest(address: try address(server.url()), limitBytes: limit)
      return await transport.fetch(request).failure
    }
  }

  @Test(
    "a status that is no success is the outcome", arguments: [400, 401, 403, 404, 410, 451, 500, 502, 503])
  func status(code: Int) async throws {
    let found = try await failure(LoopbackAnswer(status: code, body: Data("sorry".utf8)))
    #expect(found == .status(code, retryAfter: nil))
    #expect(found?.isGone == (code == 410))
  }

  @Test("Retry-After counts in seconds, as a date by the server's clock, and is bounded")
  func retryAfter() async throws {
    let seconds = LoopbackAnswer(status: 429, headers: [("Retry-After", "120")])
    #expect(try await failure(seconds) == .status(429, retryAfter: .seconds(120)))
    let date = LoopbackAnswer(
      status: 503,
      headers: [("Date", "Tue, 20 Jan 2026 10:00:00 GMT"), ("Retry-After", "Tue, 20 Jan 2026 10:05:00 GMT")])
    #expect(try await failure(date) == .status(503, retryAfter: .seconds(300)))
    let past = LoopbackAnswer(status: 503, headers: [("Retry-After", "Tue, 20 Jan 2015 10:05:00 GMT")])
    #expect(try await failure(past) == .status(503, retryAfter: nil))
    let long = LoopbackAnswer(status: 429, headers: [("Retry-After", "99999999999999999999")])
    #expect(try await failure(long) == .status(429, retryAfter: .seconds(366 * 86_400)))
    let nonsense = LoopbackAnswer(status: 429, headers: [("Retry-After", "soon")])
    #expect(try await failure(nonsense) == .status(429, retryAfter: nil))
  }

  @Test("a connection reset or closed inside the body is an interruption")
  func interrupted() async throws {
    let body = Data(repeating: 0x41, count: 100_000)
    #expect(try await failure(LoopbackAnswer(body: body, fault: .reset(afterBytes: 5000))) == .interrupted)
    #expect(try await failure(LoopbackAnswer(body: body, fault: .close(afterBytes: 5000))) == .interrupted)
  }

  @Test("a claimed length that is too long is an interruption; one that is too short cuts")
  func wrongLength() async throws {
    let long = LoopbackAnswer(body: Data("abc".utf8), fault: .close(afterBytes: 3), claimedLength: 10)
    #expect(try await failure(long) == .interrupted)
    try await LoopbackServer.during { server in
      server.route("/", LoopbackAnswer(body: Data("abcdef".utf8), claimedLength: 3))
      let body = try await quickTransport().fetch(FetchRequest(address: address(server.url()))).body()
      #expect(body.bytes == Data("abc".utf8))
    }
  }

  @Test("a body that never ends stops at the limit")
  func endless() async throws {
    let answer = LoopbackAnswer(body: Data(repeating: 0x41, count: 65_536), fault: .endless)
    #expect(try await failure(answer) == .tooLarge(limit: 8 * 1024 * 1024))
  }

  @Test("a body of just the limit comes, one byte more does not")
  func limit() async throws {
    let answer = LoopbackAnswer(body: Data(repeating: 0x41, count: 1000))
    #expect(try await failure(answer, limit: 1000) == nil)
    #expect(try await failure(answer, limit: 999) == .tooLarge(limit: 999))
  }

  @Test("a length beyond the limit is believed before the body comes")
  func claimedTooLarge() async throws {
    let answer = LoopbackAnswer(
      body: Data("x".utf8), fault: .silence(afterBytes: 1), claimedLength: 9 * 1024 * 1024)
    #expect(try await failure(answer) == .tooLarge(limit: 8 * 1024 * 1024))
  }

  @Test("a gzip bomb stops at the limit of what it would unpack to")
  func gzipBomb() async throws {
    let bomb = LoopbackCompression.gzipBomb(bytes: 64 * 1024 * 1024)
    #expect(bomb.count < 1_000_000)
    let answer = LoopbackAnswer(headers: [("Content-Encoding", "gzip")], body: bomb)
    #expect(try await failure(answer) == .tooLarge(limit: 8 * 1024 * 1024))
  }

  @Test("compression that is none, and an answer that is no HTTP, are garbled")
  func garbled() async throws {
    let notGzip = LoopbackAnswer(headers: [("Content-Encoding", "gzip")], body: Data("plain".utf8))
    let noHead = LoopbackAnswer(body: Data("SSH-2.0-OpenSSH_9.2\r\n".utf8), fault: .noHead)
    for answer in [notGzip, noHead] {
      guard case .garbled = try await failure(answer) else {
        Issue.record("not garbled")
        return
      }
    }
  }

  @Test("an empty body is a failure of its own", arguments: [200, 204])
  func empty(status: Int) async throws {
    #expect(try await failure(LoopbackAnswer(status: status)) == .empty)
  }

  @Test("a server that never answers, or drips its head, is timed out")
  func slowHead() async throws {
    let mute = try await failure(LoopbackAnswer(fault: .mute)) { $0.idleTimeout = .milliseconds(60) }
    #expect(mute == .timedOut)
    let drip = LoopbackAnswer(body: Data("x".utf8), fault: .slowHead(every: .milliseconds(20)))
    let dripped = try await failure(drip) {
      $0.idleTimeout = .seconds(30)
      $0.totalTimeout = .milliseconds(150)
    }
    #expect(dripped == .timedOut)
  }

  @Test("silence inside the body is a stall")
  func stalled() async throws {
    let answer = LoopbackAnswer(body: Data("abcdef".utf8), fault: .silence(afterBytes: 3))
    #expect(try await failure(answer) { $0.idleTimeout = .milliseconds(500) } == .stalled)
  }

  @Test("a head that refuses counts, even when its body never ends or falls silent")
  func refusalWithBadBody() async throws {
    let silent = LoopbackAnswer(status: 404, body: Data("abc".utf8), fault: .silence(afterBytes: 1))
    #expect(
      try await failure(silent) { $0.idleTimeout = .milliseconds(500) } == .status(404, retryAfter: nil))
    let endless = LoopbackAnswer(status: 500, body: Data(repeating: 0x41, count: 65_536), fault: .endless)
    #expect(try await failure(endless) == .status(500, retryAfter: nil))
  }

  @Test("a head without end stops at its limit")
  func hugeHead() async throws {
    let line = (name: "X-Filler", value: String(repeating: "a", count: 1000))
    let answer = LoopbackAnswer(headers: Array(repeating: line, count: 600), body: Data("x".utf8))
    #expect(try await failure(answer) == .tooLarge(limit: 256 * 1024))
  }

  @Test("a challenge for browsers is told from a refusal")
  func browserCheck() async throws {
    let cloudflare = LoopbackAnswer(status: 403, headers: [("cf-mitigated", "challenge")])
    #expect(try await failure(cloudflare) == .browserCheck(403))
    let guarded = LoopbackAnswer(status: 403, headers: [("Server", "ddos-guard")], body: Data("<html>".utf8))
    #expect(try await failure(guarded) == .browserCheck(403))
    let page = LoopbackAnswer(status: 503, body: Data("<script src=\"/cdn-cgi/challenge-platform/x\">".utf8))
    #expect(try await failure(page) == .browserCheck(503))
    let waf = LoopbackAnswer(status: 202, headers: [("x-amzn-waf-action", "challenge")])
    #expect(try await failure(waf) == .browserCheck(202))
  }

  @Test("a closed port refuses, an unknown name is unknown, and without a network it is offline")
  func noServer() async throws {
    let server = try LoopbackServer()
    let closed = server.url()
    server.stop()
    let transport = quickTransport { $0.isOnline = { true } }
    #expect(try await transport.fetch(FetchRequest(address: address(closed))).failure == .refused)
    let nowhere = FetchRequest(address: try address("http://nothing.invalid/"))
    #expect(await transport.fetch(nowhere).failure == .unknownHost("nothing.invalid"))
    let unplugged = quickTransport { $0.isOnline = { false } }
    #expect(await unplugged.fetch(nowhere).failure == .offline)
  }

  @Test(
    "an address without a host or a port that can exist is malformed",
    arguments: ["http://[::1", "http://127.0.0.1:99999/"])
  func malformedAddress(text: String) async throws {
    let request = FetchRequest(address: try address(text))
    #expect(await quickTransport().fetch(request).failure == .malformedAddress)
  }

  @Test("no other source is delayed by a server that is slow")
  func noOtherIsDelayed() async throws {
    try await LoopbackServer.during(on: "127.0.0.2") { slow in
      try await LoopbackServer.during { quick in
        slow.fallback { _ in LoopbackAnswer(fault: .mute) }
        quick.fallback { _ in .text("x") }
        let transport = quickTransport()
        let waiting = (0..<30).map { number in
          Task { await transport.fetch(FetchRequest(address: try address(slow.url("/\(number)")))) }
        }
        await slow.hits(reach: 2)
        for number in 0..<30 {
          _ = try await transport.fetch(FetchRequest(address: address(quick.url("/\(number)")))).body()
        }
        #expect(slow.hits() == 2)
        for task in waiting { task.cancel() }
        for task in waiting { #expect(try await task.value.failure == .cancelled) }
      }
    }
  }
}
