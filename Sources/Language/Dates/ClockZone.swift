import Foundation
import Glibc

/// A zone by which clocks go: a named one of the tz database, one at a fixed offset, or the machine's own.
package enum ClockZone: Hashable, Sendable {
  /// So many seconds ahead of Greenwich's.
  case fixed(seconds: Int)
  /// By its name in the tz database.
  case named(TimeZone)
  /// What libc makes of `TZ` (names, `:name`, paths, POSIX.1 §8.3 strings) and else of `/etc/localtime`, whatever that is:
  /// the same times as `date`. One for the whole process: read when it is first asked, and not again.
  case machine

  /// Greenwich's.
  package static let gmt = ClockZone.fixed(seconds: 0)

  /// - Parameter name: of the tz database.
  /// - Returns: `nil` for a name that is not in it.
  package init?(named name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self = .named(zone)
  }

  /// How far its clocks are ahead of Greenwich's at a moment, in seconds.
  package func secondsFromGMT(for date: Date) -> Int {
    switch self {
    case .fixed(let seconds): seconds
    case .named(let zone): zone.secondsFromGMT(for: date)
    case .machine: Self.local(date)?.tm_gmtoff ?? 0
    }
  }

  /// What its clocks are called at a moment: `MSK`, `+05`; empty where they have no name.
  package func abbreviation(for date: Date) -> String {
    switch self {
    case .fixed(let seconds): seconds == 0 ? "UTC" : ""
    case .named(let zone): zone.abbreviation(for: date) ?? ""
    case .machine: Self.local(date).flatMap { $0.tm_zone.map { String(cString: $0) } } ?? ""
    }
  }

  /// `localtime_r` reads `TZ` at the process's first call and never again, and may be called by any thread.
  private static func local(_ date: Date) -> tm? {
    let seconds = date.timeIntervalSince1970
    // What is no number, or no number of seconds that fits, has no local time.
    guard abs(seconds) < 1e15 else { return nil }
    var moment = time_t(seconds.rounded(.down))
    var parts = tm()
    return localtime_r(&moment, &parts) == nil ? nil : parts
  }
}
