import Language

/// Words that are names by the look of them: capitalised where no sentence begins.
enum ProperNames {
  /// The stems of the names in a text.
  static func stems(in text: String, language: String?) -> Set<String> {
    let bytes = Array(text.utf8)
    var result: Set<String> = []
    var capitalised: [String] = []
    var plain: Set<String> = []
    for token in SearchTerms.tokens(of: text, language: language) {
      guard token.stem.unicodeScalars.count > 2, let first = scalar(bytes, at: token.range.lowerBound) else {
        continue
      }
      if first.properties.isUppercase {
        if !beginsSentence(bytes, token.range.lowerBound) { capitalised.append(token.stem) }
      } else if first.properties.isLowercase {
        plain.insert(token.stem)
      }
    }
    // A word that also stands in small letters is no name: a title in capitals, an office, a month.
    for stem in capitalised where !plain.contains(stem) { result.insert(stem) }
    return result
  }

  private static func scalar(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    String(decoding: bytes[index..<min(bytes.count, index + 4)], as: UTF8.self).unicodeScalars.first
  }

  /// Whether the last thing before a word, spaces, quotes and brackets aside, ends a sentence or a line. A single
  /// capital before a full stop is an initial and ends none.
  private static func beginsSentence(_ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start - 1
    while index >= 0 {
      switch bytes[index] {
      case 0x20, 0x22, 0x27, 0x28: index -= 1
      // Continuation and lead bytes of « “ „ no-break space and the dashes.
      case 0xAB, 0xC2, 0xA0: index -= 1
      case 0x9C, 0x9E, 0x80, 0xE2, 0x94, 0x93: index -= 1
      case 0x2E: return !endsInitial(bytes, index)
      case 0x21, 0x3F, 0x3A, 0x0A: return true
      default: return false
      }
    }
    return true
  }

  private static func endsInitial(_ bytes: [UInt8], _ stop: Int) -> Bool {
    guard stop >= 2, bytes[stop - 2] == 0xD0 && (0x90...0xAF).contains(bytes[stop - 1]) else { return false }
    return stop == 2 || bytes[stop - 3] <= 0x2E || bytes[stop - 3] == 0xA0
  }
}
