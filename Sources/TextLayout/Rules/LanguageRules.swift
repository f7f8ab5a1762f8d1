/// The typographic rules of a language over the bytes of one paragraph: what each says of a break opportunity, as a
/// pure function of the tokens beside it.
///
/// Rules are numbered as in the house reference: 1–10, 12–15 and 17–20 are asked of spaces (`LanguageRules+Spaces`),
/// 11, 12, 16 and 17 inside tokens (`LanguageRules+Inside`). Rules 21–23 live in the layout itself.
///
/// A class, though a value by nature: it is asked once a line at least, and a value of this size would be copied for
/// every question.
final class LanguageRules {
  private(set) var reader: TokenReader
  let words: RuleWords
  let strength: LayoutOptions.RuleStrength
  /// Whether ordinary words may be judged without cutting tokens; the verdicts are the same.
  private let allowsShortWay: Bool
  private let shortWords: ShortWords

  init(reader: TokenReader, words: RuleWords, strength: LayoutOptions.RuleStrength, allowsFastPath: Bool) {
    self.reader = reader
    self.words = words
    self.strength = strength
    allowsShortWay = allowsFastPath && strength == .full
    shortWords = ShortWords(words)
  }

  deinit { shortWords.deallocate() }

  /// Turns to another paragraph of the same text.
  func turn(low: Int, high: Int) {
    reader.low = low
    reader.high = high
  }

  /// The verdict on the spaces from `end` to `start`, between two tokens.
  @inline(__always)
  func verdict(between end: Int, and start: Int) -> Verdict {
    if strength == .none { return .free }
    if allowsShortWay, let verdict = plainVerdict(end, start) { return verdict }
    return fullVerdict(end, start)
  }

  @inline(never)
  private func fullVerdict(_ end: Int, _ start: Int) -> Verdict {
    verdict(left: reader.token(endingAt: end), right: reader.token(startingAt: start))
  }

  /// The verdict between two ordinary Cyrillic words, which most are, before a number, and before a dash: only short
  /// words and particles have rules there. Nil where more must be looked at.
  @inline(__always)
  private func plainVerdict(_ end: Int, _ start: Int) -> Verdict? {
    let bytes = reader.bytes
    guard end &- reader.low >= 18, reader.high &- start >= 10 else { return nil }
    if bytes[start] == 0xE2, bytes[start &+ 1] == 0x80, bytes[start &+ 2] == 0x94, bytes[start &+ 3] == 0x20 {
      return Verdict(.hard, rule: 12)
    }
    let word = bytes[start] == 0xC2 && bytes[start &+ 1] == 0xAB ? start &+ 2 : start
    let right = SimpleText.word(bytes, at: word)
    let letters = ShortWords.count(startingAt: right)
    if letters > 0 {
      guard let left = leftUse(bytes, end),
        letters == 4 || word == start && isPlainShort(bytes, start, right, letters)
      else { return nil }
      return verdict(of: left, end)
    }
    // Behind a mark there has to be a letter: other signs may belong to a telephone number.
    guard isPlainNumber(bytes, start), bytes[end &- 1] >= 0x80 || bytes[end &- 3] & 0xFE == 0xD0,
      let left = leftUse(bytes, end)
    else { return nil }
    return verdict(of: left, end)
  }

  /// The verdict behind a word by its use, where what follows has none.
  @inline(__always)
  private func verdict(of left: WordUse, _ end: Int) -> Verdict? {
    if left.isEmpty { return .free }
    // Units and multipliers have rules with what stands before them.
    guard left.isDisjoint(with: [.unit, .multiplier]) else { return nil }
    if left.contains(.oneLetter) { return Verdict(.hard, rule: 1) }
    if left.contains(.negation) { return Verdict(.hard, rule: 2) }
    return Verdict(.weak, rule: reader.bytes[end &- 3] == 0x20 ? 1 : 2)
  }

  /// What the rules make of the word that ends at an offset: nothing of one of five letters or more, of one with a
  /// comma or another mark that closes, of one with a stop that is no abbreviation, of a dash. Nil when it is no plain
  /// word.
  @inline(__always)
  private func leftUse(_ bytes: UTF8Bytes, _ end: Int) -> WordUse? {
    let word = SimpleText.word(bytes, at: end &- 8)
    let letters = ShortWords.count(endingAt: word)
    guard letters > 0 else { return markUse(bytes, end) }
    let isSmall = isSmall(bytes[end &- 2], bytes[end &- 1])
    if letters == 4, bytes[end &- 10] & 0xFE == 0xD0 { return isSmall ? [] : nil }
    guard bytes[end &- letters &* 2 &- 1] == 0x20 else { return nil }
    let use = shortWords.uses(of: word &>> UInt64(64 &- letters &* 16)).intersection(
      [.oneLetter, .negation, .weakPreposition, .unit, .multiplier])
    // A capital at the end may be an initial or an acronym.
    return isSmall || letters == 1 && use.contains(.oneLetter) ? use : nil
  }

  /// The same of what ends with a mark.
  @inline(__always)
  private func markUse(_ bytes: UTF8Bytes, _ end: Int) -> WordUse? {
    switch bytes[end &- 1] {
    case 0x2C, 0x3B, 0x3A, 0x21, 0x3F: return bytes[end &- 2] & 0xC0 == 0x80 ? [] : nil
    case 0x2E: return isPlainStop(bytes, end &- 1) ? [] : nil
    case 0xBB: return bytes[end &- 2] == 0xC2 && bytes[end &- 3] & 0xC0 == 0x80 ? [] : nil
    case 0x94:
      return bytes[end &- 2] == 0x80 && bytes[end &- 3] == 0xE2 && bytes[end &- 4] == 0x20 ? [] : nil
    default: return nil
    }
  }

  /// Whether the stop at an offset ends a word of small letters that is no abbreviation: one of seven letters or more,
  /// or one the rules do not know.
  @inline(__always)
  private func isPlainStop(_ bytes: UTF8Bytes, _ end: Int) -> Bool {
    let word = SimpleText.word(bytes, at: end &- 8)
    let last = ShortWords.count(endingAt: word)
    let letters = last < 4 ? last : 4 &+ ShortWords.count(endingAt: SimpleText.word(bytes, at: end &- 16))
    if letters > 6 { return true }
    let start = end &- letters &* 2
    guard letters > 1, bytes[start &- 1] == 0x20, isSmall(bytes[start], bytes[start &+ 1]),
      isSmall(bytes[end &- 2], bytes[end &- 1])
    else { return false }
    let uses =
      letters < 5
      ? shortWords.uses(of: word &>> UInt64(64 &- letters &* 16)) : words.uses(of: key(bytes, start, end))
    return uses.isEmpty
  }

  /// Whether a number begins here that is not the paragraph's last word.
  @inline(__always)
  private func isPlainNumber(_ bytes: UTF8Bytes, _ start: Int) -> Bool {
    guard bytes[start] &- 0x30 < 10 else { return false }
    var end = start &+ 1
    while end < start &+ 9, bytes[end] != 0x20 { end &+= 1 }
    return bytes[end] == 0x20
  }

  /// Whether a word of up to three letters is no particle and no unit, and not the paragraph's last.
  @inline(__always)
  private func isPlainShort(_ bytes: UTF8Bytes, _ start: Int, _ word: UInt64, _ letters: Int) -> Bool {
    let end = start &+ letters &* 2
    guard bytes[end] == 0x20 || bytes[end] == 0x2C && bytes[end &+ 1] == 0x20 else { return false }
    let uses = shortWords.uses(of: word & (1 &<< UInt64(letters &* 16) &- 1))
    return uses.isDisjoint(with: [.particle, .weakParticle, .unit, .multiplier])
  }

  /// U+0430–U+045F: D0 B0 … D0 BF, D1 80 … D1 9F.
  @inline(__always)
  private func isSmall(_ lead: UInt8, _ trail: UInt8) -> Bool {
    lead == 0xD0 ? trail >= 0xB0 : trail < 0xA0
  }

  /// The key of a word of two-byte letters.
  @inline(__always)
  private func key(_ bytes: UTF8Bytes, _ start: Int, _ end: Int) -> UInt64 {
    var key = RuleWords.emptyKey
    var offset = start
    while offset < end {
      let letter = UInt32(bytes[offset] & 0x1F) &<< 6 | UInt32(bytes[offset &+ 1] & 0x3F)
      key = RuleWords.extend(key, by: LetterCase.lower(letter))
      offset &+= 2
    }
    return key
  }
}

/// Marks the rules name.
enum Marks {
  static func isDash(_ scalar: UInt32) -> Bool {
    scalar == 0x2014 || scalar == 0x2013 || scalar == 0x2015 || scalar == 0x2D || scalar == 0x2212
      || scalar == 0x2012
  }

  /// Marks that close wherever they stand.
  static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x29, 0x5D, 0x7D, 0xBB, 0x203A, 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F: true
    default: false
    }
  }

  /// Marks that close when no letter follows: quotation marks of either side, the ellipsis.
  static func isClosingAlone(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x201C, 0x201D, 0x2018, 0x2019, 0x2026: true
    default: false
    }
  }

  static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x5B, 0x7B, 0xAB, 0x201E, 0x201A, 0x2039: true
    default: false
    }
  }

  static func isQuote(_ scalar: UInt32) -> Bool {
    scalar == 0xAB || scalar == 0x201E || scalar == 0x201C || scalar == 0x22
  }

  /// Signs before a number: № § ± × ≈ ≤ ≥ $ € £ ¥ ₽ ₸ ₴.
  static func isNumberSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2116, 0xA7, 0xB1, 0xD7, 0x2248, 0x2264, 0x2265, 0x24, 0x20AC, 0xA3, 0xA5, 0x20BD, 0x20B8, 0x20B4:
      true
    default: false
    }
  }

  /// Signs behind a number: % ‰ ° × and the currencies.
  static func isUnitSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x25, 0xD7, 0x2030, 0xB0, 0x24, 0x20AC, 0xA3, 0xA5, 0x20BD, 0x20B8, 0x20B4: true
    default: false
    }
  }
}
