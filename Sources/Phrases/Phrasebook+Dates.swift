import Foundation
import Language

extension Phrasebook {
  /// A date in words: «среда, 21 января 2026».
  package func longDate(_ date: Date) -> String {
    let civil = CivilTime(date, in: timeZone)
    return fill(text(key: "date.long"), civilFacts(civil))
  }

  /// A date without its weekday: «21 января 2026»; the year only when it is another than `now`'s.
  package func date(_ date: Date, now: Date) -> String {
    let civil = CivilTime(date, in: timeZone)
    let sameYear = civil.year == CivilTime(now, in: timeZone).year
    return fill(text(key: sameYear ? "date.day" : "date.dayYear"), civilFacts(civil))
  }

  /// A date without its weekday and with its year: «21 января 2026».
  package func dayWithYear(_ date: Date) -> String {
    fill(text(key: "date.dayYear"), civilFacts(CivilTime(date, in: timeZone)))
  }

  /// A moment in words: «13 декабря 2024, 20:41».
  ///
  /// - Parameter isDayOnly: `date` is the beginning of a day whose hour nobody knows: the day alone is told.
  package func moment(_ date: Date, isDayOnly: Bool = false) -> String {
    let civil = isDayOnly ? day(beginning: date) : CivilTime(date, in: timeZone)
    if isDayOnly { return fill(text(key: "date.dayYear"), civilFacts(civil)) }
    return fill(text(key: "date.moment"), civilFacts(civil))
  }

  /// A moment beside one that is told already: «20:41» on the same day, else in words.
  package func moment(_ date: Date, beside told: Date) -> String {
    let (here, there) = (CivilTime(date, in: timeZone), CivilTime(told, in: timeZone))
    return here.daysSinceEpoch == there.daysSinceEpoch ? time(date) : moment(date)
  }

  /// «20:41».
  package func time(_ date: Date) -> String { CivilTime(date, in: timeZone).clock }

  /// How a list tells when: «12 мин назад», «3 ч назад» within the day, «вчера, 20:41», then the date; a moment
  /// yet to come is told as it is, and a day without an hour as a day.
  package func age(of date: Date, isDayOnly: Bool = false, now: Date) -> String {
    guard !isDayOnly else { return age(ofDay: date, now: now) }
    let seconds = now.timeIntervalSince(date)
    let (then, today) = (CivilTime(date, in: timeZone), CivilTime(now, in: timeZone))
    if seconds >= 0, seconds < 60 { return text(key: "age.now") }
    if seconds >= 0, seconds < 3600 { return self.text(.ageMinutes, count: Int(seconds / 60)) }
    let daysAgo = today.daysSinceEpoch - then.daysSinceEpoch
    if seconds >= 0, daysAgo == 0, seconds < 6 * 3600 {
      return self.text(.ageHours, count: Int(seconds / 3600))
    }
    if daysAgo == 0 { return fill(text(key: "age.today"), civilFacts(then)) }
    if daysAgo == 1 { return fill(text(key: "age.yesterday"), civilFacts(then)) }
    if then.year == today.year, seconds >= 0 { return fill(text(key: "date.dayTime"), civilFacts(then)) }
    return fill(text(key: "date.dayYear"), civilFacts(then))
  }

  /// The same in few columns, for narrow panes: «20:41» today, else «13.12», else «13.12.24».
  package func shortAge(of date: Date, isDayOnly: Bool = false, now: Date) -> String {
    let then = isDayOnly ? day(beginning: date) : CivilTime(date, in: timeZone)
    let today = CivilTime(now, in: timeZone)
    if !isDayOnly, then.daysSinceEpoch == today.daysSinceEpoch { return then.clock }
    return fill(text(key: then.year == today.year ? "date.short" : "date.shortYear"), civilFacts(then))
  }

  private func age(ofDay date: Date, now: Date) -> String {
    let (then, today) = (day(beginning: date), CivilTime(now, in: timeZone))
    switch today.daysSinceEpoch - then.daysSinceEpoch {
    case 0: return text(key: "day.today")
    case 1: return text(key: "day.yesterday")
    default: return fill(text(key: then.year == today.year ? "date.day" : "date.dayYear"), civilFacts(then))
    }
  }

  /// The day that begins at a moment where its site is: its noon there falls on the same day nearly everywhere.
  private func day(beginning date: Date) -> CivilTime {
    CivilTime(date.addingTimeInterval(12 * 3600), in: timeZone)
  }

  private func civilFacts(_ civil: CivilTime) -> [String: String] {
    [
      "weekday": text(key: "weekday.\(civil.weekday)"), "day": String(civil.day),
      "month": text(key: "month.\(civil.month)"), "year": String(civil.year), "time": civil.clock,
      "dd": CivilTime.twoDigits(civil.day), "mm": CivilTime.twoDigits(civil.month),
      "yy": CivilTime.twoDigits(civil.year % 100),
    ]
  }
}
