/// The focused row of a list and the first one shown.
struct ListCursor: Equatable, Sendable {
  var selection = 0
  /// The first item shown.
  var top = 0

  /// Keeps the eye on an item that has another place now; with no such item any more it goes back to the top.
  mutating func follow(to index: Int?) {
    guard let index else {
      self = ListCursor()
      return
    }
    top += index - selection
    selection = index
  }

  /// Keeps both inside a list of `count` items.
  mutating func clamp(to count: Int) {
    selection = max(0, min(selection, count - 1))
    top = max(0, min(top, selection))
  }
}
