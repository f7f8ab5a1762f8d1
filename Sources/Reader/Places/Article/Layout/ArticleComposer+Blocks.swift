import Canvas
import NewsModel
import TextLayout

extension ArticleComposer {
  /// Blocks one below the other; `separator` is the length of what stands between them in the document's plain
  /// text, `isWhole` tells that they are the whole document.
  mutating func blocks(
    _ blocks: [Block], margin: Margin, separator: Int = 2, isLoose: Bool = true, isWhole: Bool = false
  ) {
    var margin = margin
    var isFirst = true
    for block in blocks {
      // At the top, what has no plain text has no separator in it either.
      let counts = !isWhole || !block.plainText.isEmpty
      if counts, !isFirst { offset += separator }
      if counts { isFirst = false }
      if isLoose, margin.mark == nil { gap() }
      self.block(block, margin: &margin)
    }
  }

  private mutating func block(_ block: Block, margin: inout Margin) {
    switch block {
    case .paragraph(let inlines):
      paragraph(inlines, ink: margin.bars > 0 ? .quote : .text, margin: &margin)
    case .heading(let level, let inlines):
      paragraph(
        inlines, ink: .heading, attributes: level <= 3 ? [.bold] : [], margin: &margin, setting: .balanced)
    case .list(let start, let items): list(start: start, items: items, margin: margin)
    case .quotation(let blocks): quotation(blocks, margin: margin)
    case .preformatted(let text):
      let trailing = text.utf8.reversed().prefix { $0 == 0x0A }.count
      let kept = text.bytes(0..<text.utf8.count - trailing)
      paragraph([Inline(kept)], ink: .code, margin: &margin, setting: .verbatim)
      offset += trailing
    case .table(let table): self.table(table, margin: margin)
    case .figure(let figure): self.figure(figure, margin: margin)
    case .rule:
      let columns = max(1, key.measure - margin.indent)
      append(
        ArticleLayout.Row(
          bars: margin.bars, markColumn: margin.indent, decoration: .partRule(columns: columns)))
    }
  }

  private mutating func list(start: Int?, items: [[Block]], margin: Margin) {
    let last = (start ?? 1).addingReportingOverflow(items.count)
    let widest = start == nil ? 1 : "\(last.overflow ? Int.max : last.partialValue).".count
    let indent = canIndent(margin, by: widest + 1)
    // Items of one line each stand close; where texts are long, air helps.
    let isLoose = items.contains { $0.count > 1 }
    for (index, item) in items.enumerated() {
      if index > 0 { offset += 1 }
      if isLoose, index > 0 { gap() }
      var inner = margin
      if indent > 0 { inner.mark = start.map { Self.number($0, plus: index, columns: widest) } ?? "•" }
      inner.markColumn = margin.indent
      inner.indent = margin.indent + indent
      if item.isEmpty { paragraph([Inline(" ")], ink: .text, margin: &inner, isBody: false) }
      blocks(item, margin: inner, separator: 1, isLoose: false)
    }
  }

  private static func number(_ start: Int, plus index: Int, columns: Int) -> String {
    let (number, overflow) = start.addingReportingOverflow(index)
    let text = "\(overflow ? start : number)."
    return String(repeating: " ", count: max(0, columns - text.count)) + text
  }

  private mutating func quotation(_ blocks: [Block], margin: Margin) {
    var inner = margin
    let indent = canIndent(margin, by: 2)
    inner.indent += indent
    if indent > 0 { inner.bars += 1 }
    self.blocks(blocks, margin: inner)
  }

  private mutating func figure(_ figure: Block.Figure, margin: Margin) {
    var margin = margin
    if key.showsPictures, let address = figure.picture { picture(address, margin: margin) }
    let caption =
      figure.caption.isEmpty && !figure.description.isEmpty ? [Inline(figure.description)] : figure.caption
    guard !caption.isEmpty else { return }
    // A description that stands for a missing caption is no part of the document's plain text.
    let indent = canIndent(margin, by: 2)
    if margin.mark == nil, indent > 0 { margin.mark = "▣" }
    margin.markColumn = margin.indent
    margin.indent += indent
    paragraph(caption, ink: .caption, margin: &margin, isBody: !figure.caption.isEmpty)
  }

  /// Rows for a picture: they stay empty until it is there, and a screen that has no pictures keeps none.
  mutating func picture(_ address: WebAddress, margin: Margin) {
    guard !key.hiddenPictures.contains(address) else { return }
    let columns = max(4, key.measure - margin.indent)
    let rows = max(3, min(key.pictureRows, columns * 3 / 8))
    let request = PictureRequest(address: address, columns: columns, rows: rows)
    reserve(request)
    for row in 0..<rows {
      let place = PictureRow(request: request, row: row, column: margin.indent)
      append(ArticleLayout.Row(bars: margin.bars, decoration: .picture(place)))
    }
  }

  /// How far a block may be indented: not at all where the text would become too narrow.
  func canIndent(_ margin: Margin, by columns: Int) -> Int {
    key.measure - margin.indent - columns >= min(Self.narrowest, key.measure / 2) ? columns : 0
  }
}
