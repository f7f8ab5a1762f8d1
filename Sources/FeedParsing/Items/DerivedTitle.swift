/// Titles for items without one: their first words, else their address.
enum DerivedTitle {
  /// Characters of a title that was made from a text.
  private static let length = 100

  /// Gives an item a title where it has none.
  static func supply(to item: inout ParsedItem) {
    guard item.title.isEmpty else { return }
    item.title = title(from: item.fullestHTML) ?? item.address?.text ?? ""
    item.isTitleDerived = !item.title.isEmpty
  }

  /// The first words of a text, up to a word's end.
  static func title(from html: String?) -> String? {
    guard let html else { return nil }
    // Far more than a title needs, and far less than a long article.
    let line = HTMLFragment.line(String(html.prefix(4000)))
    guard !line.isEmpty else { return nil }
    guard line.count > length else { return line }
    let cut = line.prefix(length)
    let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
    return words + "…"
  }
}
