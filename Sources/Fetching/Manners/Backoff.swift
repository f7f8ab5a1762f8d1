import Foundation
import NewsModel

/// When a source, or a whole host, may be asked again: a pure value, the same for the same seed, key and count.
///
/// After a failure the wait doubles from failure to failure, spread by a quarter to either side so that sources that
/// failed together do not return together; a server's `Retry-After` is never undercut.
package struct Backoff: Hashable, Sendable {
  /// After the first failure that may pass by itself: a time-out, a server's own trouble.
  package static let shortest = Duration.seconds(5 * 60)
  /// After the first failure that takes somebody to mend it: not found, forbidden, a bad certificate.
  package static let shortestLasting = Duration.seconds(60 * 60)
  /// No wait of our own making is longer.
  package static let longest = Duration.seconds(24 * 60 * 60)
  /// No `Retry-After` is obeyed for longer.
  package static let longestObeyed = Duration.seconds(7 * 24 * 60 * 60)
  /// A server's `max-age` up to this one holds nothing back: it is meant for bursts, and a person who asks again so
  /// soon wants an answer.
  package static let shortestFresh = Duration.seconds(2 * 60)
  /// A server's `max-age` holds a source back no longer: news pages are often marked by mistake.
  package static let longestFresh = Duration.seconds(60 * 60)

  private let seed: UInt64

  /// - Parameter seed: what makes this installation's spread differ from others'.
  package init(seed: UInt64 = 0) { self.seed = seed }

  /// The next moment at which a source or a host may be asked.
  /// - Parameters:
  ///   - failures: how many there were in a row, this one included.
  ///   - key: the source's address or the host's name.
  /// - Returns: `nil` when the failure is none of the source's making, `Date.distantFuture` when it is gone (410).
  package func nextAllowed(after failure: FetchFailure, failures: Int, key: String, now: Date) -> Date? {
    guard !failure.isGone else { return .distantFuture }
    let own: Duration
    switch failure.row.wait {
    case .none: return nil
    case .short: own = wait(Self.shortest, failures: failures, key: key)
    case .long: own = wait(Self.shortestLasting, failures: failures, key: key)
    }
    if case .status(_, let retryAfter?) = failure {
      let obeyed = min(retryAfter, Self.longestObeyed)
      return now.addingTimeInterval(max(obeyed, failures > 1 ? own : .zero).seconds)
    }
    return now.addingTimeInterval(own.seconds)
  }

  /// The next moment at which a source may be asked whose answers cannot be read.
  package func nextAllowed(afterUnreadable failures: Int, key: String, now: Date) -> Date {
    now.addingTimeInterval(wait(Self.shortestLasting, failures: failures, key: key).seconds)
  }

  /// The next moment at which a source that answered well may be asked: when its answer is no longer fresh and the
  /// time that its feed wants between two visits (`ttl`, `sy:updatePeriod`) is over.
  package func nextAllowed(maxAge: Duration?, timeToLive: Duration?, now: Date) -> Date? {
    let told = maxAge ?? .zero
    let fresh = told > Self.shortestFresh ? min(told, Self.longestFresh) : .zero
    let wanted = min(timeToLive ?? .zero, Self.longest)
    let wait = max(fresh, wanted)
    return wait > .zero ? now.addingTimeInterval(wait.seconds) : nil
  }

  /// Whether a source may still not be asked: not for longer than any wait is, for a longer one was reckoned from a clock
  /// that was wrong.
  package static func isInForce(_ until: Date, at now: Date) -> Bool {
    until > now && until <= now.addingTimeInterval(longestObeyed.seconds)
  }

  private func wait(_ first: Duration, failures: Int, key: String) -> Duration {
    let doublings = min(max(failures, 1), 17) - 1
    let wait = min(first * (1 << doublings), Self.longest)
    return min(wait * spread(key: key, failures: failures), Self.longest)
  }

  /// A factor from 0.75 to 1.25 by the fingerprint of key and count, mixed with the seed (SplitMix64's last steps).
  private func spread(key: String, failures: Int) -> Double {
    var mixed =
      Fingerprint(key.utf8).value &+ seed &+ UInt64(truncatingIfNeeded: failures) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return 0.75 + Double((mixed ^ (mixed >> 31)) >> 11) / Double(UInt64(1) << 53) / 2
  }
}

extension Duration {
  /// For Foundation's dates.
  fileprivate var seconds: TimeInterval { self / .seconds(1) }
}
