import Fetching
import Foundation
import NewsModel
import Testing

@Suite("Back-off")
struct BackoffTests {
  private let now = Date(timeIntervalSince1970: 1_769_000_000)
  private let backoff = Backoff(seed: 7)

  private func wait(_ failure: FetchFailure, _ failures: Int, key: String = "http://a/feed") -> TimeInterval?
  {
    backoff.nextAllowed(after: failure, failures: failures, key: key, now: now)?.timeIntervalSince(now)
  }

  @Test("the wait doubles from failure to failure, spread by a quarter, up to a day")
  func doubling() throws {
    for failures in 1...20 {
      let middle = min(300 * pow(2, Double(min(failures, 12) - 1)), 86_400)
      let found = try #require(wait(.timedOut, failures))
      #expect(found >= middle * 0.75 && found <= min(middle * 1.25, 86_400))
    }
  }

  @Test("what somebody has to mend waits longer than what may pass")
  func lasting() throws {
    for failure in [FetchFailure.status(404, retryAfter: nil), .certificate(.expired), .browserCheck(403)] {
      #expect(try #require(wait(failure, 1)) >= 2700)
    }
    #expect(try #require(wait(.status(502, retryAfter: nil), 1)) <= 375)
  }

  @Test("Retry-After is never undercut, and obeyed for a week at most")
  func retryAfter() throws {
    #expect(wait(.status(429, retryAfter: .seconds(120)), 1) == 120)
    #expect(try #require(wait(.status(429, retryAfter: .seconds(120)), 9)) > 10_000)
    #expect(wait(.status(503, retryAfter: .seconds(200_000)), 9) == 200_000)
    #expect(wait(.status(503, retryAfter: .seconds(30_000_000)), 1) == 604_800)
  }

  @Test("a source that is gone is never asked again; what is none of its making holds nothing back")
  func extremes() {
    #expect(
      backoff.nextAllowed(after: .status(410, retryAfter: nil), failures: 1, key: "a", now: now)
        == .distantFuture)
    for failure in [FetchFailure.offline, .cancelled, .unreadableFile(.missing)] {
      #expect(wait(failure, 3) == nil)
    }
  }

  @Test("the spread is the same for the same seed and key, and differs between keys")
  func spread() {
    #expect(wait(.refused, 3) == wait(.refused, 3))
    let waits = Set((0..<50).compactMap { wait(.refused, 3, key: "http://host\($0)/") })
    #expect(waits.count == 50)
    #expect(
      Backoff(seed: 8).nextAllowed(after: .refused, failures: 3, key: "http://a/feed", now: now)
        != backoff.nextAllowed(after: .refused, failures: 3, key: "http://a/feed", now: now))
  }

  @Test("a count beyond all bounds, or below one, is harmless", arguments: [Int.min, -1, 0, 64, Int.max])
  func strangeCounts(failures: Int) throws {
    let found = try #require(wait(.refused, failures))
    #expect(found >= 225 && found <= 86_400)
  }

  @Test("connections, certificates and 429 concern the host, other answers their source")
  func host() {
    for failure in [
      FetchFailure.refused, .unknownHost("a"), .timedOut, .certificate(.selfSigned),
      .status(429, retryAfter: nil),
    ] {
      #expect(failure.has(.concernsHost))
    }
    for failure in [
      FetchFailure.status(404, retryAfter: nil), .status(503, retryAfter: nil), .empty, .tooLarge(limit: 1),
    ] {
      #expect(!failure.has(.concernsHost))
    }
  }

  @Test("freshness and the feed's own rhythm are respected within bounds")
  func freshness() {
    func wait(_ maxAge: Duration?, _ timeToLive: Duration?) -> TimeInterval? {
      backoff.nextAllowed(maxAge: maxAge, timeToLive: timeToLive, now: now)?.timeIntervalSince(now)
    }
    #expect(wait(nil, nil) == nil)
    #expect(wait(.zero, nil) == nil)
    #expect(wait(.seconds(600), nil) == 600)
    #expect(wait(.seconds(600), .seconds(7200)) == 7200)
    #expect(wait(.seconds(31_536_000), nil) == 3600)
    #expect(wait(nil, .seconds(31_536_000)) == 86_400)
  }
}
