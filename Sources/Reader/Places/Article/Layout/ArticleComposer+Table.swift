import Canvas
import NewsModel
import TextLayout

extension ArticleComposer {
  /// A table within the measure: columns as wide as their texts where that fits, narrowed and their texts wrapped
  /// where it does not; where even that is too narrow, each row as a list of its cells.
  mutating func table(_ table: Block.Table, margin: Margin) {
    var margin = margin
    if !table.caption.isEmpty {
      paragraph(table.caption, ink: .caption, attributes: [.bold], margin: &margin, setting: .balanced)
      offset += 1
    }
    let columns = min(table.columns, Self.maximumColumns)
    guard columns > 0 else { return }
    let room = key.measure - margin.indent
    if let widths = Self.widths(of: table, columns: columns, room: room) {
      grid(table, widths: widths, margin: margin)
    } else {
      records(table, columns: columns, margin: margin)
    }
  }

  private static let maximumColumns = 32
  private static let gutter = 2
  private static let narrowestColumn = 5

  /// Column widths that fit, `nil` when there are too many columns for that.
  static func widths(of table: Block.Table, columns: Int, room: Int) -> [Int]? {
    var natural = Array(repeating: 1, count: columns)
    var longestWord = Array(repeating: 1, count: columns)
    for row in table.rows {
      for (column, cell) in row.prefix(columns).enumerated() {
        let text = cell.plainText
        natural[column] = max(natural[column], CellWidth.columns(of: text))
        let word = text.split(separator: " ").map { CellWidth.columns(of: $0) }.max() ?? 1
        longestWord[column] = max(longestWord[column], word)
      }
    }
    let available = room - gutter * (columns - 1)
    guard available >= columns * narrowestColumn else {
      return natural.reduce(0, +) <= available ? natural : nil
    }
    if natural.reduce(0, +) <= available { return natural }
    // Columns below a fair share keep their width, the others share what is left in proportion to their text.
    var widths = natural
    var open = Set(0..<columns)
    var left = available
    while let column = open.first(where: { natural[$0] <= left / max(1, open.count) }) {
      open.remove(column)
      left -= natural[column]
    }
    guard !open.isEmpty else { return widths }
    let total = open.reduce(0) { $0 + min(natural[$1], 4 * available) }
    var spare = left
    for column in open.sorted() {
      let share = max(narrowestColumn, left * min(natural[column], 4 * available) / max(1, total))
      widths[column] = min(share, natural[column])
      spare -= widths[column]
    }
    // Rounding and the smallest widths may have taken too much or too little.
    for column in open.sorted(by: { widths[$0] > widths[$1] }) {
      if spare > 0 {
        let more = min(spare, natural[column] - widths[column])
        widths[column] += more
        spare -= more
      } else if spare < 0 {
        let less = min(-spare, widths[column] - narrowestColumn)
        widths[column] -= less
        spare += less
      }
    }
    return spare >= 0 ? widths : nil
  }

  private mutating func grid(_ table: Block.Table, widths: [Int], margin: Margin) {
    let numeric = Self.numericColumns(of: table, count: widths.count)
    let total = widths.reduce(0, +) + Self.gutter * (widths.count - 1)
    for (rowIndex, row) in table.rows.enumerated() {
      let isHeading = rowIndex < table.headingRows
      if rowIndex > 0 { offset += 1 }
      var cells: [[LaidPiece]] = []
      for (column, cell) in row.prefix(widths.count).enumerated() {
        if column > 0 { offset += 1 }
        let (index, bytes) = keep(
          cell, ink: isHeading ? .tableHeading : .text, attributes: isHeading ? [.bold] : [], isBody: true)
        offset += bytes
        let setting = isHeading ? Setting.balanced : .text
        cells.append(pieces(ofParagraph: index, measure: widths[column], setting: setting))
      }
      for rest in row.dropFirst(widths.count) { offset += 1 + rest.plainText.utf8.count }
      let height = max(1, cells.map(\.count).max() ?? 1)
      // Headings stand on the line under them.
      for line in 0..<height {
        var laid = ArticleLayout.Row(bars: margin.bars)
        var column = margin.indent
        for (cellIndex, cell) in cells.enumerated() {
          let first = isHeading ? height - cell.count : 0
          if cell.indices.contains(line - first) {
            let laidPiece = cell[line - first]
            let shift = numeric[cellIndex] ? widths[cellIndex] - laidPiece.columns : 0
            laid.pieces.append(laidPiece.moved(by: column + max(0, shift)))
          }
          column += widths[cellIndex] + Self.gutter
        }
        append(laid)
      }
      if isHeading, rowIndex == table.headingRows - 1 {
        append(
          ArticleLayout.Row(
            bars: margin.bars, markColumn: margin.indent, decoration: .tableRule(columns: total)))
      }
    }
  }

  /// Columns whose cells, headings aside, are numbers: they are set flush right.
  private static func numericColumns(of table: Block.Table, count: Int) -> [Bool] {
    (0..<count).map { column in
      let texts = table.rows.dropFirst(table.headingRows)
        .compactMap { $0.indices.contains(column) ? $0[column].plainText : nil }.filter { !$0.isEmpty }
      return !texts.isEmpty
        && texts.allSatisfy { text in
          text.contains(where: \.isNumber)
            && text.allSatisfy { $0.isNumber || " \u{A0}\u{202F},.+−-–%‰±".contains($0) }
        }
    }
  }

  /// Each row as a list: the heading of the column, then the cell.
  private mutating func records(_ table: Block.Table, columns: Int, margin: Margin) {
    let headings = table.headingRows > 0 ? table.rows.first ?? [] : []
    for (rowIndex, row) in table.rows.enumerated() {
      if rowIndex > 0 { offset += 1 }
      let isShown = rowIndex >= table.headingRows
      if isShown, rowIndex > table.headingRows { gap() }
      for (column, cell) in row.enumerated() {
        if column > 0 { offset += 1 }
        let bytes = cell.plainText.utf8.count
        guard isShown, column < columns, !cell.plainText.isEmpty else {
          offset += bytes
          continue
        }
        var inner = margin
        if headings.indices.contains(column), !headings[column].plainText.isEmpty {
          paragraph(headings[column], ink: .tableHeading, margin: &inner, isBody: false)
        }
        inner.indent += canIndent(inner, by: 2)
        paragraph(cell, ink: .text, margin: &inner)
      }
    }
  }
}
