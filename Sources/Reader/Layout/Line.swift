import Canvas
import NewsModel
import TextLayout

/// What a place on the screen leads to, for clicks and for hints.
enum Target: Hashable, Sendable {
  /// A row of the list in the main pane.
  case row(Int)
  /// A row of a side pane.
  case sideRow(Pane, Int)
  case menuEntry(Int)
  /// A row of the open sub-menu; the first leads to the entry itself where it has a page.
  case menuRow(Int)
  case tickerHeadline(Int)
  /// A link of the article that is shown, by its number from 0.
  case link(Int)
  /// A tag: a search for it.
  case tag(String)
  case popupRow(Int)
  case command(Command)
}

/// A piece of a line in one look.
struct Span: Equatable, Sendable {
  var text: String
  var ink: Ink
  var attributes: CellAttributes = []
  var target: Target?
  /// What it stands on, where that is another than the line's.
  var surface: Surface?
  /// Where terminals that know links may lead.
  var address: WebAddress?

  init(
    _ text: String, _ ink: Ink = .text, _ attributes: CellAttributes = [], target: Target? = nil,
    surface: Surface? = nil, address: WebAddress? = nil
  ) {
    self.text = text
    self.ink = ink
    self.attributes = attributes
    self.target = target
    self.surface = surface
    self.address = address
  }

  var columns: Int { CellWidth.columns(of: text) }
}

/// A row of a pane before it is put on the frame: spans from left to right.
struct Line: Equatable, Sendable {
  var spans: [Span] = []
  /// What all of the line leads to.
  var target: Target?
  /// What all of it stands on.
  var surface: Surface?
  /// A picture's row stands here.
  var picture: PictureRow?

  init(_ spans: [Span] = [], target: Target? = nil, surface: Surface? = nil) {
    self.spans = spans
    self.target = target
    self.surface = surface
  }

  static let blank = Line()

  var columns: Int { spans.reduce(0) { $0 + $1.columns } }

  /// Spaces up to a column, for what stands to the right of it.
  mutating func pad(to column: Int) {
    let missing = column - columns
    if missing > 0 { spans.append(Span(String(repeating: " ", count: missing))) }
  }

  /// Puts spans flush right in so many columns, at least one space after what stands there; leaves them out where
  /// there is no room.
  mutating func flushRight(_ right: [Span], in columns: Int) {
    let width = right.reduce(0) { $0 + $1.columns }
    guard width > 0, self.columns + width < columns || (spans.isEmpty && width <= columns) else { return }
    pad(to: columns - width)
    spans += right
  }

  /// What a column of it leads to.
  func target(at column: Int) -> Target? {
    var start = 0
    for span in spans {
      let end = start + span.columns
      if column >= start, column < end { return span.target ?? target }
      start = end
    }
    return target
  }
}

/// A row of a picture: the picture, and which of its rows.
struct PictureRow: Equatable, Sendable {
  var request: PictureRequest
  var row: Int
  var column: Int
}

extension Frame {
  /// Puts lines into a rectangle from its top; what does not fit is cut.
  mutating func put(
    _ lines: [Line], in rectangle: CellRectangle, pictures: [PictureRequest: PictureCells?] = [:]
  ) {
    let clip = rectangle.column..<max(rectangle.column, rectangle.endColumn)
    for (offset, line) in lines.prefix(max(0, rectangle.rows)).enumerated() {
      let row = rectangle.row + offset
      if let surface = line.surface {
        fill(
          CellRectangle(row: row, column: rectangle.column, columns: rectangle.columns, rows: 1),
          surface: surface)
      }
      var column = rectangle.column
      for span in line.spans {
        let used = put(
          span.text, row: row, column: column, ink: span.ink, attributes: span.attributes,
          surface: span.surface,
          clip: clip)
        if let address = span.address?.wire(keepsFragment: true), case .link(let number) = span.target {
          let columns = (column..<column + used).clamped(to: clip)
          link(address, number: number + 1, row: row, columns: columns)
        }
        column += used
      }
      if let picture = line.picture, let cells = pictures[picture.request] ?? nil {
        let band = CellRectangle(row: row, column: rectangle.column, columns: rectangle.columns, rows: 1)
        put(cells, row: row - picture.row, column: rectangle.column + picture.column, clip: band)
      }
    }
  }
}
