/// One block of a text, top to bottom.
package indirect enum Block: Hashable, Sendable, Codable {
  case paragraph([Inline])
  /// Level 2 to 6; the title itself is level 1 and not among the blocks.
  case heading(level: Int, [Inline])
  /// `start` is the first number, `nil` for an unordered list.
  case list(start: Int?, items: [[Block]])
  case quotation([Block])
  /// Line feeds as written.
  case preformatted(String)
  case table(Table)
  case figure(Figure)
  /// A break between two parts of a text.
  case rule

  /// A picture with its caption and what it shows.
  package struct Figure: Hashable, Sendable, Codable {
    /// `nil` when only the caption is known.
    package var picture: WebAddress?
    /// What it shows, for those who do not see it (`alt`); empty when the page tells nothing.
    package var description: String
    /// Empty when there is none.
    package var caption: [Inline]

    package init(picture: WebAddress?, description: String = "", caption: [Inline] = []) {
      self.picture = picture
      self.description = description
      self.caption = caption
    }
  }

  /// Rows of cells; short rows are as written, none is longer than `columns`.
  package struct Table: Hashable, Sendable, Codable {
    /// Empty when there is none.
    package var caption: [Inline]
    /// How many of the first rows are headings.
    package var headingRows: Int
    /// Rows of cells of runs, the heading rows first.
    package var rows: [[[Inline]]]

    package init(caption: [Inline] = [], headingRows: Int = 0, rows: [[[Inline]]]) {
      self.caption = caption
      self.headingRows = headingRows
      self.rows = rows
    }

    /// The length of the longest row.
    package var columns: Int { rows.map(\.count).max() ?? 0 }
  }

  /// The block's text without marks; items and rows on lines of their own, cells parted by tabs.
  package var plainText: String {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.plainText
    case .list(_, let items):
      items.map { $0.map(\.plainText).joined(separator: "\n") }.joined(separator: "\n")
    case .quotation(let blocks): blocks.map(\.plainText).joined(separator: "\n\n")
    case .preformatted(let text): text
    case .table(let table):
      ([table.caption.plainText].filter { !$0.isEmpty }
        + table.rows.map { $0.map(\.plainText).joined(separator: "\t") }).joined(separator: "\n")
    case .figure(let figure): figure.caption.plainText
    case .rule: ""
    }
  }
}
