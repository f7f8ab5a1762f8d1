/// A whole screen as a value: cells row by row, where the cursor stands, which cells are links.
///
/// Everything put on it is clipped to it; no control, no bidirectional control and nothing of unknown width can
/// stand in a cell, so what a frame holds may go to a terminal as it is.
package struct Frame: Hashable, Sendable {
  /// Cells of one row that lead somewhere, for terminals that know links (OSC 8).
  package struct Link: Hashable, Sendable {
    /// From 0 at the top.
    package var row: Int
    /// Inside the frame, never empty.
    package var columns: Range<Int>
    /// Printable ASCII without spaces, at most 2,048 bytes.
    package var address: String
    /// The same for all pieces of one link, which may go over several rows.
    package var number: Int
  }

  /// Neither side below 0 nor above `maximumSide`; a frame never changes its size.
  package let size: CellSize
  /// `size.rows × size.columns` cells, row by row.
  package internal(set) var cells: [Cell]
  /// Where the cursor is shown; `nil` hides it.
  package var cursor: CellPoint?
  /// Where the hidden cursor rests: on what has the focus. Braille displays and magnifiers follow it even so; a shown
  /// cursor goes before it, `nil` leaves it where the last change was.
  package var focus: CellPoint?
  /// What leads somewhere, in the order it was put.
  package private(set) var links: [Link] = []
  /// Rows of pictures that have pixels too.
  package internal(set) var pictureRows: [PictureRow] = []

  /// Larger sides are cut: no terminal has them.
  package static let maximumSide = 2_000

  /// A frame of blanks; negative sides count as zero.
  package init(size: CellSize) {
    let columns = min(max(0, size.columns), Self.maximumSide)
    let rows = min(max(0, size.rows), Self.maximumSide)
    self.size = CellSize(columns: columns, rows: rows)
    cells = Array(repeating: .blank, count: columns * rows)
  }

  /// Its width.
  package var columns: Int { size.columns }
  /// Its height.
  package var rows: Int { size.rows }
  /// The whole of it.
  package var bounds: CellRectangle { CellRectangle(row: 0, column: 0, columns: columns, rows: rows) }

  /// The cell at a place inside the frame, a blank outside.
  package subscript(row: Int, column: Int) -> Cell {
    guard bounds.contains(CellPoint(row: row, column: column)) else { return .blank }
    return cells[row * columns + column]
  }

  /// The cells of a row inside the frame.
  package func row(_ number: Int) -> ArraySlice<Cell> { cells[number * columns..<(number + 1) * columns] }

  /// The smallest range of columns in a row outside which another frame of the same size agrees; never begins or
  /// ends inside a wide character of either. The whole row when there is no other frame, `nil` when nothing
  /// differs.
  package func changedColumns(inRow number: Int, from other: Frame?) -> Range<Int>? {
    guard columns > 0 else { return nil }
    guard let other, other.size == size else { return 0..<columns }
    let start = number * columns
    return cells.withUnsafeBufferPointer { mine in
      other.cells.withUnsafeBufferPointer { theirs in
        var first = 0
        while first < columns, mine[start + first] == theirs[start + first] { first += 1 }
        guard first < columns else { return nil }
        var end = columns
        while mine[start + end - 1] == theirs[start + end - 1] { end -= 1 }
        func isInside(_ column: Int) -> Bool {
          mine[start + column].kind == .continuation || theirs[start + column].kind == .continuation
        }
        while first > 0, isInside(first) { first -= 1 }
        while end < columns, isInside(end) { end += 1 }
        return first..<end
      }
    }
  }

  /// Marks cells that were put as a link to an address; an address with controls or spaces is no link.
  package mutating func link(_ address: String, number: Int = 0, row: Int, columns: Range<Int>) {
    let inside = columns.clamped(to: 0..<self.columns)
    guard (0..<rows).contains(row), !inside.isEmpty, links.count < rows * 8 else { return }
    guard address.utf8.count <= 2_048, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return }
    links.append(Link(row: row, columns: inside, address: address, number: number))
  }

  /// Puts another frame over this one, upper left corners on each other; what sticks out is cut.
  package mutating func overlay(_ other: Frame) {
    let shared = min(columns, other.columns)
    for row in 0..<min(rows, other.rows) {
      mendEdges(row: row, from: 0, to: shared)
      for column in 0..<shared { cells[row * columns + column] = other.cells[row * other.columns + column] }
      let last = row * columns + shared - 1
      if shared > 0, shared < other.columns, cells[last].kind == .wide { cells[last].blankText() }
    }
  }

  /// A row's text, trailing spaces included.
  package func text(row: Int) -> String {
    guard (0..<rows).contains(row) else { return "" }
    return cells[row * columns..<(row + 1) * columns].map(\.text).joined()
  }

  /// Every row's text without trailing spaces: what a screen test compares.
  package var plainLines: [String] {
    (0..<rows).map { row in
      var line = text(row: row)
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The frame as one text, a line feed after every row.
  package var plainText: String { plainLines.map { $0 + "\n" }.joined() }
}

extension Frame {
  /// A character of two columns never stays by half: where a run begins or ends inside one, the other half
  /// becomes a space.
  mutating func mendEdges(row: Int, from start: Int, to end: Int) {
    let offset = row * columns
    if start > 0, start < columns, cells[offset + start].kind == .continuation {
      cells[offset + start - 1].blankText()
    }
    if end < columns, cells[offset + end].kind == .continuation { cells[offset + end].blankText() }
  }
}

extension Cell {
  /// The same look with a space for text.
  mutating func blankText() {
    self = Cell(base: " ", ink: ink, attributes: attributes, surface: surface)
  }
}
