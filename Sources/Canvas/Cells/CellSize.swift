/// A size in cells: of a screen, of a part of it.
package struct CellSize: Hashable, Sendable {
  /// Across; a negative number counts as none.
  package var columns: Int
  /// Down; a negative number counts as none.
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell's place, counted from the upper left corner, from zero.
package struct CellPoint: Hashable, Sendable {
  /// From 0 at the top.
  package var row: Int
  /// From 0 at the left.
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells; empty when a side is not positive.
package struct CellRectangle: Hashable, Sendable {
  /// The uppermost row.
  package var row: Int
  /// The leftmost column.
  package var column: Int
  /// Both sides; a side that is not positive holds no cell.
  package var size: CellSize

  package init(row: Int, column: Int, columns: Int, rows: Int) {
    self.row = row
    self.column = column
    size = CellSize(columns: columns, rows: rows)
  }

  /// Its width.
  package var columns: Int { size.columns }
  /// Its height.
  package var rows: Int { size.rows }
  /// The first row below it.
  package var endRow: Int { row + max(0, rows) }
  /// The first column right of it.
  package var endColumn: Int { column + max(0, columns) }

  /// Whether a cell lies in it.
  package func contains(_ point: CellPoint) -> Bool {
    point.row >= row && point.row < endRow && point.column >= column && point.column < endColumn
  }

  /// What is left when a margin is taken from every side.
  package func inset(rows: Int, columns: Int) -> CellRectangle {
    CellRectangle(
      row: row + rows, column: column + columns, columns: max(0, self.columns - 2 * columns),
      rows: max(0, self.rows - 2 * rows))
  }

  /// The cells that lie in both.
  package func intersection(_ other: CellRectangle) -> CellRectangle {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return CellRectangle(
      row: top, column: left, columns: max(0, min(endColumn, other.endColumn) - left),
      rows: max(0, min(endRow, other.endRow) - top))
  }
}
