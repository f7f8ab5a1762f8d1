import Language

/// A query's words as the index knows them: the FTS5 expression, and the stems to mark in what was found.
struct SearchExpression {
  /// `nil` when no word of the query can be looked for.
  let match: String?
  /// What is looked for in it, each a phrase of FTS5, in its order; those that must not occur are left off.
  let phrases: [String]
  /// What a hit's words may stem to.
  let stems: Set<String>
  /// What a hit's words may begin with: the word that is being typed.
  let beginning: String?
  /// How many words and phrases must occur.
  let wantedCount: Int
  /// How many words that makes.
  let wantedStems: Int

  /// The shortest beginning that is looked up: the index keeps beginnings of three letters.
  static let shortestBeginning = 3

  /// - Parameter languages: those that articles were stemmed by; `nil` among them is "by the word's own alphabet".
  init(_ query: SearchQuery, languages: [String?]) {
    var stems: Set<String> = []
    var beginning: String?
    var wantedStems = 0
    var phrases: [String] = []
    func expression(_ text: String, marking: Bool) -> String? {
      let ways = Self.ways(text, languages: languages)
      guard !ways.isEmpty else { return nil }
      if marking {
        stems.formUnion(ways.joined())
        wantedStems += ways.map(\.count).max() ?? 0
      }
      var quoted = ways.map { way in "\"\(way.joined(separator: " "))\"" }
      if marking { phrases += quoted }
      let parts = ways.allSatisfy { $0.count == 1 } ? SearchTerms.parts(of: text) : []
      if !parts.isEmpty {
        let apart = parts.map { "\"\($0)\"" }
        if marking {
          phrases += apart
          stems.formUnion(parts)
        }
        quoted.append("(\(apart.joined(separator: " AND ")))")
      }
      return quoted.count == 1 ? quoted[0] : "(\(quoted.joined(separator: " OR ")))"
    }
    var wanted: [String] = []
    for (index, word) in query.words.enumerated() {
      let isLast = index == query.words.count - 1
      var part = expression(word, marking: true)
      if isLast, query.isTyping {
        let folded = Folding.fold(word)
        if folded.unicodeScalars.count >= Self.shortestBeginning,
          folded.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0.properties.numericType != nil })
        {
          beginning = folded
          let begun = "\"\(folded)\" *"
          phrases.append(begun)
          part = part.map { "(\($0) OR \(begun))" } ?? begun
        }
      }
      if let part { wanted.append(part) }
    }
    wanted += query.phrases.compactMap { expression($0, marking: true) }
    if wanted.isEmpty, let words = Self.stopWords(of: query) {
      wanted = words.map { "\"\($0.map(StopWords.indexed).joined(separator: " "))\"" }
      phrases = wanted
      stems = Set(
        words.joined().flatMap { word in languages.flatMap { SearchTerms.tokens(of: word, language: $0) } }
          .map(\.stem))
      wantedStems = words.joined().count
    }
    let unwanted = query.excluded.compactMap { expression($0, marking: false) }
    let without = unwanted.isEmpty ? "" : " NOT (\(unwanted.joined(separator: " OR ")))"
    let all = wanted.isEmpty ? nil : "(\(wanted.joined(separator: " AND ")))"
    match = all.map { $0 + without }
    self.phrases = phrases
    wantedCount = wanted.count
    self.wantedStems = max(wantedStems, wanted.count)
    self.stems = stems
    self.beginning = beginning
  }

  /// What a text's words may be in the index.
  private static func ways(_ text: String, languages: [String?]) -> [[String]] {
    var seen: Set<[String]> = []
    return languages.flatMap { SearchTerms.readings(of: text, language: $0) }.filter {
      seen.insert($0).inserted
    }
  }

  /// The words and phrases of a query that has nothing but stop words, and more than one of them.
  private static func stopWords(of query: SearchQuery) -> [[String]]? {
    let all = (query.words + query.phrases).map(StopWords.only)
    let words = all.compactMap(\.self)
    return words.count == all.count && words.joined().count > 1 ? words : nil
  }
}
