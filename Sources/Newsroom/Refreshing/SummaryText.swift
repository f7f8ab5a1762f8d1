import FeedParsing
import Foundation
import NewsModel

/// What a feed says of an article, as it is kept: its paragraphs, up to where the feed cut them.
enum SummaryText {
  /// What engines put where they cut a text.
  private static let cuts = ["[…]", "[...]", "(…)", "(...)", "[ … ]", "[&hellip;]"]
  /// Between the names of sections that some engines set behind a summary.
  private static let signs: Set<Character> = [
    "-", "–", "—", "/", "|", ",", "·", "•", ">", "»", "#", " ", "\u{A0}",
  ]

  /// - Parameters:
  ///   - text: a line feed for each break, a blank line between paragraphs.
  ///   - limit: in scalars.
  static func cleaned(_ text: String, of item: ParsedItem, limit: Int) -> String {
    var room = limit
    var result = ""
    var breaks = 0
    var rest = text.utf8[...]
    while !rest.isEmpty, room > 0 {
      let line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      let clean = CleanText.line(String(Substring(line)), limit: room)
      if !clean.isEmpty {
        if !result.isEmpty { result += breaks > 1 ? "\n\n" : "\n" }
        result += clean
        breaks = 0
        room -= clean.unicodeScalars.count
      }
      breaks += 1
    }
    guard result.utf8.contains(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: ")") }) else {
      return result
    }
    return withoutCut(withoutNames(result, item.tags))
  }

  /// Without the sign of a cut in brackets; the words before it stay, and that they go on.
  private static func withoutCut(_ text: String) -> String {
    guard let cut = cuts.first(where: text.hasSuffix) else { return text }
    let words = text.dropLast(cut.count).trimmingSuffix { $0 == " " || $0 == "\u{A0}" || $0 == "\n" }
    guard let last = words.last else { return "" }
    return last == "…" || last == "." ? String(words) : "\(words)…"
  }

  /// Without the names of its sections and tags behind the sign of a cut.
  private static func withoutNames(_ text: String, _ tags: [String]) -> String {
    guard !tags.isEmpty, let place = cuts.compactMap({ text.range(of: $0, options: .backwards) }).first else {
      return text
    }
    var rest = text[place.upperBound...].lowercased()
    for tag in tags.sorted(by: { $0.count > $1.count }) {
      rest = rest.replacingOccurrences(of: tag.lowercased(), with: "")
    }
    return rest.allSatisfy(signs.contains) ? String(text[..<place.upperBound]) : text
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, isTrimmed(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
