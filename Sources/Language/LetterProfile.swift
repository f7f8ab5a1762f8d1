/// How often each letter occurs in a text, and what that says of its language.
struct LetterProfile {
  private var cyrillic = 0
  private var latin = 0
  private var others: [String: Int] = [:]
  /// From U+0400 on, lower case.
  private var counts = [Int](repeating: 0, count: 0x130)
  /// Capitals of the Cyrillic block by their small letters.
  private static let lower: [UInt16] = (0x400..<0x530).map { value in
    let scalar = Unicode.Scalar(UInt16(value))?.properties.lowercaseMapping.unicodeScalars.first
    return UInt16(truncatingIfNeeded: scalar?.value ?? UInt32(value)) &- 0x400
  }

  /// The first `limit` bytes of a text.
  init(_ text: UnsafeBufferPointer<UInt8>, limit: Int) {
    Self.lower.withUnsafeBufferPointer { lower in
      var index = 0
      let end = min(text.count, limit)
      while index < end {
        let byte = text[index]
        if byte < 0x80 {
          if byte.isASCIILetter { latin += 1 }
          index += 1
          continue
        }
        let (scalar, length) = UTF8Scalar.at(index, of: text)
        index += length
        guard let scalar else { continue }
        if scalar.isCyrillicLetter {
          cyrillic += 1
          counts[min(Int(lower[Int(scalar.value) - 0x400]), 0x12F)] += 1
        } else {
          add(rare: scalar)
        }
      }
    }
  }

  private mutating func add(rare scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0xDF...0x24F: latin += 1
    case 0x370...0x3FF: others["el", default: 0] += 1
    case 0x530...0x58F: others["hy", default: 0] += 1
    case 0x590...0x5FF: others["he", default: 0] += 1
    case 0x600...0x6FF: others["ar", default: 0] += 1
    case 0x10A0...0x10FF: others["ka", default: 0] += 1
    case 0xE00...0xE7F: others["th", default: 0] += 1
    // A few kana tell Japanese from Chinese.
    case 0x3040...0x30FF: others["ja", default: 0] += 4
    case 0x4E00...0x9FFF: others["zh", default: 0] += 1
    case 0xAC00...0xD7AF: others["ko", default: 0] += 1
    default: break
    }
  }

  private func count(_ letters: StaticString) -> Int {
    letters.withUTF8Buffer { bytes in
      var sum = 0
      var index = 0
      while index + 1 < bytes.count {
        let value = Int(bytes[index] & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)
        if 0x400..<0x530 ~= value { sum += counts[value - 0x400] }
        index += 2
      }
      return sum
    }
  }

  /// - Parameter words: the small words of the text, asked for only where letters leave a doubt.
  func language(words: () -> FunctionWordScores) -> String? {
    let other = others.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let letters = cyrillic + latin + others.values.reduce(0, +)
    guard letters >= 3 else { return nil }
    if let other, other.value * 2 > letters { return other.key }
    if cyrillic < latin { return words().bestLatin }
    return byOwnLetters() ?? byWords(words)
  }

  /// The language by letters that only it has; the letters of names and quotations are too few to count.
  private func byOwnLetters() -> String? {
    let threshold = max(1, cyrillic / 200)
    if count("ҙҫҡ") >= threshold { return "ba" }
    if count("қғұ") >= threshold {
      if count("ҳҷӣӯ") > count("әөүң") { return "tg" }
      return count("ўҳ") > count("әңөүһ") ? "uz-Cyrl" : "kk"
    }
    if count("җә") >= threshold { return count("і") > count("җ") ? "kk" : "tt" }
    if count("өүң") >= threshold {
      if count("і") >= threshold { return "kk" }
      return count("ң") == 0 ? "mn" : nil
    }
    if count("іїєґў") >= threshold {
      if count("ў") > count("їєґ") { return "be" }
      if count("їєґ") > 0 || count("и") >= count("ы") { return "uk" }
      return "be"
    }
    // Between consonants ъ is a vowel of Bulgarian; in Russian it is one letter in three thousand.
    if count("ъ") >= 2, count("ъ") * 200 >= cyrillic, count("ыэ") == 0 { return "bg" }
    if count("ћђ") >= threshold { return "sr" }
    if count("ѓќѕ") >= threshold { return "mk" }
    if count("јљњџ") >= threshold { return "sr" }
    // Enough text with letters that Bulgarian has not and without any of the others' own.
    return cyrillic >= 60 && count("ыэ") * 200 >= cyrillic && count("өүң") == 0 ? "ru" : nil
  }

  private func byWords(_ words: () -> FunctionWordScores) -> String? {
    let scores = words()
    if count("өүң") > 0 { return scores.count(of: "ky") > scores.count(of: "tt") ? "ky" : "tt" }
    let russian = scores.count(of: "ru")
    if let best = scores.best(among: ["bg", "uk", "be", "kk", "tt", "mk", "sr"]) {
      let isBulgarian = ["bg", "mk", "sr"].contains(best.language)
      let needed = count("ыэё") > 0 ? (isBulgarian ? Int.max : russian + 2) : russian + 1
      if best.count >= needed { return best.language }
    }
    return russian > 0 || count("ыэё") > 0 || cyrillic >= 6 ? "ru" : nil
  }
}
