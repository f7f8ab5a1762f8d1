import Canvas
import NewsModel
import Phrases
import TextLayout

/// The text of an article, centred in its pane.
enum ArticleView {
  /// The visible lines; only these are turned from ranges into text.
  static func lines(_ state: ReaderState, _ article: ArticlePlace, columns: Int, rows: Int) -> [Line] {
    let layout = article.layout
    let margin = max(0, (columns - layout.key.measure) / 2)
    let last = min(layout.rows.count, article.top + rows)
    guard article.top < last else { return [] }
    return layout.rows[max(0, article.top)..<last].map { row in
      line(row, layout: layout, margin: margin, find: article.find)
    }
  }

  /// How far the reader is, in percent; `nil` where all of it can be seen.
  static func percent(_ state: ReaderState) -> Int? {
    guard let article = state.article else { return nil }
    let hidden = article.layout.rows.count - state.mainRows
    return hidden > 0 ? min(100, (article.top * 100 + hidden / 2) / hidden) : nil
  }

  /// The cell at which a place in the text stands; `nil` where it is not on the screen.
  static func cell(of place: TextPlace, in article: ArticlePlace, _ pane: CellRectangle) -> CellPoint? {
    let layout = article.layout
    let row = layout.row(of: place)
    guard (article.top..<article.top + pane.rows).contains(row), layout.rows.indices.contains(row) else {
      return nil
    }
    let start = place.range.lowerBound
    let pieces = layout.rows[row].pieces
    let piece = pieces.first { $0.paragraph == place.paragraph && $0.range.contains(start) } ?? pieces.first
    guard let piece, layout.paragraphs.indices.contains(piece.paragraph) else { return nil }
    let before = layout.paragraphs[piece.paragraph].text.bytes(
      piece.range.lowerBound..<max(piece.range.lowerBound, min(start, piece.range.upperBound)))
    let margin = max(0, (pane.columns - layout.key.measure) / 2)
    let column =
      margin + piece.column + CellWidth.columns(of: before) + piece.extraSpaces.count { $0 <= start }
    return CellPoint(row: pane.row + row - article.top, column: pane.column + min(column, pane.columns - 1))
  }

  /// One row as spans, from the left edge of the pane.
  static func line(_ row: ArticleLayout.Row, layout: ArticleLayout, margin: Int, find: FindState?) -> Line {
    var line = Line()
    if row.bars > 0 {
      line.pad(to: margin)
      line.spans.append(Span(String(repeating: layout.key.isPlain ? "> " : "│ ", count: row.bars), .border))
    }
    if let mark = row.mark {
      line.pad(to: margin + row.markColumn)
      line.spans.append(Span(mark, .number))
    }
    for piece in row.pieces where layout.paragraphs.indices.contains(piece.paragraph) {
      line.pad(to: margin + piece.column)
      line.spans += PieceStyler(layout: layout, find: find).spans(of: piece)
    }
    switch row.decoration {
    case .partRule(let columns):
      let text = columns >= 5 ? "* * *" : "*"
      line.pad(to: margin + row.markColumn + (columns - text.count) / 2)
      line.spans.append(Span(text, .muted))
    case .tableRule where layout.key.isPlain: break
    case .tableRule(let columns):
      line.pad(to: margin + row.markColumn)
      line.spans.append(Span(String(repeating: "─", count: max(0, columns)), .border))
    case .picture(let picture):
      var shown = picture
      shown.column += margin
      line.picture = shown
    case nil: break
    }
    return line
  }
}

/// Turns a piece of a paragraph into spans: styles, links, tags and found words by their offsets.
struct PieceStyler {
  let layout: ArticleLayout
  let find: FindState?

  /// The spans of a piece, its hyphen included.
  func spans(of piece: ArticleLayout.Piece) -> [Span] {
    let paragraph = layout.paragraphs[piece.paragraph]
    let hits = hits(in: piece)
    var cuts: Set<Int> = [piece.range.lowerBound, piece.range.upperBound]
    let ranges = paragraph.runs.map(\.range) + paragraph.tags.map(\.range) + hits.map(\.range)
    for range in ranges where range.overlaps(piece.range) {
      cuts.insert(max(range.lowerBound, piece.range.lowerBound))
      cuts.insert(min(range.upperBound, piece.range.upperBound))
    }
    let sorted = cuts.sorted()
    var spans = zip(sorted, sorted.dropFirst()).map { start, end in
      span(of: paragraph, start..<end, hits: hits, widened: piece.extraSpaces)
    }
    if piece.endsWithHyphen, let last = spans.indices.last { spans[last].text += "-" }
    return spans
  }

  private func hits(in piece: ArticleLayout.Piece) -> [(range: Range<Int>, isCurrent: Bool)] {
    guard let find else { return [] }
    var result: [(Range<Int>, Bool)] = []
    // Hits stand in order: the first of this piece is found by halving.
    var low = 0
    var high = find.hits.count
    let start = TextPlace(paragraph: piece.paragraph, range: max(0, piece.range.lowerBound - 400)..<Int.max)
    while low < high {
      let middle = (low + high) / 2
      if find.hits[middle].isBefore(start) { low = middle + 1 } else { high = middle }
    }
    while low < find.hits.count, find.hits[low].paragraph == piece.paragraph,
      find.hits[low].range.lowerBound < piece.range.upperBound
    {
      if find.hits[low].range.overlaps(piece.range) {
        result.append((find.hits[low].range, low == find.current))
      }
      low += 1
    }
    return result
  }

  private func span(
    of paragraph: ArticleLayout.Paragraph, _ range: Range<Int>, hits: [(range: Range<Int>, isCurrent: Bool)],
    widened: [Int]
  ) -> Span {
    var span = Span(text(of: paragraph, range, widened: widened), paragraph.ink, paragraph.attributes)
    for run in paragraph.runs where run.range.overlaps(range) {
      style(&span, by: run)
    }
    if let tag = paragraph.tags.first(where: { $0.range.overlaps(range) }) {
      span.ink = .tag
      span.target = .tag(tag.tag)
    }
    if let hit = hits.first(where: { $0.range.overlaps(range) }) {
      span.ink = hit.isCurrent ? .searchHitCurrent : .searchHit
    }
    return span
  }

  private func style(_ span: inout Span, by run: ArticleLayout.Run) {
    if run.style.contains(.emphasis) {
      span.attributes.insert(.italic)
      if span.ink == .text { span.ink = .emphasis }
    }
    if run.style.contains(.strong) { span.attributes.insert(.bold) }
    if run.style.contains(.code) { span.ink = .code }
    if run.style.contains(.deleted) { span.attributes.insert(.dim) }
    guard let link = run.link, layout.links.indices.contains(link) else { return }
    span.ink = .link
    span.target = .link(link)
    span.address = layout.links[link]
    if run.style.contains(.superscript) { span.ink = .number }
  }

  private func text(of paragraph: ArticleLayout.Paragraph, _ range: Range<Int>, widened: [Int]) -> String {
    guard widened.contains(where: range.contains) else { return paragraph.text.bytes(range) }
    var result = ""
    var start = range.lowerBound
    for offset in widened where range.contains(offset) {
      result += paragraph.text.bytes(start..<offset) + " "
      start = offset
    }
    return result + paragraph.text.bytes(start..<range.upperBound)
  }
}
