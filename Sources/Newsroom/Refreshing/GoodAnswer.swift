import FeedParsing
import Fetching
import Foundation
import NewsModel

/// What a good answer says beside its body.
struct GoodAnswer {
  let validators: Validators
  let maxAge: Duration?
  let permanentAddress: WebAddress?
  let wireBytes: Int

  init(_ body: FetchedBody) {
    validators = body.validators
    maxAge = body.maxAge
    permanentAddress = body.permanentAddress
    wireBytes = body.wireBytes
  }

  init(_ answer: UnchangedBody) {
    validators = answer.validators
    maxAge = answer.maxAge
    permanentAddress = answer.permanentAddress
    wireBytes = answer.wireBytes
  }
}

/// How often a feed wants to be asked, as the cache keeps it beside a good outcome: `1800`, `1800 h3 h4 d1`.
extension RefreshWish {
  init(note: String) {
    self.init()
    for word in note.split(separator: " ") {
      switch word.first {
      case "h": if let hour = Int(word.dropFirst()) { skipHours.insert(hour) }
      case "d": if let day = Int(word.dropFirst()) { skipDays.insert(day) }
      default: if let seconds = Int(word) { interval = .seconds(seconds) }
      }
    }
  }

  var note: String {
    let words =
      [interval.map { String($0.components.seconds) }].compactMap(\.self)
      + skipHours.sorted().map { "h\($0)" } + skipDays.sorted().map { "d\($0)" }
    return words.joined(separator: " ")
  }

  /// The end of the hours and days in which the feed does not change; `nil` when the moment is in none of them, or
  /// in one without end.
  func endOfQuiet(from date: Date) -> Date? {
    guard isQuiet(at: date) else { return nil }
    let hour = (date.timeIntervalSince1970 / 3600).rounded(.down)
    return (1...24 * 7).lazy.map { Date(timeIntervalSince1970: (hour + Double($0)) * 3600) }
      .first { !isQuiet(at: $0) }
  }
}
