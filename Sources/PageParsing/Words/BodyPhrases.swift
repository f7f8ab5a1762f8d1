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

  /// «Комментарии (4)»: a heading over what readers say.
  static func headsComments(_ text: String) -> Bool {
    guard mayHeadComments(text) else { return false }
    let label = Folding.label(text, limit: 80)
    guard label.utf8.count < 160 else { return false }
    let words = label.split { !$0.isLetter && $0 != "'" && $0 != "’" }
    guard !words.isEmpty else { return false }
    let plain = words.joined(separator: " ")
    if words.count < 6, PageWords.comments.contains(ExactText(plain)) { return true }
    // «2 комментария к записи „…“».
    return PageWords.commentsTo.contains { plain.beginsExactly(with: $0) }
  }

  /// Whether a text's first word is that of one of the phrases, counters before it left out.
  private static func mayHeadComments(_ text: String) -> Bool {
    let isLetter = { (byte: UInt8) in byte >= 0x80 || byte | 0x20 &- 0x61 < 26 || byte == 0x27 }
    let bytes = text.utf8.drop { !isLetter($0) || $0 == 0xC2 || $0 == 0xAB || $0 == 0xA0 }
    let word = bytes.prefix(while: isLetter)
    guard word.count < longest, !word.contains(where: { $0 == 0xE2 }) else { return true }
    return commentWords.contains(ExactText(Folding.label(String(Substring(word)), limit: 60)))
  }

  /// The first words of what stands over comments.
  private static let commentWords = Set(
    PageWords.all[.comments].map { phrase in
      ExactText(phrase.prefix { $0.isLetter || $0 == "'" })
    })

  /// «Войдите, и откроются остальные статьи»: a text that speaks to its reader about the site: both a word of address and
  /// one of what sites want, or two of the latter.
  static func isAppeal(_ text: String) -> Bool {
    let words = Folding.label(text, limit: 400).split { !$0.isLetter && $0 != "-" }
    var address = 0
    var matter = 0
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      if holds(PageWords.matters, word, next) {
        matter += 1
      } else if holds(PageWords.addresses, word, next) {
        address += 1
      }
    }
    return matter > 1 || matter == 1 && address > 0
  }

  /// Whether a word, or it and the next, begins as one of some phrases. A phrase that ends in `-` is a beginning; another
  /// is the whole word.
  private static func holds(_ phrases: [Substring: [Substring]], _ word: Substring, _ next: Substring) -> Bool
  {
    guard let candidates = phrases[word.prefix(3)] else { return false }
    return candidates.contains { phrase in
      if phrase.last == "-" { return word.hasPrefix(phrase.dropLast()) }
      if let space = phrase.firstIndex(of: " ") {
        return word == phrase[..<space] && next == phrase[phrase.index(after: space)...]
      }
      return word == phrase
    }
  }

  /// A note behind a text on how it was made: «Reporting by», «© 2026».
  static func isClosing(_ label: String) -> Bool {
    if label.utf8.count < 200, PageWords.closingEnds.contains(where: label.hasSuffix) { return true }
    let first = Substring(label.utf8.prefix { $0 != 0x20 })
    return PageWords.closings[ExactText(bare(first))]?.contains {
      label.beginsExactly(with: $0) && label.dropFirst($0.count).first?.isLetter != true
    } ?? false
  }

  /// A folded text that is nothing but a button's or a counter's words.
  static func isFurniture(_ text: String) -> Bool {
    text.utf8.count < longest && PageWords.buttons.contains(ExactText(text))
      || PageWords.counters.contains(where: text.beginsExactly)
  }

  /// The bytes of the longest heading, button and first word, and more: what is longer is none of them.
  private static let longest = 100
}
