import Foundation

/// What people write for "from then on": `24h`, `7d`, `2w`, `2024-12-01`, `01.12.2024`.
package enum Since {
  /// - Parameter timeZone: in which a date begins.
  /// - Returns: `nil` for what is neither a span nor a date.
  package static func date(_ text: String, now: Date, timeZone: ClockZone = .gmt) -> Date? {
    if let unit = text.last, let seconds = units[unit], let count = Int(text.dropLast()),
      (0...100_000).contains(count)
    {
      return now.addingTimeInterval(-Double(count) * seconds)
    }
    let isDotted = text.contains(".")
    let numbers = text.split(separator: isDotted ? "." : "-", omittingEmptySubsequences: false).map {
      Int($0)
    }
    guard numbers.count == 3, let first = numbers[0], let month = numbers[1], let last = numbers[2] else {
      return nil
    }
    let (year, day) = isDotted ? (last, first) : (first, last)
    let civil = CivilTime(year: year, month: month, day: day)
    return civil.isValid ? civil.date(in: timeZone) : nil
  }

  private static let units: [Character: Double] = [
    "h": 3600, "ч": 3600, "d": 86_400, "д": 86_400, "w": 604_800, "н": 604_800,
  ]
}
