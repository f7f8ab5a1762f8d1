import Markup
import NewsModel

/// Turns HTML into the blocks of a document: the structure stays, the page's look goes.
package enum DocumentBuilder {
  /// The blocks of a fragment, as a feed brings it.
  ///
  /// - Parameter base: what relative links stand against.
  package static func blocks(fromHTML fragment: String, base: WebAddress?) -> [Block] {
    let document = HTMLDocument(fragment, isFragment: true)
    let measures = PageMeasures(document)
    var builder = BlockBuilder(
      document: document, isDropped: measures.isVoid, links: LinkResolver(base: base?.text))
    return builder.blocks(of: [0])
  }
}

/// Collects blocks while it walks a tree from top to bottom.
struct BlockBuilder {
  /// Headings, lists and quotations nested deeper are flattened into what holds them.
  static let maximumNesting = 12
  /// Blocks beyond are dropped.
  static let maximumBlocks = 10_000

  let document: HTMLDocument
  /// Nodes to leave out, by index, descendants included.
  let isDropped: [Bool]
  /// For captions outside `<figcaption>`; `nil` when nobody asked.
  var signs: CaptionSigns?
  let links: LinkResolver

  private var blocks: [Block] = []
  private var line = InlineLine()
  private var nesting = 0
  /// Whether what is collected will be the runs of one heading.
  private var isInHeading = false
  private var count = 0

  init(document: HTMLDocument, isDropped: [Bool], links: LinkResolver) {
    self.document = document
    self.isDropped = isDropped
    self.links = links
  }

  /// The blocks of some nodes in a row.
  mutating func blocks(of roots: [Int]) -> [Block] {
    blocks = []
    for root in roots {
      visit(root)
      flush()
    }
    return blocks
  }

  // MARK: - Walking

  private mutating func visitChildren(_ index: Int) {
    for child in document.children(index) { visit(child) }
  }

  private mutating func visit(_ index: Int) {
    guard !isDropped[index], count < Self.maximumBlocks else { return }
    let name = document.name(index)
    if let signs, name != .textRun {
      if signs.isCaption(index) { return caption(index) }
      if signs.isPictureBox(index) { return figure(index) }
    }
    switch name {
    case .textRun: line.append(document.text(index))
    case .br: line.breakLine()
    case .h1, .h2, .h3, .h4, .h5, .h6: heading(index, name)
    case .p, .div, .section, .article, .main, .header, .footer, .address, .center, .body, .html, .form,
      .fieldset, .dd,
      .details, .summary, .hgroup, .aside, .nav, .document, .legend:
      flush()
      visitChildren(index)
      flush()
    case .dt:
      flush()
      styled(.strong, index)
      flush()
    case .ul, .ol, .menu: list(index, isOrdered: name == .ol)
    case .li:
      // An item without its list.
      flush()
      visitChildren(index)
      flush()
    case .blockquote: quotation(index)
    case .pre: preformatted(index)
    case .table: table(index)
    case .hr:
      flush()
      append(.rule)
    case .figure: figure(index)
    case .img, .picture: picture(index)
    case .a: link(index)
    case .em, .i, .cite, .dfn, .var: styled(.emphasis, index)
    case .strong, .b: styled(.strong, index)
    case .code, .kbd, .samp, .tt: styled(.code, index)
    case .del, .s, .strike: styled(.deleted, index)
    case .sup: styled(.superscript, index)
    case .sub: styled(.subscript, index)
    case .q:
      line.append("«")
      visitChildren(index)
      line.append("»")
    case .wbr: line.append("\u{200B}")
    default:
      if name.isBlock { flush() }
      visitChildren(index)
      if name.isBlock { flush() }
    }
  }

  private mutating func styled(_ style: Inline.Style, _ index: Int) {
    let before = line.style
    line.style.insert(style)
    visitChildren(index)
    line.style = before
  }

  private mutating func link(_ index: Int) {
    let before = line.link
    if let href = document.attribute(.href, of: index), !href.hasPrefix("#") {
      line.link = links.resolve(href) ?? before
    }
    visitChildren(index)
    line.link = before
  }

  // MARK: - Blocks

  private mutating func append(_ block: Block) {
    count += 1
    // A rule at the start or after another says nothing.
    if case .rule = block {
      guard let last = blocks.last, last != .rule else { return }
    }
    blocks.append(block)
  }

  private mutating func flush() {
    for paragraph in line.takeParagraphs() { append(.paragraph(paragraph)) }
    for picture in line.pictures { append(.figure(picture)) }
    line.pictures = []
  }

  private mutating func heading(_ index: Int, _ name: HTMLName) {
    flush()
    guard nesting < Self.maximumNesting else { return visitChildren(index) }
    if isInHeading {
      // A heading in a heading is a line of it.
      nesting += 1
      visitChildren(index)
      flush()
      nesting -= 1
      return
    }
    let level = Int(name.rawValue) - Int(HTMLName.h1.rawValue) + 1
    let inner = nested(index, isHeading: true)
    let inlines = Self.flattened(inner)
    if !inlines.isEmpty { append(.heading(level: max(2, level), inlines)) }
    for block in inner { if case .figure = block { append(block) } }
  }

  /// The blocks of a node's children, by a walk of its own.
  private mutating func nested(_ index: Int, isHeading: Bool = false) -> [Block] {
    let outer = (blocks, line, isInHeading)
    isInHeading = isHeading
    blocks = []
    line = InlineLine()
    line.style = outer.1.style
    line.link = outer.1.link
    nesting += 1
    visitChildren(index)
    flush()
    nesting -= 1
    let inner = blocks
    (blocks, line, isInHeading) = outer
    return inner
  }

  /// The runs of paragraphs and headings in a row, parted by line feeds.
  static func flattened(_ blocks: [Block]) -> [Inline] {
    var result: [Inline] = []
    for block in blocks {
      let runs: [Inline]
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): runs = inlines
      case .figure, .rule: continue
      default:
        let text = block.plainText
        runs = text.isEmpty ? [] : [Inline(text)]
      }
      guard !runs.isEmpty else { continue }
      if !result.isEmpty { result.append(Inline("\n")) }
      result += runs
    }
    return result
  }

  private mutating func list(_ index: Int, isOrdered: Bool) {
    flush()
    guard nesting < Self.maximumNesting else { return visitChildren(index) }
    var items: [[Block]] = []
    for child in document.children(index) where !isDropped[child] {
      if document.name(child) == .li {
        let item = nested(child)
        if item.contains(where: { !$0.isEmpty }) { items.append(item) }
      } else if document.isElement(child) {
        // Lists in lists without an item around them, and texts of sloppy hands.
        let item = nested(child)
        guard item.contains(where: { !$0.isEmpty }) else { continue }
        if items.isEmpty { items.append(item) } else { items[items.count - 1] += item }
      }
    }
    guard !items.isEmpty else { return }
    let start = document.attribute(.start, of: index).flatMap { Int($0.trimmingSpaces) } ?? 1
    append(.list(start: isOrdered ? min(max(start, 0), 1_000_000) : nil, items: items))
  }

  private mutating func quotation(_ index: Int) {
    flush()
    guard nesting < Self.maximumNesting else { return visitChildren(index) }
    let inner = nested(index)
    if inner.contains(where: { !$0.isEmpty }) { append(.quotation(inner)) }
  }

  private mutating func preformatted(_ index: Int) {
    flush()
    var text = ""
    var position = index + 1
    while position < document.end(index) {
      if isDropped[position] {
        position = document.end(position)
        continue
      }
      if document.isText(position) { text += document.text(position) }
      if document.name(position) == .br { text += "\n" }
      position += 1
    }
    let clean = CleanText.preformatted(text).trimmingLines
    if !clean.isEmpty { append(.preformatted(clean)) }
  }

  private mutating func figure(_ index: Int) {
    flush()
    let inner = index + 1..<document.end(index)
    let isFigure = document.name(index) == .figure
    let caption = isFigure ? inner.first { document.name($0) == .figcaption && !isDropped[$0] } : index
    let pictures = inner.filter { (document.name($0) == .img) && isShown($0) }
    let words = caption.map { Self.flattened(nested($0)) } ?? []
    // Tables, quotations and code are put into figures too.
    let holdsText = inner.contains { index in
      switch document.name(index) {
      case .table, .blockquote, .pre, .ul, .ol: !isDropped[index]
      case .p: !isDropped[index] && caption.map { !($0..<document.end($0)).contains(index) } ?? true
      default: false
      }
    }
    if holdsText {
      visitChildren(index)
      flush()
      return
    }
    let picture = pictures.compactMap { pictureAddress($0) }.first
    let description = pictures.first.flatMap { document.attribute(.alt, of: $0) } ?? ""
    guard picture != nil || !words.isEmpty else { return }
    append(.figure(Block.Figure(picture: picture, description: CleanText.line(description), caption: words)))
  }

  /// A caption that stands by itself: it goes to the picture before it.
  private mutating func caption(_ index: Int) {
    flush()
    let words = Self.flattened(nested(index))
    guard !words.isEmpty else { return }
    if case .figure(var figure)? = blocks.last, figure.caption.isEmpty {
      figure.caption = words
      blocks[blocks.count - 1] = .figure(figure)
    } else {
      append(.figure(Block.Figure(picture: nil, caption: words)))
    }
  }

  private mutating func picture(_ index: Int) {
    let image =
      document.name(index) == .img
      ? index : (index..<document.end(index)).first { document.name($0) == .img }
    guard let image, isShown(image), let address = pictureAddress(image) else { return }
    let words = CleanText.line(document.attribute(.alt, of: image) ?? "")
    line.pictures.append(Block.Figure(picture: address, description: words))
  }

  /// Whether a picture is one to be seen: no counter's pixel, no icon.
  private func isShown(_ index: Int) -> Bool {
    for name in [HTMLName.width, .height] {
      if let text = document.attribute(name, of: index), let size = Int(text.trimmingSpaces), size < 40 {
        return false
      }
    }
    return true
  }

  private func pictureAddress(_ index: Int) -> WebAddress? {
    PictureAddress.of(index, in: document, links: links)
  }

  private mutating func table(_ index: Int) {
    flush()
    guard nesting < Self.maximumNesting,
      let table = TableReader(document: document, isDropped: isDropped).read(index)
    else {
      visitCells(index)
      return
    }
    var rows: [[[Inline]]] = []
    for row in table.rows {
      rows.append(row.map { Self.flattened(nested($0)) })
    }
    let caption = table.caption.map { Self.flattened(nested($0)) } ?? []
    rows.removeAll { $0.allSatisfy { $0.isEmpty } }
    guard !rows.isEmpty else { return }
    append(
      .table(
        Block.Table(caption: caption, headingRows: min(table.headingRows, max(0, rows.count - 1)), rows: rows)
      ))
  }

  /// The contents of a table that only places things on the page.
  private mutating func visitCells(_ index: Int) {
    for child in document.children(index) where !isDropped[child] {
      switch document.name(child) {
      case .thead, .tbody, .tfoot, .tr: visitCells(child)
      default:
        flush()
        visit(child)
        flush()
      }
    }
  }
}

extension Block {
  /// Whether nothing of it would be seen.
  var isEmpty: Bool {
    switch self {
    case .figure(let figure): figure.picture == nil && figure.caption.isEmpty
    case .rule: true
    default: plainText.isEmpty
    }
  }
}
