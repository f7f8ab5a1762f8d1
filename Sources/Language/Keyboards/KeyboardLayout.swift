/// A Cyrillic keyboard layout, by the Latin key at the same place: commands work without switching.
package enum KeyboardLayout: String, Hashable, Sendable, CaseIterable {
  case ru
  case uk
  case be
  case kk
  case tt

  /// The Latin character that the key of a character types on the Latin layout, for commands only.
  ///
  /// `.` and `,` are the keys of `/` and `?` and come back as these. `nil` for characters that are no letter
  /// of this layout, Latin ones among them.
  package func latin(for character: Character) -> Character? { keys[character] }

  /// The layout to assume: by the locale's language, else by letters that only one language has.
  ///
  /// - Parameters:
  ///   - localeName: `ru_RU.UTF-8`, `kk`, …
  ///   - seen: characters that were typed or shown.
  package static func automatic(localeName: String?, seen: some Sequence<Character> = "") -> KeyboardLayout {
    if let code = localeName?.prefix(2).lowercased(), let layout = KeyboardLayout(rawValue: code),
      layout != .ru
    {
      return layout
    }
    for character in seen {
      switch character {
      case "ў", "Ў": return .be
      case "ї", "Ї", "є", "Є", "ґ", "Ґ": return .uk
      case "җ", "Җ": return .tt
      case "қ", "Қ", "ғ", "Ғ", "ұ", "Ұ": return .kk
      default: continue
      }
    }
    return .ru
  }

  private var keys: [Character: Character] { Self.tables[self] ?? [:] }

  private static let tables: [KeyboardLayout: [Character: Character]] = Dictionary(
    uniqueKeysWithValues: allCases.map { layout in
      var table: [Character: Character] = [:]
      for (letter, key) in zip(rows.letters, rows.keys) { table[letter] = key }
      for (letter, key) in zip(rows.letters.uppercased(), rows.shiftedKeys) { table[letter] = key }
      table["Б"] = "<"
      table["Ю"] = ">"
      table["."] = "/"
      table[","] = "?"
      let own = layout.ownLetters
      for (letter, key) in zip(own.letters, own.keys) {
        table[letter] = key
        if let upper = letter.uppercased().first, upper != letter {
          table[upper] = shifted(key)
        }
      }
      return (layout, table)
    })

  /// The Russian layout.
  private static let rows = (
    letters: "йцукенгшщзхъфывапролджэячсмитьё", keys: "qwertyuiop[]asdfghjkl;'zxcvbnm`",
    shiftedKeys: "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM~"
  )

  /// What differs from the Russian layout.
  private var ownLetters: (letters: String, keys: String) {
    switch self {
    case .ru: ("", "")
    case .uk: ("іїєґ", "s]'\\")
    case .be: ("іў'", "bo]")
    case .tt: ("өәүңҗһ", "wo];m`")
    case .kk: ("әіңғүұқөһ", "234589" + "0-=")
    }
  }

  /// What a key types with Shift on the Latin layout.
  static func shifted(_ key: Character) -> Character {
    let plain = "`1234567890-=[]\\;',./"
    let shifted = "~!@#$%^&*()_+{}|:\"<>?"
    if let place = plain.firstIndex(of: key) {
      return shifted[
        shifted.index(shifted.startIndex, offsetBy: plain.distance(from: plain.startIndex, to: place))]
    }
    return key.uppercased().first ?? key
  }
}
