extension KeyboardLayout {
  /// What a query would be if its keys had been pressed on the other layout (`djkjynths` → `волонтеры`), for
  /// every layout that makes a different word of it; the query itself is not among them.
  ///
  /// Latin queries are read as Cyrillic, Cyrillic ones as Latin. Empty when the query mixes both.
  package static func alternatives(forQuery query: String) -> [String] {
    guard query.utf8.count <= 512 else { return [] }
    var mix = ScriptMix()
    for scalar in query.unicodeScalars { mix.add(scalar) }
    guard mix.latin + mix.cyrillic > 0, !mix.isMixed else { return [] }
    let isCyrillic = mix.cyrillic > 0
    var result: [String] = []
    for layout in allCases {
      let typed = String(
        query.map { character in
          (isCyrillic ? layout.typedLatin(for: character) : layout.typedCyrillic(for: character)) ?? character
        })
      // Letters that are on no key of this layout: it was not the one.
      let isWhole = !typed.unicodeScalars.contains { isCyrillic ? $0.isCyrillicLetter : $0.isLatinLetter }
      if isWhole, typed != query, !result.contains(typed), typed.contains(where: \.isLetter) {
        result.append(typed)
      }
    }
    return result
  }

  /// The Latin character of a key, in text: unlike for commands, `.` stays itself and б ю are `,` and `.`.
  private func typedLatin(for character: Character) -> Character? {
    switch character {
    case "б": ","
    case "ю": "."
    case ".", ",": nil
    default: latin(for: character)
    }
  }

  /// The Cyrillic letter of a Latin key, in text.
  private func typedCyrillic(for character: Character) -> Character? { Self.cyrillicTables[self]?[character] }

  private static let cyrillicTables: [KeyboardLayout: [Character: Character]] = Dictionary(
    uniqueKeysWithValues: allCases.map { layout in
      var table: [Character: Character] = [",": "б", ".": "ю", "<": "Б", ">": "Ю"]
      let letters = "йцукенгшщзхъфывапролджэячсмитьё" + "іїєґўәңғүұқөһҗ"
      for letter in letters {
        for form in [letter, letter.uppercased().first ?? letter] {
          guard let key = layout.latin(for: form), key != ".", key != ",", !key.isNumber else { continue }
          // A letter of the language's own takes the key over from the Russian one.
          if table[key] == nil || layout.isOwn(letter) { table[key] = form }
        }
      }
      return (layout, table)
    })

  private func isOwn(_ letter: Character) -> Bool {
    switch self {
    case .ru: false
    case .uk: "іїєґ".contains(letter)
    case .be: "іў".contains(letter)
    case .tt: "өәүңҗһ".contains(letter)
    case .kk: false
    }
  }
}
