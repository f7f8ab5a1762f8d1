import Foundation

/// A moment as the cache keeps it: whole seconds since 1970, between the years 1 and 9999.
enum Stamp {
  private static let earliest = -62_135_596_800.0
  private static let latest = 253_402_300_799.0

  /// The second a date falls into; a date that is no number counts as 1970.
  static func seconds(_ date: Date) -> Int64 {
    let seconds = date.timeIntervalSince1970
    guard !seconds.isNaN else { return 0 }
    return Int64(min(max(seconds, earliest), latest).rounded(.down))
  }

  static func date(_ seconds: Int64) -> Date { Date(timeIntervalSince1970: Double(seconds)) }
}
