import Foundation

/// How often a feed wants to be asked: `ttl`, `skipHours`, `skipDays`, `sy:updatePeriod` and `sy:updateFrequency`.
package struct RefreshWish: Hashable, Sendable {
  /// The least time between two requests, from `ttl` or else from the syndication module; between one minute and
  /// thirty days.
  package var interval: Duration?
  /// Hours of the day, UTC, in which the feed does not change.
  package var skipHours: Set<Int> = []
  /// Days of the week, 1 for Sunday, in which the feed does not change.
  package var skipDays: Set<Int> = []

  package init() {}

  /// Whether the feed asks to be left alone at a moment.
  package func isQuiet(at date: Date) -> Bool {
    let days = Int((date.timeIntervalSince1970 / 86400).rounded(.down))
    let hour = Int((date.timeIntervalSince1970 / 3600).rounded(.down)) - days * 24
    // The first of January 1970 was a Thursday.
    let weekday = ((days + 4) % 7 + 7) % 7 + 1
    return skipHours.contains(hour) || skipDays.contains(weekday)
  }

  /// `ttl` in minutes.
  mutating func setTimeToLive(_ text: String) {
    guard let minutes = Int(text.prefix(12)), minutes > 0 else { return }
    interval = .seconds(Self.bounded(seconds: minutes.multipliedReportingOverflow(by: 60).partialValue))
  }

  /// The syndication module (RSS 1.0): a period and how often within it.
  mutating func setSyndication(period: String?, frequency: String?) {
    guard interval == nil, period != nil || frequency != nil else { return }
    let seconds =
      switch period?.lowercased() {
      case "hourly": 3600
      case "weekly": 7 * 86400
      case "monthly": 30 * 86400
      case "yearly": 365 * 86400
      default: 86400
      }
    let times = min(max(frequency.flatMap { Int($0.prefix(6)) } ?? 1, 1), 1440)
    interval = .seconds(Self.bounded(seconds: seconds / times))
  }

  mutating func skipHour(_ text: String) {
    guard let hour = Int(text.prefix(4)), (0...24).contains(hour) else { return }
    skipHours.insert(hour % 24)
  }

  mutating func skipDay(_ text: String) {
    let names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
    guard let day = names.firstIndex(of: text.lowercased()) else { return }
    skipDays.insert(day + 1)
  }

  private static func bounded(seconds: Int) -> Int { min(max(seconds, 60), 30 * 86400) }
}
