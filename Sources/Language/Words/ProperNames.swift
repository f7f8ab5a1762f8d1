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
      SearchTokenizer(language: language).forEachToken(in: bytes) { range, stem, place in
        guard place == .inOrder, stem.count > 4, let first = UTF8Scalar.at(range.lowerBound, of: bytes).0
        else { return true }
        let isUppercase = first.properties.isUppercase
        guard isUppercase || first.properties.isLowercase else { return true }
        let stem = String(decoding: stem, as: UTF8.self)
        if isUppercase {
          possible.insert(stem)
          if !SentenceStart.isAt(range.lowerBound, of: bytes) { sure.insert(stem) }
        } else {
          plain.insert(stem)
        }
        return true
      }
      return (sure.subtracting(plain), possible.subtracting(plain))
    }
  }
}
