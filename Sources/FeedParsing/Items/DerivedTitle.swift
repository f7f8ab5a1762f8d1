/// Titles for items without one: a short summary, else their first words, else their address.
enum DerivedTitle {
  /// Characters of a title that was made from a text.
  private static let length = 100

  /// Gives an item a title where it has none.
  /// - Parameter text: what its first words are taken from, where it is not the fullest of its texts.
  static func supply(to item: inout ParsedItem, otherwise text: String? = nil) {
    guard !isSeen(item.title) else { return }
    item.title =
      shortSummary(of: item) ?? title(from: text ?? item.fullestHTML) ?? item.address?.text ?? item
      .unresolvedLink ?? ""
    item.isTitleDerived = !item.title.isEmpty
  }

  /// A summary beside a text, where it is a sentence and not the text's own beginning cut off.
  private static func shortSummary(of item: ParsedItem) -> String? {
    guard item.contentHTML != nil, let summary = item.summary else { return nil }
    let line = HTMLFragment.line(String(summary.prefix(4 * length)))
    guard !line.isEmpty, line.count <= length, !line.hasSuffix("…"), !line.hasSuffix("..."),
      !line.hasSuffix("]")
    else { return nil }
    return line
  }

  /// Whether there is anything in a text that a screen shows: a title of spaces without width (UAX #44,
  /// Default_Ignorable_Code_Point) is none.
  private static func isSeen(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      !$0.properties.isDefaultIgnorableCodePoint && !$0.properties.isWhitespace && $0.value != 0x2800
    }
  }

  /// The first words of a text, up to a word's end.
  static func title(from html: String?) -> String? {
    guard let html else { return nil }
    // Far more than a title needs, and far less than a long article.
    let line = HTMLFragment.line(String(html.prefix(4000)))
    guard isSeen(line) else { return nil }
    guard line.count > length else { return line }
    let cut = line.prefix(length)
    let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
    return words + "…"
  }
}
