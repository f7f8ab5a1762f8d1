import Foundation

/// A dictionary of Debian's hunspell: words with flags, and what each flag makes of the end of a word.
struct Hunspell {
  private struct Ending {
    let cut: [Character]
    let added: [Character]
    /// From the last letter of a word backwards.
    let condition: [(letters: Set<Character>, isNegated: Bool)]
  }

  private var endings: [Character: [Ending]] = [:]
  private let lines: [Substring]

  static let folder = "/usr/share/hunspell"
  static var isThere: Bool { FileManager.default.fileExists(atPath: "\(folder)/ru_RU.dic") }

  init(_ name: String) throws {
    let rules = try String(contentsOfFile: "\(Self.folder)/\(name).aff", encoding: .utf8)
    for line in rules.split(whereSeparator: \.isNewline) where line.hasPrefix("SFX") {
      let parts = line.split(whereSeparator: \.isWhitespace)
      guard parts.count > 4, let flag = parts[1].first else { continue }
      let added = parts[3].prefix { $0 != "/" }
      endings[flag, default: []].append(
        Ending(
          cut: parts[2] == "0" ? [] : Array(parts[2]), added: added == "0" ? [] : Array(added),
          condition: Self.condition(parts[4])))
    }
    lines = try String(contentsOfFile: "\(Self.folder)/\(name).dic", encoding: .utf8).split(separator: "\n")
  }

  /// The nouns of every so many lines, each with its other forms: words with an instrumental of many and without the
  /// genitive of an adjective.
  func nouns(every step: Int, instrumental: [String], adjectives: [String]) -> [(
    word: String, forms: [String]
  )] {
    stride(from: 1, to: lines.count, by: step).compactMap { index in
      let parts = lines[index].prefix { $0 != "\t" }.split(separator: "/", maxSplits: 1)
      guard parts.count == 2, parts[0].count > 2, !parts[0].contains("-") else { return nil }
      let word = String(parts[0])
      let forms = Set(parts[1].flatMap { expand(Array(word), by: $0) }).subtracting([word])
        .filter { !$0.contains("-") }
      guard !instrumental.contains(where: word.hasSuffix),
        forms.contains(where: { form in instrumental.contains(where: form.hasSuffix) }),
        !forms.contains(where: { form in adjectives.contains(where: form.hasSuffix) })
      else { return nil }
      return (word, forms.sorted())
    }
  }

  private func expand(_ word: [Character], by flag: Character) -> [String] {
    (endings[flag] ?? []).compactMap { ending in
      guard word.count >= ending.cut.count, word.suffix(ending.cut.count).elementsEqual(ending.cut),
        word.count >= ending.condition.count,
        zip(word.reversed(), ending.condition).allSatisfy({ $1.letters.contains($0) != $1.isNegated })
      else { return nil }
      return String(word.dropLast(ending.cut.count) + ending.added)
    }
  }

  private static func condition(_ text: Substring) -> [(letters: Set<Character>, isNegated: Bool)] {
    var result: [(letters: Set<Character>, isNegated: Bool)] = []
    var rest = text
    while let first = rest.popFirst() {
      if first == "[" {
        var letters = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(letters.count + 1)
        let isNegated = letters.first == "^"
        if isNegated { letters.removeFirst() }
        result.append((Set(letters), isNegated))
      } else {
        result.append(first == "." ? ([], true) : ([first], false))
      }
    }
    return result.count == 1 && text == "." ? [] : result.reversed()
  }
}
