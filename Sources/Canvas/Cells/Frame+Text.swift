import TextLayout

extension Frame {
  /// No text starts farther from the frame, none is longer.
  private static let farthestColumn = 1_000_000_000

  /// Puts a text on a row and tells how many columns it took.
  ///
  /// Columns left of the frame, and those outside `clip`, are counted but not drawn: a moving line starts at a
  /// negative column. Controls are left out; a character of two columns that an edge would cut becomes a space.
  ///
  /// - Parameters:
  ///   - surface: what the cells stand on from now on; `nil` keeps what they stand on.
  ///   - limit: no more than so many columns are taken.
  ///   - clip: the columns of the frame that may change.
  /// - Returns: the columns taken, those not visible included.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, row: Int, column: Int, ink: Ink = .text, attributes: CellAttributes = [],
    surface: Surface? = nil, limit: Int? = nil, clip: Range<Int>? = nil
  ) -> Int {
    let visible = (clip ?? 0..<columns).clamped(to: 0..<columns)
    let column = min(max(column, -Self.farthestColumn), Self.farthestColumn)
    let end = column + min(max(0, limit ?? Self.farthestColumn), Self.farthestColumn)
    var pen = Pen(
      column: column, end: end, visible: visible,
      style: Cell.style(ink, attributes, surface ?? .page, .narrow), keepsSurface: surface == nil)
    guard (0..<rows).contains(row) else { return pen.measure(text) - column }
    let place = row * columns..<(row + 1) * columns
    let start = max(column, visible.lowerBound)
    let isInsideWide = start < columns && cells[place.lowerBound + start].kind == .continuation
    var first = Int.max
    var last = 0
    cells.withUnsafeMutableBufferPointer { buffer in
      let line = UnsafeMutableBufferPointer(rebasing: buffer[place])
      (first, last) = pen.write(text, on: line)
    }
    if first < last {
      if isInsideWide { cells[place.lowerBound + start - 1].blankText() }
      mendEdges(row: row, from: 0, to: last)
    }
    return pen.column - column
  }

  /// Fills a rectangle with a character of one column (a space unless told) in a look of its own.
  package mutating func fill(
    _ rectangle: CellRectangle, with character: Unicode.Scalar = " ", ink: Ink = .text,
    attributes: CellAttributes = [], surface: Surface = .page
  ) {
    let inside = rectangle.intersection(bounds)
    let cell = Cell(
      base: Pen.isSimple(character.value) ? character : " ", ink: ink, attributes: attributes,
      surface: surface)
    guard inside.columns > 0 else { return }
    for row in inside.row..<inside.endRow {
      mendEdges(row: row, from: inside.column, to: inside.endColumn)
      for column in inside.column..<inside.endColumn { cells[row * columns + column] = cell }
    }
  }

  /// Changes the look of cells and leaves their text: a selected row, a found word.
  package mutating func restyle(
    _ rectangle: CellRectangle, ink: Ink? = nil, attributes: CellAttributes? = nil, surface: Surface? = nil
  ) {
    let inside = rectangle.intersection(bounds)
    guard inside.columns > 0 else { return }
    for row in inside.row..<inside.endRow {
      for column in inside.column..<inside.endColumn {
        cells[row * columns + column].restyle(ink: ink, attributes: attributes, surface: surface)
      }
    }
  }
}
