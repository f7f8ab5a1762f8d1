import Foundation

/// A date that stands in a text.
package struct FoundDate: Hashable, Sendable {
  /// The moment; in the parser's time zone where the text names none.
  package var date: Date
  /// Whether a time of day was written too; without one the date is the beginning of its day.
  package var hasTime: Bool
  /// Seconds from UTC of the zone that the text itself names; `nil` where it names none.
  package var zoneOffset: Int?
  /// Where it stands, in bytes of UTF-8.
  package var range: Range<Int>
}

/// What makes a date doubtful: reported, never corrected.
package enum DateDoubt: Hashable, Sendable {
  /// More than a day ahead.
  case future
  /// Before 1990: no news site is that old.
  case beforeTheWeb
}

/// Dates as news sites and feeds write them: RFC 822 and asctime with their deviations, ISO 8601, numbers
/// with dots, slashes or hyphens, day and month by name in the languages of `DateNames`, and dates relative
/// to now.
package struct DateParser: Sendable {
  /// Where texts that name no zone were written.
  package var timeZone: ClockZone
  /// What relative dates and dates without a year are counted from.
  package var now: Date

  /// - Parameter timeZone: UTC when it is not known.
  package init(timeZone: ClockZone = .gmt, now: Date) {
    self.timeZone = timeZone
    self.now = now
  }

  /// The date that a text is, as the value of a field or of a `<time>`; words around it do not matter.
  package func date(from text: String) -> Date? { dateOrDay(from: text)?.date }

  /// As `date(from:)`, with whether it is only a day, at its beginning.
  package func dateOrDay(from text: String) -> (date: Date, isDayOnly: Bool)? {
    if let date = PlainDate.read(text) { return UnsetDate.isMeant(by: date) ? nil : (date, false) }
    return parse(text).map { ($0.date, !$0.hasTime) }
  }

  /// As `date(from:)`, with what is known of it; `nil` too for the dates by which programs say that there is none.
  package func parse(_ text: String) -> FoundDate? {
    let tokens = DateToken.tokens(of: text, limit: 64)
    let found = DateReader(text: text, tokens: tokens, parser: self, isField: true).firstDate()
    return found.flatMap { UnsetDate.isMeant(by: $0.date) ? nil : $0 }
  }

  /// The first date in running text: only what can hardly be anything else.
  package func firstDate(in text: String) -> Date? { find(in: text)?.date }

  /// As `firstDate(in:)`, with its place.
  package func find(in text: String) -> FoundDate? {
    let tokens = DateToken.tokens(of: text, limit: 4000)
    return DateReader(text: text, tokens: tokens, parser: self, isField: false).firstDate()
  }

  /// What is wrong with a date that was read.
  package func doubt(about date: Date) -> DateDoubt? {
    if date > now + 86_400 { return .future }
    return date.timeIntervalSince1970 < 631_152_000 ? .beforeTheWeb : nil
  }
}
