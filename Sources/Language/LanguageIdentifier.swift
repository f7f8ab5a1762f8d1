/// Which language a text is in, by letters that only some have and by its small words.
package enum LanguageIdentifier {
  /// How much of a text is looked at.
  static let sampleBytes = 4096

  /// - Returns: a BCP 47 tag (`ru`, `kk`, `tt`, `uk`, `be`, `bg`, `en`…), `nil` when the text is too short or unlike
  ///   any language that is known here.
  package static func identify(_ text: some StringProtocol) -> String? {
    var profile = LetterProfile()
    var words: [String] = []
    var word = ""
    var bytes = 0
    for scalar in text.unicodeScalars {
      bytes += 1
      guard bytes <= sampleBytes else { break }
      if scalar.isWordPart, !(0x30...0x39 ~= scalar.value) {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          profile.add(lower)
          if word.utf8.count < 64 { word.unicodeScalars.append(lower) }
        }
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return profile.language(words: words)
  }
}

/// How often each letter occurs, and what that says.
private struct LetterProfile {
  private var cyrillic = 0
  private var latin = 0
  private var others: [String: Int] = [:]
  private var counts: [Unicode.Scalar: Int] = [:]

  mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isCyrillicLetter {
      cyrillic += 1
      counts[scalar, default: 0] += 1
      return
    }
    switch scalar.value {
    case 0x61...0x7A, 0xDF...0x24F: latin += 1
    case 0x370...0x3FF: others["el", default: 0] += 1
    case 0x530...0x58F: others["hy", default: 0] += 1
    case 0x590...0x5FF: others["he", default: 0] += 1
    case 0x600...0x6FF: others["ar", default: 0] += 1
    case 0x10A0...0x10FF: others["ka", default: 0] += 1
    case 0xE00...0xE7F: others["th", default: 0] += 1
    case 0x3040...0x30FF: others["ja", default: 0] += 4
    case 0x4E00...0x9FFF: others["zh", default: 0] += 1
    case 0xAC00...0xD7AF: others["ko", default: 0] += 1
    default: break
    }
  }

  private func count(_ letters: String) -> Int {
    letters.unicodeScalars.reduce(0) { $0 + (counts[$1] ?? 0) }
  }

  func language(words: [String]) -> String? {
    let other = others.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let letters = cyrillic + latin + others.values.reduce(0, +)
    guard letters >= 3 else { return nil }
    if let other, other.value * 2 > letters { return other.key }
    return cyrillic >= latin ? cyrillicLanguage(words) : latinLanguage(words)
  }

  private func cyrillicLanguage(_ words: [String]) -> String? {
    // Letters of one language or two: a few per cent of them settle it.
    let threshold = max(1, cyrillic / 200)
    let kazakh = count("әғқңөұүһі")
    if count("қғұ") >= threshold, kazakh >= threshold {
      return count("ҳҷӣӯ") > count("әөүң") ? "tg" : count("ўҳ") > count("әңөүһ") ? "uz-Cyrl" : "kk"
    }
    if count("ҙҫ") >= threshold { return "ba" }
    if count("җ") + count("ә") >= threshold, count("қғұ") == 0 { return "tt" }
    if count("өүң") >= threshold {
      if count("ы") == 0 || count("ң") == 0 { return count("ң") > 0 ? "ky" : "mn" }
      return count("ә") > 0 ? "tt" : "ky"
    }
    if count("ўґ") > 0 || count("іїє") >= threshold {
      if count("ў") >= threshold, count("ї") + count("є") + count("ґ") <= count("ў") { return "be" }
      if count("їєґ") > 0 || count("и") >= count("ы") { return "uk" }
      return count("ы") > 0 ? "be" : "uk"
    }
    if count("ѓќѕ") >= threshold { return "mk" }
    if count("ћђ") >= threshold { return "sr" }
    if count("јљњџ") >= threshold { return count("ћђ") > 0 ? "sr" : "mk" }
    let scores = FunctionWordScores(words, among: ["ru", "bg", "uk", "be", "kk", "tt"])
    if count("ыэё") > 0 {
      if let best = scores.best, best.language != "bg", best.count > scores.count(of: "ru") + 1 {
        return best.language
      }
      return "ru"
    }
    if let best = scores.best, best.count > scores.count(of: "ru") { return best.language }
    if scores.count(of: "ru") > 0 { return "ru" }
    return cyrillic >= 6 ? "ru" : nil
  }

  private func latinLanguage(_ words: [String]) -> String? {
    let scores = FunctionWordScores(
      words, among: ["en", "de", "fr", "es", "it", "pt", "pl", "cs", "tr", "uz", "kk-latn"])
    guard let best = scores.best, best.count >= 1, best.count * 20 >= words.count else { return nil }
    return best.language == "kk-latn" ? "kk-Latn" : best.language
  }
}

/// How many of some words are small words of each language.
private struct FunctionWordScores {
  private var counts: [String: Int] = [:]

  init(_ words: [String], among languages: [String]) {
    for word in words {
      for language in Self.languages[word] ?? [] where languages.contains(language) {
        counts[language, default: 0] += 1
      }
    }
  }

  func count(of language: String) -> Int { counts[language] ?? 0 }

  /// The language with the most; the first of the alphabet among equals.
  var best: (language: String, count: Int)? {
    counts.min { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  private static let languages: [String: [String]] = {
    var result: [String: [String]] = [:]
    for (language, words) in FunctionWords.byLanguage {
      for word in Set(words.split(separator: " ")) { result[String(word), default: []].append(language) }
    }
    return result
  }()
}
