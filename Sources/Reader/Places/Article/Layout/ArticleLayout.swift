import Canvas
import NewsModel

/// An article as rows of ranges into its paragraphs: laid out once for a width; styles, links and found words are
/// looked up by offset when a row is drawn.
struct ArticleLayout: Equatable, Sendable {
  /// All that decides how it is laid out.
  struct Key: Equatable, Sendable {
    var measure = 0
    var isJustified = false
    var showsPictures = false
    var pictureRows = 0
    /// What cannot be drawn: its caption stands alone.
    var hiddenPictures: Set<WebAddress> = []
    /// Whether nobody shall meet a divided word or a line that was drawn: for screen readers.
    var isPlain = false
    /// Whether rows may be left empty for the eye's sake alone.
    var isAiry = false
    /// Whether lines may end inside a word: not where a program or a voice reads them.
    var dividesWords = true
    /// Language of the interface, for the words around the text.
    var language = ""
    /// Whether the list of links has whole addresses, each unbroken on a line of its own, however long: for text that
    /// leaves the program.
    var hasWholeLinks = false
    /// Whether it is laid out at all: an empty layout's key equals no other.
    var isWhole = false
  }

  /// A run of one style in a paragraph.
  struct Run: Equatable, Sendable {
    var range: Range<Int>
    var style: Inline.Style
    /// The number of its link, from 0.
    var link: Int?
  }

  /// A text that is broken into lines.
  struct Paragraph: Equatable, Sendable {
    var text: String
    var runs: [Run]
    /// Link numbers that were put into the text and do not stand in the document.
    var notes: [Range<Int>] = []
    var ink: Ink
    var attributes: CellAttributes = []
    /// Where it begins in the document's plain text; `nil` for what stands around the body.
    var base: Int?
    /// Tags lead to searches.
    var tags: [TagRange] = []

    /// The document's offset of one of the paragraph's own.
    func plainOffset(_ offset: Int) -> Int {
      offset - notes.reduce(0) { $0 + max(0, min($1.upperBound, offset) - $1.lowerBound) }
    }

    /// The paragraph's offset of one of the document's.
    func ownOffset(_ plain: Int) -> Int {
      var offset = plain
      for note in notes where note.lowerBound <= offset { offset += note.count }
      return min(offset, max(0, text.utf8.count - 1))
    }
  }

  /// A tag in a paragraph.
  struct TagRange: Equatable, Sendable {
    var range: Range<Int>
    var tag: String
  }

  /// A piece of a paragraph on a row.
  struct Piece: Equatable, Sendable {
    var paragraph: Int
    var range: Range<Int>
    var column: Int
    var endsWithHyphen = false
    /// Offsets in the paragraph's text at which a space is one column wider, once for each extra column.
    var extraSpaces: [Int] = []
  }

  /// What stands on a row besides text.
  enum Decoration: Equatable, Sendable {
    /// A break between two parts of a text.
    case partRule(columns: Int)
    /// The line under a table's heading.
    case tableRule(columns: Int)
    case picture(PictureRow)
  }

  /// One row of the text.
  struct Row: Equatable, Sendable {
    var pieces: [Piece] = []
    /// How many quotations it stands in.
    var bars = 0
    /// A list's mark and the column where it stands.
    var mark: String?
    var markColumn = 0
    var decoration: Decoration?
    /// Preformatted text stands on a surface of its own.
    var isCode = false
  }

  var key = Key()
  var paragraphs: [Paragraph] = []
  var rows: [Row] = []
  var links: [WebAddress] = []
  /// The pictures that rows were kept for.
  var pictures: [PictureRequest] = []
  /// The first paragraph of the body.
  var firstBodyParagraph = 0

  /// The place in the text at which a row begins: the row's own, or that of the first text below it.
  func place(atRow row: Int) -> TextPlace {
    for index in max(0, row)..<max(max(0, row), rows.count) {
      if let piece = rows[index].pieces.first {
        return TextPlace(paragraph: piece.paragraph, range: piece.range)
      }
    }
    return TextPlace(paragraph: paragraphs.count, range: 0..<0)
  }

  /// The row that shows a place in the text.
  func row(of place: TextPlace) -> Int {
    var best = 0
    for (index, row) in rows.enumerated() {
      guard let piece = row.pieces.first else { continue }
      if piece.paragraph > place.paragraph { break }
      if row.pieces.contains(where: {
        $0.paragraph == place.paragraph && $0.range.contains(place.range.lowerBound)
      }) {
        return index
      }
      best = index
    }
    return best
  }

  /// The byte of the document's plain text at which a row begins; 0 above the body.
  func byte(atRow row: Int) -> Int {
    let place = place(atRow: row)
    guard paragraphs.indices.contains(place.paragraph) else { return bodyEnd }
    if place.paragraph < firstBodyParagraph { return 0 }
    let paragraph = paragraphs[place.paragraph]
    return (paragraph.base ?? bodyEnd) + paragraph.plainOffset(place.range.lowerBound)
  }

  /// Where the body ends in the document's plain text.
  private var bodyEnd: Int {
    guard let last = paragraphs.last(where: { $0.base != nil }) else { return 0 }
    return (last.base ?? 0) + last.plainOffset(last.text.utf8.count)
  }

  /// The row that shows a byte of the document's plain text.
  func row(ofByte byte: Int) -> Int {
    guard byte > 0 else { return 0 }
    var best = TextPlace(paragraph: 0, range: 0..<0)
    for (index, paragraph) in paragraphs.enumerated() {
      guard let base = paragraph.base, base <= byte else { continue }
      let offset = paragraph.ownOffset(byte - base)
      best = TextPlace(paragraph: index, range: offset..<offset)
    }
    return row(of: best)
  }
}
