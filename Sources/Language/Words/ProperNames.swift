/// Words that are names by the look of them: of people, places, firms.
package enum ProperNames {
  /// The stems of a text's words that are names for sure, because they stand capitalised where no sentence begins,
  /// and of all that might be: those that stand in capitals wherever they stand.
  ///
  /// A word that also stands in small letters is neither: a title in capitals, an office, a month.
  package static func stems(
    in text: String, language: String? = nil
  ) -> (sure: Set<String>, possible: Set<String>) {
    var text = text
    return text.withUTF8 { bytes in
      var sure: Set<String> = []
      var possible: Set<String> = []
      var plain: Set<String> = []
      SearchTokenizer(language: language).forEachToken(in: bytes) { range, stem in
        guard stem.count > 4, let first = UTF8Scalar.at(range.lowerBound, of: bytes).0 else { return true }
        let isUppercase = first.properties.isUppercase
        guard isUppercase || first.properties.isLowercase else { return true }
        let stem = String(decoding: stem, as: UTF8.self)
        if isUppercase {
          possible.insert(stem)
          if !beginsSentence(bytes, range.lowerBound) { sure.insert(stem) }
        } else {
          plain.insert(stem)
        }
        return true
      }
      return (sure.subtracting(plain), possible.subtracting(plain))
    }
  }

  /// Whether the last thing before a word, spaces, quotes, dashes and brackets aside, ends a sentence or a line. A
  /// single capital before a full stop is an initial and ends none.
  private static func beginsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var index = start - 1
    while index >= 0 {
      switch bytes[index] {
      case 0x20, 0x22, 0x27, 0x28: index -= 1
      // The bytes of « “ „, of the no-break space and of dashes.
      case 0xAB, 0xC2, 0xA0, 0x9C, 0x9E, 0x80, 0xE2, 0x94, 0x93: index -= 1
      case 0x2E: return !endsInitial(bytes, index)
      case 0x21, 0x3F, 0x3A, 0x0A: return true
      default: return false
      }
    }
    return true
  }

  private static func endsInitial(_ bytes: UnsafeBufferPointer<UInt8>, _ stop: Int) -> Bool {
    guard stop >= 2, bytes[stop - 2] == 0xD0, (0x90...0xAF).contains(bytes[stop - 1]) else { return false }
    return stop == 2 || bytes[stop - 3] <= 0x2E || bytes[stop - 3] == 0xA0
  }
}
