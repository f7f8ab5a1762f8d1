import Foundation

/// A date of the Gregorian calendar with a time, as written, before a zone makes it a moment.
struct CivilTime: Hashable {
  var year: Int
  var month: Int
  var day: Int
  var hour = 0
  var minute = 0
  var second = 0
  var fraction = 0.0

  /// Whether such a day and such a time exist; 24:00 and a leap second do.
  var isValid: Bool {
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
  func date(in zone: TimeZone) -> Date {
    let local = Date(timeIntervalSince1970: Double(secondsSinceEpoch))
    let first = zone.secondsFromGMT(for: local)
    let second = zone.secondsFromGMT(for: local - Double(first))
    return date(offset: second)
  }

  /// What the clocks of a zone show at a moment.
  init(_ date: Date, in zone: TimeZone) {
    let interval = date.timeIntervalSince1970
    // Moments that no calendar here holds are clamped: years 1 to 9999.
    let bounded = min(max(interval.isFinite ? interval : 0, -62_135_596_800), 253_402_300_799)
    let seconds = Int(bounded.rounded(.down)) + zone.secondsFromGMT(for: date)
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    self.init(daysSinceEpoch: days)
    let rest = seconds - days * 86_400
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
  }

  init(year: Int, month: Int, day: Int) {
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

  var daysSinceEpoch: Int {
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
