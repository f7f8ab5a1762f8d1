import Canvas
import NewsModel
import TextLayout

/// Lays an article out: head, body, tags and links, one row after another.
struct ArticleComposer {
  /// How a paragraph is set.
  enum Setting {
    case text
    case balanced
    case verbatim
  }

  /// A line of a paragraph before it has its place on a row.
  struct LaidPiece {
    var piece: ArticleLayout.Piece
    var columns: Int

    func moved(by columns: Int) -> ArticleLayout.Piece {
      var piece = piece
      piece.column += columns
      return piece
    }
  }

  /// Where a block stands: quotations and lists indent what is in them.
  struct Margin {
    var indent = 0
    var bars = 0
    /// A list's mark that the first line of the next paragraph gets.
    var mark: String?
    var markColumn = 0
  }

  /// Text narrower than this is not indented any further.
  static let narrowest = 16

  private(set) var layout = ArticleLayout()
  let key: ArticleLayout.Key
  let language: String?
  private var linkNumbers: [WebAddress: Int] = [:]
  /// Where the next block begins in the document's plain text.
  var offset = 0

  init(key: ArticleLayout.Key, language: String?) {
    self.key = key
    self.language = language
    layout.key = key
  }

  /// An empty row, unless the text begins here or one stands above.
  mutating func gap() {
    guard let last = layout.rows.last, last != ArticleLayout.Row() else { return }
    layout.rows.append(ArticleLayout.Row())
  }

  mutating func append(_ row: ArticleLayout.Row) { layout.rows.append(row) }

  mutating func beginBody() { layout.firstBodyParagraph = layout.paragraphs.count }

  mutating func reserve(_ request: PictureRequest) { layout.pictures.append(request) }

  /// Keeps a text without laying it out yet.
  ///
  /// - Returns: its index, and how many bytes of the plain text it stands for.
  mutating func keep(
    _ inlines: [Inline], ink: Ink, attributes: CellAttributes = [], isBody: Bool
  ) -> (index: Int, bytes: Int) {
    var text = ""
    var runs: [ArticleLayout.Run] = []
    var notes: [Range<Int>] = []
    var plain = 0
    for (index, inline) in inlines.enumerated() {
      let start = text.utf8.count
      text += key.dividesWords ? inline.text : inline.text.withoutSoftHyphens
      plain += inline.text.utf8.count
      let number = number(of: inline.link)
      if !inline.style.isEmpty || number != nil {
        runs.append(ArticleLayout.Run(range: start..<text.utf8.count, style: inline.style, link: number))
      }
      // A link that goes on in the next run gets its note after that.
      let continues = index + 1 < inlines.count && inlines[index + 1].link == inline.link
      guard let number, !continues, ink != .title else { continue }
      let note = Self.note(number, after: text)
      notes.append(note.range)
      text = note.text
      runs.append(ArticleLayout.Run(range: note.range, style: [.superscript], link: number))
    }
    layout.paragraphs.append(
      ArticleLayout.Paragraph(
        text: text, runs: runs, notes: notes, ink: ink, attributes: attributes, base: isBody ? offset : nil))
    return (layout.paragraphs.count - 1, plain)
  }

  /// The text with a link's number in brackets after its last word, and where that stands.
  private static func note(_ number: Int, after text: String) -> (text: String, range: Range<Int>) {
    let trailing = text.utf8.reversed().prefix { $0 == 0x20 }.count
    let start = text.utf8.count - trailing
    let note = "[\(number + 1)]"
    let noted = text.bytes(0..<start) + note + String(repeating: " ", count: trailing)
    return (noted, start..<start + note.utf8.count)
  }

  /// Puts a text below what is there.
  mutating func paragraph(
    _ inlines: [Inline], ink: Ink, attributes: CellAttributes = [], margin: inout Margin,
    setting: Setting = .text,
    isBody: Bool = true
  ) {
    let (index, bytes) = keep(inlines, ink: ink, attributes: attributes, isBody: isBody)
    if isBody { offset += bytes }
    for laid in pieces(ofParagraph: index, measure: key.measure - margin.indent, setting: setting) {
      var row = ArticleLayout.Row(bars: margin.bars, isCode: setting == .verbatim)
      row.mark = margin.mark
      row.markColumn = margin.markColumn
      margin.mark = nil
      row.pieces = [laid.moved(by: margin.indent)]
      layout.rows.append(row)
    }
  }

  /// Marks the tags of the paragraph that was put last.
  mutating func markTags(_ tags: [ArticleLayout.TagRange]) {
    guard let last = layout.paragraphs.indices.last else { return }
    layout.paragraphs[last].tags = tags
  }

  /// Makes all of a paragraph a link.
  mutating func mark(paragraph index: Int, asLink number: Int) {
    let count = layout.paragraphs[index].text.utf8.count
    layout.paragraphs[index].runs = [ArticleLayout.Run(range: 0..<count, style: [], link: number)]
  }

  /// A kept text as pieces, a line each, from column 0.
  func pieces(ofParagraph index: Int, measure: Int, setting: Setting) -> [LaidPiece] {
    let text = layout.paragraphs[index].text
    let measure = max(1, measure)
    var options =
      switch setting {
      case .text:
        LayoutOptions(
          measure: measure, language: language, hyphenation: key.dividesWords ? .automatic : .none,
          isJustified: key.isJustified)
      case .balanced: LayoutOptions.heading(measure: measure, language: language)
      case .verbatim: LayoutOptions(measure: measure, fit: .asWritten, hyphenation: .none, rules: .none)
      }
    if key.isPlain { options.hyphenation = .none }
    let setter = ParagraphLayout(options)
    return setter.lines(of: text).map { line in
      LaidPiece(
        piece: ArticleLayout.Piece(
          paragraph: index, range: line.range, column: line.indent, endsWithHyphen: line.endsWithHyphen,
          extraSpaces: line.extraColumns > 0 ? setter.extraSpaces(in: line, of: text) : []),
        columns: line.columns)
    }
  }

  /// The number of a link, from 0; one address has one number.
  private mutating func number(of address: WebAddress?) -> Int? {
    guard let address else { return nil }
    if let known = linkNumbers[address] { return known }
    let number = layout.links.count
    layout.links.append(address)
    linkNumbers[address] = number
    return number
  }
}
