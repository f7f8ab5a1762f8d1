/// The forms of a Kazakh or Tatar noun, by the harmony of its vowels and the voice of its last letter.
struct TurkicNoun {
  enum Language: String {
    case kazakh = "kk"
    case tatar = "tt"
  }

  private let language: Language
  private let isFront: Bool
  let word: String
  /// Before a vowel: мектеп, мектеб-і.
  private let softened: String

  /// - Parameter line: the word, and behind a stroke what it is before a vowel.
  init(_ line: Substring, _ language: Language) {
    let parts = line.split(separator: "/").map { $0.lowercased() }
    self.language = language
    word = parts[0]
    softened = parts.count > 1 ? parts[1] : parts[0]
    let telling = word.last { "аоұыуяёәөүіеэи".contains($0) && (language == .tatar || $0 != "у") }
    isFront = telling.map { (language == .kazakh ? "әөүіеэи" : "әөүеэи").contains($0) } ?? false
  }

  /// All of them but the dictionary's.
  var forms: [String] {
    let many = plural(word)
    return cases(word).dropFirst() + cases(many)
      + ownedCases(many + pick("ы", language == .kazakh ? "і" : "е"))
      + ownedCases(owned)
  }

  private func pick(_ back: String, _ front: String) -> String { isFront ? front : back }

  private func last(_ word: String, isIn letters: String) -> Bool { word.last.map(letters.contains) ?? false }
  private func isVoiceless(_ word: String) -> Bool {
    if last(word, isIn: "ь") { return isVoiceless(String(word.dropLast())) }
    return last(word, isIn: language == .kazakh ? "пфкқтсшщхцчбвгд" : "пфктсшщхцчһ")
  }
  private func isNasal(_ word: String) -> Bool { last(word, isIn: "мнң") }
  private func isVowel(_ word: String) -> Bool { last(word, isIn: "аәеоөүұыіияэ") }

  private func plural(_ word: String) -> String {
    switch language {
    case .tatar: word + (isNasal(word) ? pick("нар", "нәр") : pick("лар", "ләр"))
    case .kazakh:
      word
        + (isVowel(word) || last(word, isIn: "рйу")
          ? pick("лар", "лер") : last(word, isIn: "лмнңзж") ? pick("дар", "дер") : pick("тар", "тер"))
    }
  }

  private var owned: String {
    switch language {
    case .kazakh: isVowel(word) ? word + pick("сы", "сі") : softened + pick("ы", "і")
    case .tatar:
      if last(word, isIn: "аәоыеэя") {
        word + pick("сы", "се")
      } else if last(word, isIn: "и") {
        word + "е"
      } else if last(softened, isIn: "йь") {
        softened.dropLast() + "е"
      } else {
        softened + pick("ы", "е")
      }
    }
  }

  private func cases(_ word: String) -> [String] {
    let endings: [String]
    switch language {
    case .kazakh:
      let (vowel, nasal, voiceless) = (isVowel(word), isNasal(word), isVoiceless(word))
      endings = [
        vowel || nasal ? pick("ның", "нің") : voiceless ? pick("тың", "тің") : pick("дың", "дің"),
        voiceless ? pick("қа", "ке") : pick("ға", "ге"),
        vowel ? pick("ны", "ні") : voiceless ? pick("ты", "ті") : pick("ды", "ді"),
        voiceless ? pick("та", "те") : pick("да", "де"),
        voiceless ? pick("тан", "тен") : nasal ? pick("нан", "нен") : pick("дан", "ден"),
        voiceless ? "пен" : last(word, isIn: "зж") ? "бен" : "мен",
        voiceless ? pick("тағы", "тегі") : pick("дағы", "дегі"),
      ]
    case .tatar:
      let voiceless = isVoiceless(word)
      endings = [
        pick("ның", "нең"), voiceless ? pick("ка", "кә") : pick("га", "гә"), pick("ны", "не"),
        voiceless ? pick("та", "тә") : pick("да", "дә"),
        voiceless ? pick("тан", "тән") : isNasal(word) ? pick("нан", "нән") : pick("дан", "дән"),
        voiceless ? pick("тагы", "тәге") : pick("дагы", "дәге"),
      ]
    }
    return [word] + endings.map { word + $0 }
  }

  private func ownedCases(_ word: String) -> [String] {
    let endings =
      switch language {
      case .kazakh:
        [pick("ның", "нің"), pick("на", "не"), "н", pick("нда", "нде"), pick("нан", "нен"), "мен"]
      case .tatar: [pick("ның", "нең"), pick("на", "нә"), "н", pick("нда", "ндә"), pick("ннан", "ннән")]
      }
    return [word] + endings.map { word + $0 }
  }
}
