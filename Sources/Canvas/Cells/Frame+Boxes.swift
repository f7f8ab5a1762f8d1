extension Frame {
  /// How the lines of a box look.
  package enum BoxStyle: Hashable, Sendable {
    case light
    case rounded
    /// For terminals without a UTF-8 locale.
    case ascii

    var parts: (horizontal: Unicode.Scalar, vertical: Unicode.Scalar, corners: [Unicode.Scalar]) {
      switch self {
      case .light: ("─", "│", ["┌", "┐", "└", "┘"])
      case .rounded: ("─", "│", ["╭", "╮", "╰", "╯"])
      case .ascii: ("-", "|", ["+", "+", "+", "+"])
      }
    }
  }

  /// Draws a box along the edges of a rectangle of at least 2 × 2.
  package mutating func box(
    _ rectangle: CellRectangle, style: BoxStyle = .light, ink: Ink = .border, surface: Surface? = nil
  ) {
    guard rectangle.columns >= 2, rectangle.rows >= 2 else { return }
    let (horizontal, vertical, corners) = style.parts
    let (top, bottom) = (rectangle.row, rectangle.endRow - 1)
    let (left, right) = (rectangle.column, rectangle.endColumn - 1)
    for row in [top, bottom] {
      horizontalLine(
        row: row, columns: left + 1..<right, character: horizontal, ink: ink, surface: surface)
    }
    verticalLine(column: left, rows: top + 1..<bottom, character: vertical, ink: ink, surface: surface)
    verticalLine(column: right, rows: top + 1..<bottom, character: vertical, ink: ink, surface: surface)
    for (corner, (row, column)) in zip(corners, [(top, left), (top, right), (bottom, left), (bottom, right)])
    {
      put(String(Character(corner)), row: row, column: column, ink: ink, surface: surface)
    }
  }

  /// Draws a line along a row.
  package mutating func horizontalLine(
    row: Int, columns: Range<Int>, character: Unicode.Scalar = "─", ink: Ink = .border,
    surface: Surface? = nil
  ) {
    let inside = columns.clamped(to: 0..<self.columns)
    guard !inside.isEmpty else { return }
    put(
      String(repeating: Character(character), count: inside.count), row: row, column: inside.lowerBound,
      ink: ink, surface: surface)
  }

  /// Draws a line down a column.
  package mutating func verticalLine(
    column: Int, rows: Range<Int>, character: Unicode.Scalar = "│", ink: Ink = .border,
    surface: Surface? = nil
  ) {
    let text = String(Character(character))
    for row in rows.clamped(to: 0..<self.rows) {
      put(text, row: row, column: column, ink: ink, surface: surface)
    }
  }
}
