/// Text as search sees it: what people do not type, or type in two ways, is made one.
///
/// Case, ё and е, accents and stress marks of Latin and Cyrillic letters, typographic apostrophes and
/// hyphens; й, ї, ў and the other letters of their own stay. A Latin letter inside a Cyrillic word becomes
/// the Cyrillic one it looks like (`сall` typed with a Cyrillic с stays mixed only where no look-alike
/// exists).
package enum Folding {
  /// The folded text, composed.
  package static func fold(_ text: some StringProtocol) -> String {
    var source = String(text)
    return source.withUTF8 { fold($0) }
  }

  static func fold(_ text: UnsafeBufferPointer<UInt8>) -> String {
    var result = FoldBuffer()
    result.reserve(text.count + 16)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte.isASCIIWordByte { result.appendASCII(byte) } else { result.appendASCIISeparator(byte) }
        index += 1
        continue
      }
      if index + 1 < text.count, result.appendRussian(byte, text[index + 1]) {
        index += 2
        continue
      }
      let (scalar, length) = UTF8Scalar.at(index, of: text)
      if let scalar {
        if scalar.isWordPart || scalar.isUnseen {
          result.appendRare(scalar)
        } else {
          result.appendSeparator(scalar)
        }
      }
      index += length
    }
    result.endWord()
    return String(decoding: result.bytes, as: UTF8.self)
  }
}

/// Which alphabets a word is written in.
struct ScriptMix {
  var latin = 0
  var cyrillic = 0

  var isMixed: Bool { latin > 0 && cyrillic > 0 }

  mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isLatinLetter {
      latin += 1
    } else if scalar.isCyrillicLetter {
      cyrillic += 1
    }
  }
}

/// Letters of two alphabets that look alike.
enum Homoglyphs {
  /// The word in Cyrillic where all its Latin letters have a look-alike there, else in Latin where all
  /// Cyrillic ones have, else in Cyrillic as far as it goes.
  static func unified(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let cyrillic = word.map { toCyrillic[$0] ?? $0 }
    guard cyrillic.contains(where: \.isLatinLetter) else { return cyrillic }
    let latin = word.map { toLatin[$0] ?? $0 }
    return latin.contains(where: \.isCyrillicLetter) ? cyrillic : latin
  }

  /// Folded Latin letters as Cyrillic ones.
  static let toCyrillic: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "i": "і", "j": "ј", "k": "к", "m": "м", "o": "о",
    "p": "р", "s": "ѕ", "t": "т", "x": "х", "y": "у",
  ]

  /// Folded Cyrillic letters as Latin ones.
  static let toLatin: [Unicode.Scalar: Unicode.Scalar] = [
    "а": "a", "в": "b", "с": "c", "е": "e", "н": "h", "і": "i", "ј": "j", "к": "k", "м": "m", "о": "o",
    "р": "p", "ѕ": "s", "т": "t", "х": "x", "у": "y",
  ]
}

extension Unicode.Scalar {
  /// A–Z and a–z.
  var isLatinLetter: Bool { 0x61...0x7A ~= value | 0x20 && value < 0x80 }

  /// The Cyrillic block but for its signs and combining marks.
  var isCyrillicLetter: Bool { 0x400...0x481 ~= value || 0x48A...0x52F ~= value }

  /// A stress mark, a soft hyphen or another character that joins or parts letters unseen: search knows none.
  var isUnseen: Bool {
    switch value {
    case 0x300...0x36F, 0x483...0x487, 0xAD, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }

  /// A letter, a digit or a mark upon a letter.
  var isWordPart: Bool {
    if value < 0x80 { return isLatinLetter || 0x30...0x39 ~= value }
    if isCyrillicLetter { return true }
    // Punctuation of news texts, before the table is asked.
    if 0x2000...0x206F ~= value || value < 0xAA || 0xAB...0xB4 ~= value || value == 0xBB { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark, .letterNumber:
      return true
    default: return false
    }
  }
}
