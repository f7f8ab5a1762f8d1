import Foundation

/// The dates by which programs say that they know none: the zeros of their clocks and what they cannot count beyond.
enum UnsetDate {
  /// Whether a moment that a field names means that there is none.
  static func isMeant(by date: Date) -> Bool {
    let seconds = date.timeIntervalSince1970
    guard seconds >= earliest, seconds < latest else { return true }
    if seconds == lastOfThirtyTwoBits { return true }
    return zeros.contains { abs(seconds - $0) <= farthestZone }
  }

  /// The years 1602 and 2200: no newspaper is older, none is from then.
  private static let earliest = -11_612_937_600.0
  private static let latest = 7_258_118_400.0

  /// A zero written in local time is off by as much as any zone is from Greenwich.
  private static let farthestZone = 14 * 3600.0

  private static let lastOfThirtyTwoBits = 2_147_483_647.0

  private static let zeros: [Double] = [
    // Unix.
    0,
    // Spreadsheets and OLE: 30 and 31 December 1899; SQL servers: 1 January 1900.
    -2_209_161_600, -2_209_075_200, -2_208_988_800,
    // Macintosh: 1 January 1904.
    -2_082_844_800,
  ]
}
