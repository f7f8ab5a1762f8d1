import Foundation

/// When an article appeared, as one teller has it.
struct ToldTime: Hashable {
  /// `nil` where nothing was told.
  let published: Int64?
  /// Whether only the day was told: `published` is where it begins.
  let isDayOnly: Bool

  private static let day: Int64 = 86_400

  init(published: Int64?, isDayOnly: Bool) {
    self.published = published
    self.isDayOnly = isDayOnly && published != nil
  }

  /// - Parameter seen: when the article was first seen: nothing is published later.
  init(_ date: Date?, isDayOnly: Bool, seen: Int64) {
    self.init(published: date.map { min(Stamp.seconds($0), seen) }, isDayOnly: isDayOnly)
  }

  /// This, where it tells as much: another teller knows more where this one tells nothing, or only the day in which
  /// the other's moment falls.
  func refined(by other: ToldTime) -> ToldTime {
    guard let published else { return other }
    guard isDayOnly, !other.isDayOnly, let moment = other.published,
      (published..<published + Self.day).contains(moment)
    else { return self }
    return other
  }
}
