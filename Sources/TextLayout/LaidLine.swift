/// One line of a laid-out paragraph, as a range of its source text; nothing is copied.
package struct LaidLine: Hashable, Sendable {
  /// The first UTF-8 byte of the line in the text.
  package var start: Int
  /// The byte after its last one; the space the line was broken at lies behind it.
  package var end: Int
  private var shownColumns: Int32
  private var indentColumns: Int32
  private var addedColumns: Int32
  private var flags: UInt8

  init(
    start: Int, end: Int, columns: Int, indent: Int, extraColumns: Int = 0, endsWithHyphen: Bool = false,
    endsParagraph: Bool = false, isOdd: Bool = false
  ) {
    self.start = start
    self.end = end
    shownColumns = Int32(truncatingIfNeeded: columns)
    indentColumns = Int32(truncatingIfNeeded: indent)
    addedColumns = Int32(truncatingIfNeeded: extraColumns)
    flags = (endsWithHyphen ? 1 : 0) | (endsParagraph ? 2 : 0) | (isOdd ? 4 : 0)
  }

  /// UTF-8 bytes of the source text, without the spaces the line was broken at. A soft hyphen or zero-width space it
  /// was broken at belongs to it.
  package var range: Range<Int> { Range(uncheckedBounds: (start, end)) }
  /// The columns of the text, a hyphen the layout adds included; neither the indent nor `extraColumns`.
  package var columns: Int { Int(shownColumns) }
  /// Columns to leave free before the text.
  package var indent: Int { Int(indentColumns) }
  /// Columns that justification adds by widening spaces; see `ParagraphLayout.extraSpaces(in:of:)`. 0 in a ragged line.
  package internal(set) var extraColumns: Int {
    get { Int(addedColumns) }
    set { addedColumns = Int32(truncatingIfNeeded: newValue) }
  }
  /// Whether a hyphen that is not in the text is printed after it.
  package var endsWithHyphen: Bool { flags & 1 != 0 }
  /// Whether it is the last line of its text or ends at a line feed.
  package internal(set) var endsParagraph: Bool {
    get { flags & 2 != 0 }
    set { flags = newValue ? flags | 2 : flags & ~2 }
  }
  /// Whether justification starts from the right on this line: it alternates.
  var isOdd: Bool { flags & 4 != 0 }
}
