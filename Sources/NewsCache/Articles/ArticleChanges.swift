import NewsModel

/// What one refresh of one source did to the cache.
package struct ArticleChanges: Hashable, Sendable {
  /// Articles that nobody had seen before, in the source's order.
  package var new: [ArticleID] = []
  /// Known articles whose title, text or other content differs now.
  package var changed: [ArticleID] = []
  /// Articles that were thrown away by age and came back: kept again, with the status they had.
  package var returned: [ArticleID] = []
  /// How many are as they were.
  package var unchanged = 0

  package init() {}

  /// Adds another source's changes.
  package mutating func add(_ other: ArticleChanges) {
    new += other.new
    changed += other.changed
    returned += other.returned
    unchanged += other.unchanged
  }
}
