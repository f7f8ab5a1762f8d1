import Foundation

/// How long articles are kept. Saved ones, and unread ones met less than a week ago, are kept whatever it says.
package struct Retention: Hashable, Sendable {
  /// Articles go that are older and were met longer ago.
  package var days: Int
  /// Of each source's articles the newest so many stay.
  package var perSource: Int

  package init(days: Int = 180, perSource: Int = 5000) {
    self.days = days
    self.perSource = perSource
  }
}

/// What retention would throw away now.
package struct RetentionPlan: Hashable, Sendable {
  /// All that are kept.
  package var articles: Int
  /// Those of them that may go.
  package var expired: Int
  /// The date of the oldest that may go; `nil` when none may.
  package var oldest: Date?
  /// The date of the newest that may go.
  package var newest: Date?

  /// How many may go at once when nobody asked for it: a twentieth, but for archives so small that this says nothing.
  package var smallPart: Int { max(50, articles / 20) }
}
