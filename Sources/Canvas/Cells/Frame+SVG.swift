extension Frame {
  /// The frame as a picture (SVG 1.1) in a theme's colours.
  ///
  /// Text stays text; whatever typeface shows it, each run takes as many columns as on a screen. Lines of boxes and
  /// bars are drawn, for a typeface's own need not meet.
  ///
  /// - Parameter title: what is said instead where pictures are not shown.
  package func svg(in theme: Theme, title: String) -> String {
    var drawing = SVGDrawing(theme: theme)
    for row in 0..<rows { drawing.add(self.row(row), row: row) }
    return drawing.document(size: size, title: title)
  }
}

/// What a frame becomes, gathered by colour and look.
private struct SVGDrawing {
  /// A cell of a common typeface of 15 units.
  private static let (width, height, baseline) = (9, 19, 14)
  private static let margin = 10
  private static let typefaces = "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace"

  /// Pieces under one head, in the order in which the heads came.
  private struct Groups {
    var order: [String] = []
    var pieces: [String: String] = [:]

    mutating func add(_ piece: String, to head: String) {
      if pieces[head] == nil { order.append(head) }
      pieces[head, default: ""] += piece
    }

    func joined(_ whole: (_ head: String, _ pieces: String) -> String) -> String {
      order.map { whole($0, pieces[$0] ?? "") }.joined()
    }
  }

  let theme: Theme
  private var grounds = Groups()
  private var lines = Groups()
  private var bars = Groups()
  private var texts = Groups()

  init(theme: Theme) { self.theme = theme }

  mutating func add(_ cells: ArraySlice<Cell>, row: Int) {
    let looks = cells.map { look(of: $0) }
    let page = look(of: .blank).ground
    let cells = Array(cells)
    for run in Self.runs(of: looks.map(\.ground)) where looks[run.lowerBound].ground != page {
      let (x, y) = Self.corner(row, run.lowerBound)
      grounds.add(
        "M\(x) \(y)h\(run.count * Self.width)v\(Self.height)H\(x)z", to: looks[run.lowerBound].ground)
    }
    for run in Self.runs(of: zip(cells, looks).map { "\($0.base)\($1.ink)" }) {
      let (first, ink) = (cells[run.lowerBound].base, looks[run.lowerBound].ink)
      let (x, y) = Self.corner(row, run.lowerBound)
      if let arms = LineArms(first) {
        lines.add(arms.path(x: x, y: y, width: Self.width, height: Self.height, count: run.count), to: ink)
      } else if let share = Self.bars[first] {
        for x in stride(from: x, to: x + run.count * Self.width, by: Self.width) {
          bars.add("M\(x) \(y)h\(Self.width * share / 8)v\(Self.height)H\(x)z", to: ink)
        }
      }
    }
    for run in Self.runs(of: looks.map(\.text)) { addText(cells[run], row: row, look: looks[run.lowerBound]) }
  }

  func document(size: CellSize, title: String) -> String {
    let width = size.columns * Self.width
    let height = size.rows * Self.height
    let edge = Self.margin
    let box = "\(-edge) \(-edge) \(width + 2 * edge) \(height + 2 * edge)"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(box)" role="img" \
      font-family="\(Self.typefaces)" font-size="15">
      <title>\(Self.escaped(title))</title>
      <rect x="\(-edge)" y="\(-edge)" width="\(width + 2 * edge)" height="\(height + 2 * edge)" rx="8" \
      fill="\(look(of: .blank).ground)"/>
      \(grounds.joined { "<path fill=\"\($0)\" d=\"\($1)\"/>\n" })\
      \(lines.joined { "<path stroke=\"\($0)\" fill=\"none\" d=\"\($1)\"/>\n" })\
      \(bars.joined { "<path fill=\"\($0)\" d=\"\($1)\"/>\n" })\
      \(texts.joined { "<g \($0)>\n\($1)</g>\n" })\
      </svg>

      """
  }

  /// The words of a run, parted where more than one space stands: so each begins at its own column.
  private mutating func addText(_ cells: ArraySlice<Cell>, row: Int, look: Look) {
    var start = cells.startIndex
    while start < cells.endIndex {
      guard !Self.isEmpty(cells[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < cells.endIndex,
        !Self.isEmpty(cells[end]) || (end + 1 < cells.endIndex && !Self.isEmpty(cells[end + 1]))
      {
        end += 1
      }
      let (x, y) = Self.corner(row, start)
      let text = Self.escaped(cells[start..<end].map(\.text).joined())
      let length = (end - start) * Self.width
      texts.add(
        "<text x=\"\(x)\" y=\"\(y + Self.baseline)\" textLength=\"\(length)\">\(text)</text>\n", to: look.text
      )
      start = end
    }
  }

  /// Drawn otherwise, or nothing at all.
  private static func isEmpty(_ cell: Cell) -> Bool {
    cell.base == " " && cell.kind != .continuation || LineArms(cell.base) != nil || bars[cell.base] != nil
  }

  /// Bars from the left edge of a cell, in eighths of its width.
  private static let bars: [Unicode.Scalar: Int] = ["▌": 4, "▏": 1, "█": 8]

  private static func corner(_ row: Int, _ column: Int) -> (x: Int, y: Int) { (column * width, row * height) }

  /// Maximal ranges of one value.
  private static func runs(of values: [String]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for (index, value) in values.enumerated() {
      if let last = result.last, values[last.lowerBound] == value {
        result[result.count - 1] = last.lowerBound..<index + 1
      } else {
        result.append(index..<index + 1)
      }
    }
    return result
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

extension SVGDrawing {
  /// A cell's colours, and the attributes of what is written in it.
  private struct Look {
    var ink: String
    var ground: String
    var text: String
  }

  private func look(of cell: Cell) -> Look {
    if let colors = cell.pictureColors {
      let ink = Self.code(colors.foreground)
      return Look(ink: ink, ground: Self.code(colors.background), text: "fill=\"\(ink)\"")
    }
    let (foreground, background, own) = theme.colors(
      ink: cell.ink, surface: cell.surface, attributes: cell.attributes)
    var (ink, ground) = (code(foreground, isInk: true), code(background, isInk: false))
    if own.contains(.reverse) { (ink, ground) = (ground, ink) }
    var text = "fill=\"\(ink)\""
    if own.contains(.bold) { text += " font-weight=\"bold\"" }
    if own.contains(.italic) { text += " font-style=\"italic\"" }
    if own.contains(.underline) { text += " text-decoration=\"underline\"" }
    if own.contains(.dim) { text += " opacity=\"0.6\"" }
    return Look(ink: ink, ground: ground, text: text)
  }

  /// The terminal's own two are black and white, as the theme is made for.
  private func code(_ color: Color, isInk: Bool) -> String {
    Self.code(color.rgb ?? RGB(isInk == theme.isDark ? 0xFFFFFF : 0x000000))
  }

  private static func code(_ rgb: RGB) -> String {
    let digits = String(rgb.value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
