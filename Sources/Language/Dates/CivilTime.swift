import Foundation

/// A date of the proleptic Gregorian calendar with a time, as a text or a clock shows it, before a zone makes it a
/// moment. By arithmetic: `Calendar` takes microseconds for each.
package struct CivilTime: Hashable, Sendable {
  /// 1 to 9999 where the date is valid.
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int
  /// 0 to 24; the end of a day may be written as 24:00.
  package var hour = 0
  /// 0 to 59.
  package var minute = 0
  /// 0 to 60, for a leap second.
  package var second = 0
  /// Of a second, below 1.
  var fraction = 0.0

  /// Whether such a day and such a time exist; 24:00 and a leap second do.
  package var isValid: Bool {
    guard 1...9999 ~= year, 1...12 ~= month, 1...Self.days(inMonth: month, of: year) ~= day else {
      return false
    }
    guard 0...24 ~= hour, 0...59 ~= minute, 0...60 ~= second else { return false }
    return hour < 24 || (minute == 0 && second == 0)
  }

  /// The moment at an offset from Greenwich, in seconds.
  func date(offset: Int) -> Date {
    Date(timeIntervalSince1970: Double(secondsSinceEpoch - offset) + fraction)
  }

  /// The moment in a zone; in the hour that a clock change leaves out or doubles, one of the two readings.
  package func date(in zone: ClockZone) -> Date {
    let local = Date(timeIntervalSince1970: Double(secondsSinceEpoch))
    let first = zone.secondsFromGMT(for: local)
    let second = zone.secondsFromGMT(for: local - Double(first))
    return date(offset: second)
  }

  /// What the clocks of a zone show at a moment; one outside of the years 1 to 9999 is taken for the nearest within,
  /// none at all for the beginning of 1970.
  package init(_ date: Date, in zone: ClockZone) {
    let bounded = Self.bounded(date)
    self.init(bounded, offset: zone.secondsFromGMT(for: bounded))
  }

  /// What clocks that are so many seconds ahead of Greenwich's show at a moment, bounded likewise.
  package init(_ date: Date, offset: Int) {
    let seconds = Int(Self.bounded(date).timeIntervalSince1970.rounded(.down)) + offset
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    self.init(daysSinceEpoch: days)
    let rest = seconds - days * 86_400
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
  }

  /// A moment outside of the years 1 to 9999 becomes the nearest one within.
  private static func bounded(_ date: Date) -> Date {
    let interval = date.timeIntervalSince1970
    guard !interval.isNaN else { return Date(timeIntervalSince1970: 0) }
    return Date(timeIntervalSince1970: min(max(interval, -62_135_596_800), 253_402_300_799))
  }

  /// The beginning of a day.
  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day so many days after the first of January 1970 (Hinnant, "chrono-compatible low-level date
  /// algorithms").
  init(daysSinceEpoch: Int) {
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// 1 is Monday, 7 Sunday.
  package var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 + 1 }

  /// How many days after the first of January 1970 it is; negative before.
  package var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The same day so many months earlier, or the last one of a shorter month.
  func movedBack(months: Int) -> CivilTime {
    var result = self
    let index = year * 12 + month - 1 - months
    guard index >= 12 else { return CivilTime(year: 1, month: 1, day: 1) }
    result.year = index / 12
    result.month = index % 12 + 1
    result.day = min(day, Self.days(inMonth: result.month, of: result.year))
    return result
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: 31
    }
  }

  private var secondsSinceEpoch: Int { daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second }
}
