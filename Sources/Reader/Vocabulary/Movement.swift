/// A step of a cursor, or of what is scrolled.
enum Movement: Hashable, Sendable {
  case down
  case up
  /// Along the menu or the ticker.
  case left
  case right
  case pageDown
  case pageUp
  case halfPageDown
  case halfPageUp
  case first
  case last

  /// Where a step leads from a place in a row of places.
  ///
  /// - Parameters:
  ///   - page: how many places make a page; told only where it matters, for a list has to be laid out to know.
  ///   - last: the last place there is.
  func place(from place: Int, page: @autoclosure () -> Int, last: Int) -> Int {
    let wanted =
      switch self {
      case .down: place + 1
      case .up: place - 1
      case .left, .right: place
      case .pageDown: place + page()
      case .pageUp: place - page()
      case .halfPageDown: place + max(1, page() / 2)
      case .halfPageUp: place - max(1, page() / 2)
      case .first: 0
      case .last: last
      }
    return min(last, max(0, wanted))
  }
}
