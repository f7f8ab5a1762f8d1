/// The typographic rules of a language over the bytes of one paragraph: what each says of a break opportunity, as a
/// pure function of the tokens beside it.
///
/// Rules are numbered as in the house reference: 1–10, 12–15 and 17–20 are asked of spaces (`LanguageRules+Spaces`),
/// 11, 12, 16 and 17 inside tokens (`LanguageRules+Inside`). Rules 21–23 live in the layout itself.
struct LanguageRules {
  let reader: TokenReader
  let words: RuleWords
  let strength: LayoutOptions.RuleStrength

  /// The verdict on the spaces from `end` to `start`, between two tokens.
  func verdict(between end: Int, and start: Int) -> Verdict {
    if strength == .none { return .free }
    if strength == .full, isPlain(end, start) { return .free }
    return verdict(left: reader.token(endingAt: end), right: reader.token(startingAt: start))
  }

  /// Whether a space stands between five small Cyrillic letters or more and four or more: no rule objects there.
  @inline(__always)
  private func isPlain(_ end: Int, _ start: Int) -> Bool {
    let bytes = reader.bytes
    guard end &- reader.low >= 10, reader.high &- start >= 8 else { return false }
    // Only U+0430–U+045F at the end: D0 B0 … D0 BF, D1 80 … D1 9F.
    let last = UInt16(bytes[end &- 2]) &<< 8 | UInt16(bytes[end &- 1])
    guard last &- 0xD0B0 < 0x10 || last &- 0xD180 < 0x20 else { return false }
    guard bytes[end &- 4] & 0xFE == 0xD0, bytes[end &- 6] & 0xFE == 0xD0, bytes[end &- 8] & 0xFE == 0xD0,
      bytes[end &- 10] & 0xFE == 0xD0
    else { return false }
    return bytes[start] & 0xFE == 0xD0 && bytes[start &+ 2] & 0xFE == 0xD0 && bytes[start &+ 4] & 0xFE == 0xD0
      && bytes[start &+ 6] & 0xFE == 0xD0
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

  /// Signs before a number: № § $ € £ ¥ ₽ ₸ ₴.
  static func isNumberSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2116, 0xA7, 0x24, 0x20AC, 0xA3, 0xA5, 0x20BD, 0x20B8, 0x20B4: true
    default: false
    }
  }

  /// Signs behind a number: % ‰ ° and the currencies.
  static func isUnitSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x25, 0x2030, 0xB0, 0x24, 0x20AC, 0xA3, 0xA5, 0x20BD, 0x20B8, 0x20B4: true
    default: false
    }
  }
}
