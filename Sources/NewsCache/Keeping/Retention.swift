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
