import Foundation

/// Text as search sees it: what people do not type, or type in two ways, is made one.
///
/// Case, ё and е, accents and stress marks of Latin and Cyrillic letters, typographic apostrophes and hyphens; й, ї, ў
/// and the other letters of their own stay. A Latin letter inside a Cyrillic word becomes the Cyrillic one it looks
/// like (`сall` typed with a Cyrillic с stays mixed only where no look-alike exists).
package enum Folding {
  /// The folded text, in NFC.
  package static func fold(_ text: some StringProtocol) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var word: [Unicode.Scalar] = []
    var kinds = ScriptMix()
    func flush() {
      guard !word.isEmpty else { return }
      for scalar in kinds.isMixed ? Homoglyphs.unified(word, kinds) : word {
        result.unicodeScalars.append(scalar)
      }
      word.removeAll(keepingCapacity: true)
      kinds = ScriptMix()
    }
    for scalar in composed(text).unicodeScalars {
      LetterFolding.append(scalar) { folded in
        if folded.isWordPart {
          kinds.add(folded)
          word.append(folded)
        } else {
          flush()
          result.unicodeScalars.append(folded)
        }
      }
    }
    flush()
    return result
  }

  /// The text with every mark joined to its letter where one character exists for both.
  static func composed(_ text: some StringProtocol) -> String {
    // Marks that follow a letter begin with these two bytes.
    let hasMarks = text.utf8.contains { $0 == 0xCC || $0 == 0xCD }
    return hasMarks ? text.precomposedStringWithCanonicalMapping : String(text)
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
  /// The word in the alphabet most of its letters are of, as far as every other letter has a look-alike there;
  /// otherwise in Cyrillic as far as it goes.
  static func unified(_ word: [Unicode.Scalar], _ mix: ScriptMix) -> [Unicode.Scalar] {
    if mix.latin > mix.cyrillic {
      let latin = word.map { $0.isCyrillicLetter ? toLatin[$0] : $0 }
      if !latin.contains(nil) { return latin.compactMap(\.self) }
    }
    return word.map { toCyrillic[$0] ?? $0 }
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

  /// A letter, a digit or a mark upon a letter.
  var isWordPart: Bool {
    if value < 0x80 { return isLatinLetter || 0x30...0x39 ~= value }
    if isCyrillicLetter { return true }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark, .letterNumber:
      return true
    default: return false
    }
  }
}
