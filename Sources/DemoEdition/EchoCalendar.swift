import Foundation

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
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: manner == .rfc822 ? "en_US_POSIX" : "ru_RU")
    formatter.timeZone = TimeZone(secondsFromGMT: Self.zoneSeconds)
    formatter.dateFormat = manner.rawValue
    return formatter.string(from: date)
  }

  /// How different corners of the site print a date.
  enum Manner: String, Sendable {
    case words = "d MMMM yyyy, HH:mm"
    case masthead = "EEEE, d MMMM yyyy"
    case digits = "dd.MM.yyyy HH:mm"
    case dayAndMonth = "dd.MM"
    case year = "yyyy"
    case iso = "yyyy-MM-dd'T'HH:mm:ssXXX"
    case rfc822 = "EEE, dd MMM yyyy HH:mm:ss Z"
  }
}
