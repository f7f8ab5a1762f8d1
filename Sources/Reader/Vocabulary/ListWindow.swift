/// The rows of a list that are at hand, where they are not all: a list has no end, the memory has.
package struct ListWindow: Equatable, Sendable {
  /// How many come at once. About a third of them is left in either direction when the next are asked for.
  package static let length = 300

  /// The number of the first one in the whole list.
  package var start: Int
  /// How many rows the whole list has.
  package var total: Int
  /// What was looked for; `nil` where the rows were asked for by number.
  package var sought: Sought?

  /// How a row that was looked for by what it says was found.
  package enum Sought: Equatable, Sendable {
    /// Its number in the whole list.
    case found(Int)
    case nothing
  }

  package init(start: Int, total: Int, sought: Sought? = nil) {
    self.start = start
    self.total = total
    self.sought = sought
  }

  /// Where the rows begin that come for a row.
  package static func start(around row: Int, total: Int) -> Int {
    max(0, min(row - length / 2, total - length))
  }
}

/// Which rows of a list are asked for.
package enum ListPart: Equatable, Sendable {
  /// Those around a row, by its number.
  case around(Int)
  /// Those around the next unread one after a row, or the one before it.
  case unread(from: Int, isForward: Bool)
}
