import TextLayout

/// Writes one text on one row: from its UTF-8 where every scalar is one column for certain (Latin, Cyrillic,
/// punctuation, boxes), else by clusters.
struct Pen {
  /// Where the next character goes; may lie outside the row.
  var column: Int
  /// The first column that may not be taken.
  let end: Int
  /// The columns that may change.
  let visible: Range<Int>
  let style: UInt64
  let keepsSurface: Bool

  /// Scalars of exactly one column that combine with nothing.
  @inline(__always)
  static func isSimple(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20...0x7E: true
    case 0xA1...0xAC, 0xAE...0x2FF: true
    case 0x400...0x482, 0x48A...0x52F: true
    case 0x2010, 0x2012...0x2027, 0x2030...0x205E: true
    case 0x20AC, 0x20B8, 0x20BD, 0x2116, 0x2190...0x21FF, 0x2212, 0x2500...0x25FC: true
    default: false
    }
  }

  /// Writes the text and tells the range of columns that were changed.
  mutating func write(
    _ text: some StringProtocol, on line: UnsafeMutableBufferPointer<Cell>
  ) -> (first: Int, last: Int) {
    let start = column
    let fast: Bool? = text.utf8.withContiguousStorageIfAvailable { writeSimple($0, on: line) }
    if fast != true {
      column = start
      writeClusters(text, on: line)
    }
    let first = max(start, visible.lowerBound)
    return (first, max(first, min(column, visible.upperBound)))
  }

  /// How far the text would go.
  mutating func measure(_ text: some StringProtocol) -> Int {
    for character in CellWidth.reduce(String(text)) {
      let width = Self.parts(character).reduce(0) { $0 + $1.width }
      guard column + width <= end else { break }
      column += width
    }
    return column
  }

  private mutating func writeSimple(
    _ bytes: UnsafeBufferPointer<UInt8>, on line: UnsafeMutableBufferPointer<Cell>
  ) -> Bool {
    var index = 0
    var pen = column
    var isPut = false
    while index < bytes.count {
      let lead = bytes[index]
      var scalar = UInt32(lead)
      if lead >= 0x80 {
        if lead < 0xE0, index + 1 < bytes.count {
          scalar = UInt32(lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
          index += 2
        } else if lead < 0xF0, index + 2 < bytes.count {
          scalar =
            UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
          index += 3
        } else {
          return false
        }
      } else {
        index += 1
      }
      if (0x300...0x34E).contains(scalar), pen > column {
        // A stress mark over the letter that was just put.
        if isPut, visible.contains(pen - 1) { line[pen - 1].add(mark: Unicode.Scalar(scalar) ?? " ") }
        continue
      }
      guard Self.isSimple(scalar) else { return false }
      isPut = pen < end
      guard isPut else { continue }
      if visible.contains(pen) { line[pen] = cell(scalar, over: line[pen]) }
      pen += 1
    }
    column = pen
    return true
  }

  private mutating func writeClusters(
    _ text: some StringProtocol, on line: UnsafeMutableBufferPointer<Cell>
  ) {
    for character in CellWidth.reduce(String(text)) {
      let parts = Self.parts(character)
      let columns = parts.reduce(0) { $0 + $1.width }
      if columns == 0 { continue }
      guard column < end, column + columns <= end else { break }
      for part in parts { write(part, on: line) }
    }
  }

  /// One scalar with its marks, in its cell or two.
  private mutating func write(_ part: Part, on line: UnsafeMutableBufferPointer<Cell>) {
    let (base, marks, width) = (part.base, part.marks, part.width)
    if width == 2, visible.contains(column), visible.contains(column + 1) {
      var cell = cell(base.value, over: line[column])
      cell.setKind(.wide)
      for mark in marks { cell.add(mark: mark) }
      line[column] = cell
      cell.blankText()
      cell.setKind(.continuation)
      line[column + 1] = cell
    } else if width == 2 {
      for half in column...column + 1 where visible.contains(half) {
        line[half] = cell(0x20, over: line[half])
      }
    } else if visible.contains(column) {
      var cell = cell(base.value, over: line[column])
      for mark in marks { cell.add(mark: mark) }
      line[column] = cell
    }
    column += width
  }

  /// What stands in a cell, or in two.
  private struct Part {
    let base: Unicode.Scalar
    var marks: [Unicode.Scalar] = []
    let width: Int
  }

  /// A reduced cluster as the terminal can show it: spacing scalars, each with its marks and its columns; none when
  /// nothing of it may be shown.
  private static func parts(_ character: Character) -> [Part] {
    guard CellWidth.columns(of: character) > 0 else { return [] }
    let scalars = character.unicodeScalars
    guard let first = scalars.first, isShown(first) else { return [] }
    var parts: [Part] = []
    for scalar in scalars where isShown(scalar) {
      let width = min(2, CellWidth.columns(of: Character(scalar)))
      if width > 0 {
        parts.append(Part(base: scalar, width: width))
      } else if let last = parts.indices.last, parts[last].marks.count < 4 {
        parts[last].marks.append(scalar)
      }
    }
    return parts
  }

  /// Neither a control (C0, DEL, C1) nor a bidirectional control, a separator, a tag or no character at all.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: false
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF, 0xFDD0...0xFDEF: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }

  @inline(__always)
  private func cell(_ base: UInt32, over old: Cell) -> Cell {
    Cell(base: base, style: keepsSurface ? style & ~Cell.surfaceMask | old.surfaceBits : style)
  }
}
