/// A picture as cells: a symbol with two colours each, row by row.
package struct PictureCells: Hashable, Sendable {
  /// One cell of a picture.
  package struct Element: Hashable, Sendable {
    /// A graphic character of one column that covers a part of the cell.
    package var symbol: Unicode.Scalar
    /// The symbol's colour.
    package var foreground: RGB
    /// The colour of what the symbol leaves free.
    package var background: RGB

    package init(symbol: Unicode.Scalar, foreground: RGB, background: RGB) {
      self.symbol = symbol
      self.foreground = foreground
      self.background = background
    }
  }

  /// In cells.
  package let size: CellSize
  /// `size.rows × size.columns` of them.
  package let elements: [Element]
  /// The same picture in pixels, for a terminal that shows them.
  package var pixels: PicturePixels?

  /// - Returns: `nil` when the count does not agree with the size.
  package init?(size: CellSize, elements: [Element]) {
    guard size.columns > 0, size.rows > 0, elements.count == size.columns * size.rows else { return nil }
    self.size = size
    self.elements = elements
  }
}

extension Frame {
  /// Draws a picture with its upper left corner at a cell; what lies outside `clip` (the frame unless told) is
  /// not drawn, so that a picture scrolls in and out of a pane.
  package mutating func put(_ picture: PictureCells, row: Int, column: Int, clip: CellRectangle? = nil) {
    let visible = (clip ?? bounds).intersection(bounds)
      .intersection(
        CellRectangle(row: row, column: column, columns: picture.size.columns, rows: picture.size.rows))
    guard visible.columns > 0 else { return }
    let isWhole = picture.pixels != nil && visible.columns == picture.size.columns
    for target in visible.row..<visible.endRow {
      if isWhole {
        pictureRows.append(
          PictureRow(row: target, column: column, picture: picture, pictureRow: target - row))
      }
      mendEdges(row: target, from: visible.column, to: visible.endColumn)
      for place in visible.column..<visible.endColumn {
        let element = picture.elements[(target - row) * picture.size.columns + place - column]
        let symbol = Pen.isSimple(element.symbol.value) ? element.symbol : " "
        cells[target * columns + place] = Cell(
          symbol: symbol, foreground: element.foreground, background: element.background)
      }
    }
  }
}
