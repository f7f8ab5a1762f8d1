import Foundation
import Language

/// Dates of feeds: whatever style they are written in, the odd ones noted.
struct FeedDates {
  private let parser: DateParser
  private(set) var warnings: [FeedWarning] = []

  init(now: Date) { parser = DateParser(now: now) }

  /// The first of some texts that is a date.
  mutating func date(_ texts: [String?]) -> (date: Date, isDayOnly: Bool)? {
    for case let text? in texts {
      if let found = date(from: text) { return found }
    }
    return nil
  }

  private mutating func date(from text: String) -> (date: Date, isDayOnly: Bool)? {
    guard let (date, isDayOnly) = parser.dateOrDay(from: text) else {
      note(.unreadableDate(String(text.prefix(80))))
      return nil
    }
    switch parser.doubt(about: date) {
    case .future: note(.futureDate(date))
    case .beforeTheWeb: note(.oldDate(date))
    case nil: break
    }
    return (date, isDayOnly)
  }

  private mutating func note(_ warning: FeedWarning) {
    if warnings.count < FeedAssembly.maximumWarnings { warnings.append(warning) }
  }

  /// As JSON Feed writes dates (RFC 3339), in UTC; fractions are left out.
  static func text(of date: Date) -> String {
    let seconds = date.timeIntervalSince1970.rounded(.down)
    guard seconds.magnitude < 200_000_000_000 else { return "" }
    return Date(timeIntervalSince1970: seconds).formatted(.iso8601)
  }
}
