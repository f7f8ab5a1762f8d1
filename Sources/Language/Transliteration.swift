/// Cyrillic words written in Latin letters, and what they may have been.
package enum Transliteration {
  /// Cyrillic readings of a query in Latin letters (`volontery` → `волонтеры`), the likeliest first; empty
  /// when the query holds anything but Latin letters, spaces, digits, apostrophes and hyphens.
  package static func cyrillicAlternatives(of query: String) -> [String] {
    guard query.utf8.count <= 256 else { return [] }
    let folded = Folding.fold(query)
    guard folded.unicodeScalars.contains(where: \.isLatinLetter),
      folded.unicodeScalars.allSatisfy({ $0.value < 0x80 })
    else { return [] }
    var result: [String] = []
    for style in Style.allCases {
      let reading = read(folded, style)
      if !result.contains(reading) { result.append(reading) }
    }
    return result
  }

  /// Ways of writing Russian in Latin letters that differ in what `y`, `j`, `h`, `c`, `e` and `x` stand for.
  private enum Style: CaseIterable {
    /// Passports and news: y = й or ы, kh = х, ts = ц.
    case usual
    /// Scholarly and chat: j = й, h = х, c = ц, y = ы.
    case scholarly
    /// As `usual`, with y = й throughout and e = э at the start.
    case plain
  }

  private static func read(_ text: String, _ style: Style) -> String {
    let letters = Array(text)
    var result = ""
    var index = 0
    while index < letters.count {
      let isStart = index == 0 || !(letters[index - 1].isLetter)
      if let (length, cyrillic) = group(letters, index, style) {
        result += cyrillic
        index += length
        continue
      }
      result += single(letters, index, isStart: isStart, style)
      index += 1
    }
    return result
  }

  private static func group(_ letters: [Character], _ index: Int, _ style: Style) -> (Int, String)? {
    for length in stride(from: 4, through: 2, by: -1) where index + length <= letters.count {
      let key = String(letters[index..<(index + length)])
      // rayon, mayor: й and о.
      if key == "yo", style == .plain, index > 0, "aeiou".contains(letters[index - 1]) { return (2, "йо") }
      if let found = groups[key] { return (length, found) }
      if style == .scholarly, let found = scholarlyGroups[key] { return (length, found) }
      if style != .scholarly, let found = usualGroups[key] {
        if key == "iy" || key == "yy", index + length < letters.count, letters[index + length].isLetter {
          continue
        }
        return (length, found)
      }
    }
    return nil
  }

  private static func single(_ letters: [Character], _ index: Int, isStart: Bool, _ style: Style) -> String {
    let letter = letters[index]
    let previous = index > 0 ? letters[index - 1] : " "
    switch letter {
    case "y":
      if style == .scholarly { return "ы" }
      if style == .plain { return "й" }
      return isStart || "aeiou".contains(previous) ? "й" : "ы"
    case "e": return isStart && style == .plain ? "э" : "е"
    case "'": return isStart ? "'" : "ь"
    case "\"": return isStart ? "\"" : "ъ"
    default: return singles[letter] ?? String(letter)
    }
  }

  private static let groups: [String: String] = [
    "shch": "щ", "sch": "щ", "sh": "ш", "ch": "ч", "zh": "ж", "kh": "х", "yo": "ё", "yu": "ю", "ya": "я",
    "ts": "ц", "tz": "ц", "ck": "к", "ph": "ф", "th": "т",
  ]
  private static let usualGroups: [String: String] = [
    "ye": "е", "iy": "ий", "yy": "ый", "ij": "ий", "ju": "ю", "ja": "я", "jo": "ё", "yi": "ы",
  ]
  private static let scholarlyGroups: [String: String] = [
    "ju": "ю", "ja": "я", "jo": "ё", "je": "е", "yj": "ый", "ij": "ий", "cz": "ц",
  ]
  private static let singles: [Character: String] = [
    "a": "а", "b": "б", "c": "ц", "d": "д", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "й", "k": "к",
    "l": "л",
    "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в",
    "w": "в",
    "x": "кс", "z": "з",
  ]
}
