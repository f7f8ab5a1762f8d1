import Foundation

/// A moment on the calendar of a time zone (proleptic Gregorian), by arithmetic: a screen shows dozens, and
/// `Calendar` takes microseconds for each.
struct CivilTime {
  let year: Int
  /// 1 to 12.
  let month: Int
  /// 1 to 31.
  let day: Int
  /// 1 is Monday, 7 Sunday.
  let weekday: Int
  let hour: Int
  let minute: Int
  /// Days since 1 January 1970 in the same zone.
  let dayNumber: Int

  init(_ date: Date, in timeZone: TimeZone) {
    // A date beyond these bounds is no date of news; it must not overflow.
    let told = date.timeIntervalSince1970
    let interval = told.isNaN ? 0 : min(max(told, -1e11), 2.5e11)
    let bounded = Date(timeIntervalSince1970: interval)
    let seconds = Int(interval.rounded(.down)) + timeZone.secondsFromGMT(for: bounded)
    let days = Self.floorDivide(seconds, 86_400)
    let second = seconds - days * 86_400
    dayNumber = days
    hour = second / 3600
    minute = second % 3600 / 60
    weekday = (days % 7 + 7 + 3) % 7 + 1
    // From days to a date by eras of 400 years that begin in March.
    let shifted = days + 719_468
    let era = Self.floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `20:41`.
  var clock: String { "\(Self.twoDigits(hour)):\(Self.twoDigits(minute))" }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    let quotient = number / divisor
    return number % divisor < 0 ? quotient - 1 : quotient
  }
}
