/// A size in pixels.
package struct PixelSize: Hashable, Sendable {
  /// Across.
  package var width: Int
  /// Down.
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// How a terminal shows pixels, and how many of them a cell has.
package enum PixelForm: Hashable, Sendable {
  /// DEC's sixels: drawn where the cursor stands, gone with the cells they lie on.
  case sixel(cell: PixelSize)
  /// The graphics protocol of kitty: a picture is sent once, then placed.
  case kitty(cell: PixelSize)

  /// The pixels of one cell.
  package var cell: PixelSize {
    switch self {
    case .sixel(let cell), .kitty(let cell): cell
    }
  }
}

/// A picture in pixels as a terminal takes it. It can be shown by rows of cells, so that it scrolls in and out of a
/// pane and what lies over a part of it hides no more than that.
package struct PicturePixels: Hashable, Sendable {
  /// What is sent.
  package enum Content: Hashable, Sendable {
    /// A control string for each row of cells.
    case sixel(rows: [[UInt8]])
    /// A PNG file of exactly so many pixels as its cells have.
    case kitty(png: [UInt8])
  }

  /// As the terminal takes it.
  package let content: Content
  /// The size of the cells that it was made for.
  package let cell: PixelSize

  package init(_ content: Content, cell: PixelSize) {
    self.content = content
    self.cell = cell
  }
}

extension Frame {
  /// A row of a picture that has pixels too, for terminals that show them in place of its cells.
  package struct PictureRow: Hashable, Sendable {
    /// The frame's row it is shown in.
    package var row: Int
    /// The frame's column it begins at.
    package var column: Int
    /// The whole picture it is a row of.
    package var picture: PictureCells
    /// Which of the picture's rows it is.
    package var pictureRow: Int

    /// The frame's columns it takes.
    package var columns: Range<Int> { column..<column + picture.size.columns }
  }

  /// Whether nothing was put over a picture's row.
  package func showsWhole(_ place: PictureRow) -> Bool {
    bounds.contains(CellPoint(row: place.row, column: place.column)) && place.columns.upperBound <= columns
      && place.columns.allSatisfy { cells[place.row * columns + $0].kind == .picture }
  }

  /// Takes a picture's row away: what lies under its pixels.
  package mutating func clear(_ place: PictureRow) {
    for column in place.columns.clamped(to: 0..<columns) { cells[place.row * columns + column] = .blank }
  }
}
