import FeedParsing
import Foundation

/// Which texts of a feed are whole articles, so that no page has to be asked: judged by letters, for a Cyrillic one has
/// two bytes, and by what the feed always sends, for news may be short.
struct WholeText {
  /// A text of so many letters and more is one, whatever stands beside it.
  private static let longLetters = 700
  /// Where the same feed sends whole texts, one of so many letters is one too.
  private static let shortLetters = 120
  /// So many letters of a summary show that it is the text's beginning.
  private static let tellingLetters = 30

  /// Whether the feed sends whole texts by habit.
  private let isHabit: Bool

  init(of feed: ParsedFeed) {
    let texts = feed.items.prefix(50).compactMap(\.plainContent)
    let long = texts.count { Self.letters($0) >= Self.longLetters && !Self.isCut($0) }
    isHabit = texts.count >= 3 && long * 2 > texts.count
  }

  /// The HTML of an item's whole text; `nil` where the feed brings but a part.
  func html(of item: ParsedItem) -> String? {
    if let whole = item.fullText { return whole }
    guard let content = item.contentHTML, let text = item.plainContent else { return nil }
    let letters = Self.letters(text)
    guard !Self.isCut(text), letters >= Self.shortLetters else { return nil }
    return letters >= Self.longLetters || isHabit || hasBeginning(item, of: text) ? content : nil
  }

  /// Whether a summary stands beside the text and is its beginning, shorter than it.
  private func hasBeginning(_ item: ParsedItem, of text: String) -> Bool {
    guard let teaser = item.plainTeaser else { return false }
    let (start, whole) = (Self.words(teaser), Self.words(text))
    guard start.count >= Self.tellingLetters, start.count < whole.count else { return false }
    return whole.starts(with: start.prefix(start.count - min(12, start.count / 4)))
  }

  /// A text that ends in an ellipsis or in words that lead on is a beginning.
  private static func isCut(_ text: String) -> Bool {
    let end = text.suffix(60).trimmingCharacters(in: .whitespacesAndNewlines)
    if ["…", "...", "[…]", "[...]", "…]", "...]", "(...)", "(…)"].contains(where: end.hasSuffix) {
      return true
    }
    let lower = end.lowercased()
    return [
      "читать далее", "читать полностью", "подробнее", "read more", "continue reading", "далее", "толығырақ",
      "читати далі",
    ]
    .contains { lower.hasSuffix($0) || lower.hasSuffix($0 + " →") || lower.hasSuffix($0 + " »") }
  }

  private static func letters(_ text: String) -> Int {
    text.unicodeScalars.count { $0.properties.isAlphabetic }
  }

  private static func words(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
