/// In which directions a character for drawing boxes goes from the middle of its cell.
struct LineArms {
  private struct Arms: OptionSet {
    let rawValue: Int
    static let up = Arms(rawValue: 1)
    static let down = Arms(rawValue: 2)
    static let left = Arms(rawValue: 4)
    static let right = Arms(rawValue: 8)
  }

  private static let table: [Unicode.Scalar: Arms] = [
    "─": [.left, .right], "│": [.up, .down], "┌": [.down, .right], "┐": [.down, .left], "└": [.up, .right],
    "┘": [.up, .left], "├": [.up, .down, .right], "┤": [.up, .down, .left], "┬": [.down, .left, .right],
    "┴": [.up, .left, .right], "┼": [.up, .down, .left, .right], "╭": [.down, .right], "╮": [.down, .left],
    "╰": [.up, .right], "╯": [.up, .left],
  ]

  private let arms: Arms

  /// `nil` for any other character.
  init?(_ scalar: Unicode.Scalar) {
    guard let arms = Self.table[scalar] else { return nil }
    self.arms = arms
  }

  /// The lines of `count` such cells beside each other, as the data of an SVG path; `x` and `y` are the first one's
  /// corner. Half units bring a line of one unit onto whole pixels.
  func path(x: Int, y: Int, width: Int, height: Int, count: Int) -> String {
    let middle = "\(y + height / 2).5"
    if arms == [.left, .right] { return "M\(x) \(middle)h\(width * count)" }
    return (0..<count).map { index in
      let left = x + index * width
      let centre = "\(left + width / 2).5"
      let top = arms.contains(.up) ? "\(y)" : middle
      let bottom = arms.contains(.down) ? "\(y + height)" : middle
      let start = arms.contains(.left) ? "\(left)" : centre
      let end = arms.contains(.right) ? "\(left + width)" : centre
      return (top == bottom ? "" : "M\(centre) \(top)V\(bottom)")
        + (start == end ? "" : "M\(start) \(middle)H\(end)")
    }.joined()
  }
}
