import Language

/// The phrases by which sites announce what is no part of an article.
enum BodyPhrases {
  /// So many scalars of a text tell whether it is an invitation or furniture.
  static let opening = 120

  /// «Читайте также», «Read more»: a text that announces other articles, and holds little besides.
  ///
  /// - Parameters:
  ///   - text: folded, or the opening of it.
  ///   - bytes: how long the whole is.
  static func isInvitation(_ text: String, ofBytes bytes: Int) -> Bool {
    guard bytes < 600 else { return false }
    if text.utf8.count < longest, PageWords.headings.contains(ExactText(text)) { return true }
    if text.utf8.count < 60, framed.contains(where: { hold($0, text) }) { return true }
    let first = Substring(text.utf8.prefix { $0 != 0x20 })
    guard first.utf8.count < longest else { return false }
    return byFirstWord[ExactText(bare(first))]?.contains {
      text.beginsExactly(with: $0) && text.dropFirst($0.count).first?.isLetter != true
    } ?? false
  }

  /// «More great stories», «Mehr zu Fleischkonsum»: the words at both ends, anything between.
  private static func hold(_ frame: (begin: String, end: String), _ text: String) -> Bool {
    text.beginsExactly(with: frame.begin) && text.hasSuffix(frame.end)
  }

  /// The invitations that have a gap, «more … stories», as what stands before and behind it.
  private static let framed: [(begin: String, end: String)] = PageWords.all[.invitation].compactMap {
    phrase in
    guard let gap = phrase.firstIndex(of: "…") else { return nil }
    return (String(phrase[..<gap]), String(phrase[phrase.index(after: gap)...]))
  }

  private static func bare(_ word: Substring) -> Substring {
    var word = word
    while let last = word.unicodeScalars.last, !Folding.isPhrasePart(last) {
      word.unicodeScalars.removeLast()
    }
    return word
  }

  /// The invitations by their first word.
  private static let byFirstWord = Dictionary(
    grouping: PageWords.all[.invitation].filter { !$0.contains("…") },
    by: { ExactText(bare($0.split(separator: " ").first ?? "")) })

  /// A folded text that is nothing but a button's or a counter's words.
  static func isFurniture(_ text: String) -> Bool {
    text.utf8.count < longest && PageWords.buttons.contains(ExactText(text))
      || PageWords.counters.contains(where: text.beginsExactly)
  }

  /// The bytes of the longest heading, button and first word, and more: what is longer is none of them.
  private static let longest = 100
}
