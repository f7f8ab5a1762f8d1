import GRDB

/// Whether a damaged table gives its rows in the order that was asked for: where pages lead back to one another, the same
/// rows come again without an end.
struct RowOrder {
  private let isForward: Bool
  private var last: [DatabaseValue] = []

  init(isForward: Bool) { self.isForward = isForward }

  /// Takes a row's key in.
  /// - Returns: false where it does not come after the one before.
  mutating func follows(_ key: [DatabaseValue]) -> Bool {
    let before = last
    last = key
    return before.isEmpty || (isForward ? Self.precedes(before, key) : Self.precedes(key, before))
  }

  /// As SQLite sorts integers, and texts by their bytes; other kinds of value are in no key of a cache.
  private static func precedes(_ left: [DatabaseValue], _ right: [DatabaseValue]) -> Bool {
    for (left, right) in zip(left, right) where left != right {
      switch (left.storage, right.storage) {
      case (.int64(let left), .int64(let right)): return left < right
      case (.string(let left), .string(let right)):
        return left.utf8.lexicographicallyPrecedes(right.utf8)
      default: return false
      }
    }
    return false
  }
}
