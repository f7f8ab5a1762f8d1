import Canvas

extension Frame {
  /// Longer words are no words of a language with spaces: of those the rest stays.
  private static let longestWord = 24

  /// Makes room for what is laid over a part of the screen: a word that its edge would cut or touch goes altogether.
  mutating func makeRoom(for rectangle: CellRectangle) {
    let covered = rectangle.intersection(bounds)
    guard covered.columns > 0 else { return }
    for row in covered.row..<covered.endRow {
      var start = max(0, covered.column - 1)
      if isWord(row, start) { while start > 0, isWord(row, start - 1) { start -= 1 } }
      blank(start..<covered.column, row: row)
      var end = min(columns, covered.endColumn + 1)
      if isWord(row, end - 1) { while end < columns, isWord(row, end) { end += 1 } }
      blank(covered.endColumn..<end, row: row)
    }
  }

  /// Leaves the rows of what is laid over a part of the screen to it alone: who hears or feels a row shall not meet two
  /// texts in it.
  mutating func clearRows(of rectangle: CellRectangle) {
    fill(
      CellRectangle(row: rectangle.row, column: 0, columns: columns, rows: rectangle.rows), surface: .page)
  }

  private mutating func blank(_ word: Range<Int>, row: Int) {
    let isLine = word.count == 1 && !isWord(row, word.lowerBound)
    guard word.count <= Self.longestWord, !isLine else { return }
    put(String(repeating: " ", count: word.count), row: row, column: word.lowerBound)
  }

  /// Whether a cell belongs to a word: neither a space nor a line nor a picture.
  private func isWord(_ row: Int, _ column: Int) -> Bool {
    let cell = self[row, column]
    return cell.base != " " && cell.kind != .picture && cell.ink != .border && cell.ink != .focusedBorder
      || cell.kind == .continuation
  }
}
