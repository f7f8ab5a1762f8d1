import Foundation
import Glibc

/// The demo site's clock: its days count back from an edition day, so that its news are always fresh.
struct EchoCalendar: Sendable {
  /// The site's zone, five hours east of Greenwich.
  static let zoneSeconds = 5 * 3600

  /// Midnight of the edition's day, as seconds since 1970 in the site's own time.
  private let editionMidnight: Int

  /// - Parameter newestMinute: when, on the edition's day, its newest article appears; the edition's day is the
  ///   last one on which that moment has passed.
  init(now: Date, newestMinute: Int) {
    let local = Int(now.timeIntervalSince1970.rounded(.down)) + Self.zoneSeconds - newestMinute * 60
    editionMidnight = Int((Double(local) / 86_400).rounded(.down)) * 86_400
  }

  /// When an article appeared.
  func published(_ article: EchoArticle) -> Date {
    let local = editionMidnight - article.daysBefore * 86_400 + article.minuteOfDay * 60
    return Date(timeIntervalSince1970: Double(local - Self.zoneSeconds))
  }

  /// The edition's day.
  var day: Date { Date(timeIntervalSince1970: Double(editionMidnight - Self.zoneSeconds)) }

  /// A date in one of the site's own manners.
  func text(_ date: Date, _ manner: Manner) -> String {
    var seconds = time_t(date.timeIntervalSince1970.rounded(.down)) + Self.zoneSeconds
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return "" }
    let (day, month, year) = (Int(parts.tm_mday), Int(parts.tm_mon), Int(parts.tm_year) + 1900)
    let time = "\(twoDigits(parts.tm_hour)):\(twoDigits(parts.tm_min))"
    switch manner {
    case .words: return "\(day) \(Self.months[month]) \(year), \(time)"
    case .masthead: return "\(Self.weekdays[Int(parts.tm_wday)]), \(day) \(Self.months[month]) \(year)"
    case .digits: return "\(twoDigits(parts.tm_mday)).\(twoDigits(parts.tm_mon + 1)).\(year) \(time)"
    case .dayAndMonth: return "\(twoDigits(parts.tm_mday)).\(twoDigits(parts.tm_mon + 1))"
    case .year: return "\(year)"
    case .iso:
      let day = "\(year)-\(twoDigits(parts.tm_mon + 1))-\(twoDigits(parts.tm_mday))"
      return "\(day)T\(time):\(twoDigits(parts.tm_sec))+05:00"
    case .rfc822:
      let day = "\(twoDigits(parts.tm_mday)) \(Self.englishMonths[month]) \(year)"
      return "\(Self.englishDays[Int(parts.tm_wday)]), \(day) \(time):\(twoDigits(parts.tm_sec)) +0500"
    }
  }

  private func twoDigits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let months = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
    "ноября", "декабря",
  ]
  private static let weekdays = [
    "воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота",
  ]
  private static let englishMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let englishDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  /// How different corners of the site print a date.
  enum Manner: Sendable {
    /// 21 января 2026, 17:05
    case words
    /// среда, 21 января 2026
    case masthead
    /// 21.01.2026 17:05
    case digits
    /// 21.01
    case dayAndMonth
    /// 2026
    case year
    /// 2026-01-21T17:05:00+05:00
    case iso
    /// Wed, 21 Jan 2026 17:05:00 +0500
    case rfc822
  }
}
