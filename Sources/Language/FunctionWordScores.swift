/// How many words of a text are small words of each language.
struct FunctionWordScores {
  private var counts: [String: Int] = [:]
  private var words = 0

  /// The words of the first `limit` bytes of a text.
  init(_ text: String, limit: Int) {
    var word = String.UnicodeScalarView()
    var length = 0
    var bytes = 0
    for scalar in text.unicodeScalars {
      bytes += UTF8.width(scalar)
      if scalar.isWordPart, !(0x30...0x39 ~= scalar.value) {
        // Longer words are no small ones.
        if length < 16 {
          word.append(scalar)
          length += 1
        }
      } else if !word.isEmpty {
        add(String(word))
        word = String.UnicodeScalarView()
        length = 0
        guard bytes < limit else { return }
      }
    }
    if !word.isEmpty { add(String(word)) }
  }

  private mutating func add(_ word: String) {
    words += 1
    for language in Self.languages[word.lowercased()] ?? [] { counts[language, default: 0] += 1 }
  }

  func count(of language: String) -> Int { counts[language] ?? 0 }

  /// The language with the most of them; the first of the list among equals.
  func best(among languages: [String]) -> (language: String, count: Int)? {
    languages.map { ($0, count(of: $0)) }.reduce(nil) { best, next in
      guard next.1 > 0 else { return best }
      return next.1 > (best?.count ?? 0) ? next : best
    }
  }

  /// The Latin-script language, if a twentieth of the words are its small words.
  var bestLatin: String? {
    let languages = ["en", "de", "fr", "es", "it", "pt", "pl", "cs", "tr", "uz", "kk-Latn"]
    guard let best = best(among: languages), best.count * 20 >= words else { return nil }
    return best.language
  }

  private static let languages: [String: [String]] = {
    var result: [String: [String]] = [:]
    for (language, words) in FunctionWords.byLanguage {
      for word in Set(words.split(separator: " ")) { result[String(word), default: []].append(language) }
    }
    return result
  }()
}
