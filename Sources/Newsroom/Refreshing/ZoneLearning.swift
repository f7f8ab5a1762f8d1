import FeedParsing
import Foundation
import NewsModel

/// Learns the zone of dates that carry none: a page that was read as if it were in UTC, beside feeds that say more.
enum ZoneLearning {
  /// Fewer articles that page and feed agree on teach nothing.
  private static let fewest = 2

  /// - Parameters:
  ///   - headlines: of a page, their dates read in UTC.
  ///   - feeds: of the same site.
  /// - Returns: an IANA name of a fixed offset (`Etc/GMT-5` is five hours east), `nil` when nothing can be told.
  static func zone(of headlines: [Headline], feeds: [ParsedFeed]) -> String? {
    var told: [WebAddress: Date] = [:]
    for item in feeds.flatMap(\.items) {
      if let address = item.address, let published = item.published {
        told[address.withoutFragment] = published
      }
    }
    var votes: [Int: Int] = [:]
    for headline in headlines {
      // The beginning of a day is no clock's.
      guard !headline.isDayOnly, let shown = headline.published,
        let published = told[headline.address.withoutFragment]
      else {
        continue
      }
      let minutes = (shown.timeIntervalSince(published) / 60).rounded(.down)
      // A page tells minutes; an offset is a multiple of a quarter of an hour.
      guard abs(minutes) <= 14 * 60, Int(minutes) % 15 == 0 else { continue }
      votes[Int(minutes), default: 0] += 1
    }
    guard let best = votes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }), best.value >= fewest,
      best.value * 2 > votes.values.reduce(0, +)
    else { return nil }
    return name(ofOffset: best.key)
  }

  private static func name(ofOffset minutes: Int) -> String {
    if minutes == 0 { return "Etc/UTC" }
    guard minutes % 60 != 0 else { return "Etc/GMT\(minutes > 0 ? "-" : "+")\(abs(minutes) / 60)" }
    let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
    return String(format: "GMT%@%02d%02d", minutes > 0 ? "+" : "-", hours, rest)
  }
}
