/// How often each letter occurs in a text, and what that says of its language.
struct LetterProfile {
  private var cyrillic = 0
  private var latin = 0
  private var others: [String: Int] = [:]
  /// Words in Cyrillic, and those of them with a letter that Russian has not.
  private var words = 0
  private var ownWords = 0
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
      var word = (isOpen: false, isOwn: false)
      func endWord() {
        words += word.isOpen ? 1 : 0
        ownWords += word.isOwn ? 1 : 0
        word = (false, false)
      }
      while index < end {
        let byte = text[index]
        if byte < 0x80 {
          if byte.isASCIILetter { latin += 1 }
          // An apostrophe parts no word.
          if byte != 0x27 { endWord() }
          index += 1
          continue
        }
        let (scalar, length) = UTF8Scalar.at(index, of: text)
        index += length
        guard let scalar else { continue }
        if scalar.isCyrillicLetter {
          cyrillic += 1
          let letter = min(Int(lower[Int(scalar.value) - 0x400]), 0x12F)
          counts[letter] += 1
          word.isOpen = true
          // а to я, ё.
          word.isOwn = word.isOwn || !(0x30...0x4F ~= letter || letter == 0x51)
        } else {
          add(rare: scalar)
          if !scalar.isUnseen, scalar.value != 0x2019, scalar.value != 0x2BC { endWord() }
        }
      }
      endWord()
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

  /// A language, and whether it can be no other.
  struct Guess {
    var tag: String
    var isSure: Bool
  }

  /// One word in so many has a letter of its own in a text of a language that has such letters; fewer are names in a text
  /// of another one.
  private static let wordsForOneOwn = 6

  /// - Parameter words: the small words of the text, asked for only where letters leave a doubt.
  func language(words: () -> FunctionWordScores) -> Guess? {
    let other = others.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let letters = cyrillic + latin + others.values.reduce(0, +)
    guard letters >= 3 else { return nil }
    if let other, other.value * 2 > letters { return Guess(tag: other.key, isSure: true) }
    if cyrillic < latin { return words().bestLatin.map { Guess(tag: $0, isSure: true) } }
    return byOwnLetters().map { Guess(tag: $0, isSure: true) } ?? byWords(words)
  }

  private var hasOwnWords: Bool { ownWords > 0 && ownWords * Self.wordsForOneOwn >= words }

  /// Whether a language's alphabet has the text's letters: ы, э and ё are not in all of them.
  func canBe(_ language: String) -> Bool {
    switch language {
    case "uk", "bg", "mk", "sr": count("ыэё") == 0
    default: true
    }
  }

  /// The language by letters that only it has; the letters of names and quotations are too few to count.
  private func byOwnLetters() -> String? {
    if hasOwnWords { return byLettersOfNoOther() }
    // Between consonants ъ is a vowel of Bulgarian; in Russian it is one letter in three thousand.
    if count("ъ") >= 2, count("ъ") * 200 >= cyrillic, count("ыэ") == 0 { return "bg" }
    // Enough text with letters that Bulgarian has not and without any of the others' own.
    return cyrillic >= 60 && count("ыэ") * 200 >= cyrillic ? "ru" : nil
  }

  /// Letters of Turkic languages, one in so many words with a letter of its own, are more than a name.
  private static let wordsForOneTurkic = 3

  private func byLettersOfNoOther() -> String? {
    let threshold = max(1, cyrillic / 200)
    if count("әғқңөұүһҗҡҙҫҳӣӯҷ") * Self.wordsForOneTurkic >= ownWords, let tag = byTurkicLetters(threshold) {
      return tag
    }
    if count("іїєґў") >= threshold {
      if count("ў") > count("їєґ") { return "be" }
      if count("їєґ") > 0 || count("и") >= count("ы") { return "uk" }
      return "be"
    }
    if count("ћђ") >= threshold { return "sr" }
    if count("ѓќѕ") >= threshold { return "mk" }
    return count("јљњџ") >= threshold ? "sr" : nil
  }

  private func byTurkicLetters(_ threshold: Int) -> String? {
    if count("ҙҫҡ") >= threshold { return "ba" }
    if count("қғұ") >= threshold {
      if count("ҳҷӣӯ") > count("әөүң") { return "tg" }
      return count("ўҳ") > count("әңөүһ") ? "uz-Cyrl" : "kk"
    }
    if count("җә") >= threshold { return count("і") > count("җ") ? "kk" : "tt" }
    guard count("өүң") >= threshold else { return nil }
    if count("і") >= threshold { return "kk" }
    return count("ң") == 0 ? "mn" : nil
  }

  private func byWords(_ words: () -> FunctionWordScores) -> Guess? {
    let scores = words()
    if count("өүң") > 0, hasOwnWords {
      let best = scores.best(among: ["tt", "ky", "kk"])
      return Guess(tag: best?.language ?? "tt", isSure: best != nil)
    }
    let russian = scores.count(of: "ru")
    if let best = scores.best(among: ["bg", "uk", "be", "kk", "tt", "mk", "sr"]) {
      let isBulgarian = ["bg", "mk", "sr"].contains(best.language)
      let needed = count("ыэё") > 0 ? (isBulgarian ? Int.max : russian + 2) : russian + 1
      if best.count >= needed { return Guess(tag: best.language, isSure: best.count > 1) }
    }
    return russian > 0 || count("ыэё") > 0 || cyrillic >= 6 ? Guess(tag: "ru", isSure: russian > 0) : nil
  }
}
