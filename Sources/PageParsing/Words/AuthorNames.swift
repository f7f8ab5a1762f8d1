import Foundation
import Language
import Markup
import NewsModel

/// Takes by-lines apart: prefixes, posts, e-mail addresses and dates go, names stay.
enum AuthorNames {
  /// The names in some by-lines, each once, in their order.
  static func clean(_ lines: [String]) -> [String] {
    var names: [String] = []
    for line in lines {
      let line = spaced(CleanText.line(PlainText.fromHTML(line), limit: 400))
      let parts = line.split { ";|".contains($0) }.map(String.init).filter { !isPictureCredit($0) }
      for name in parts.flatMap(split) {
        guard isName(name), !names.contains(where: { Folding.label($0) == Folding.label(name) })
        else { continue }
        names.append(name)
        if names.count >= 20 { return names }
      }
    }
    return names
  }

  /// Whether a line tells who made the picture, not who wrote: «Фото: …».
  private static func isPictureCredit(_ line: String) -> Bool {
    guard let colon = line.firstIndex(of: ":") else { return false }
    return PageWords.creditLabels.contains(String(line[..<colon]).trimmingSpaces.lowercased())
  }

  /// The names behind «By», «Автор:» at a line's start; none where what stands there reads as no name.
  static func afterPrefix(_ line: String) -> [String] {
    let text = spaced(CleanText.line(line, limit: 160))
    guard let rest = withoutPrefix(text) else { return [] }
    let names = clean([rest]).prefix { $0.split(separator: " ").count <= 4 && $0.first?.isUppercase == true }
    return Array(names)
  }

  /// Whether a line is the label of a by-line and nothing else: «Автор:».
  static func isPrefix(_ line: String) -> Bool {
    line.count < 30 && line.hasSuffix(":")
      && withoutPrefix(line + " ")?.allSatisfy { $0 == ":" || $0 == " " } == true
  }

  /// Whether a line is a by-line and nothing else: «By», then words with capitals.
  static func isByline(_ line: String) -> Bool {
    let text = spaced(CleanText.line(line, limit: 160))
    guard text.count <= 100, let rest = withoutPrefix(text) else { return false }
    let words = rest.split { !$0.isLetter && $0 != "-" && $0 != "." && $0 != "'" && $0 != "’" }
    guard words.count >= 2, words.count <= 10 else { return false }
    return words.allSatisfy { $0.first?.isUppercase == true || $0.count <= 3 || $0.first == "." }
  }

  /// Whether a line of these bytes may begin with one of the prefixes: its first letter tells, where it is ASCII or
  /// Cyrillic.
  static func mayHavePrefix(_ line: ArraySlice<UInt8>) -> Bool {
    let begin = line.drop { $0 == 0x3A || $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = begin.first else { return false }
    if first > 0x20, first < 0x7F { return firstLetters.contains(UInt16(first)) }
    guard first & 0xFC == 0xD0, let second = begin.dropFirst().first else { return true }
    return firstLetters.contains(UInt16(first) << 8 | UInt16(second))
  }

  /// The bytes of the prefixes' first letters, in both cases.
  private static let firstLetters = Set(
    PageWords.all[.byline].flatMap { prefix in
      [prefix.prefix(1).lowercased(), prefix.prefix(1).uppercased()].map { letter in
        letter.utf8.reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
      }
    })

  /// No-break spaces are spaces where names are taken apart.
  private static func spaced(_ text: String) -> String {
    text.utf8.contains(0xA0) ? String(text.map { $0 == "\u{A0}" ? " " : $0 }) : text
  }

  /// What follows one of the prefixes at a line's start; `nil` when none stands there.
  private static func withoutPrefix(_ text: String) -> String? {
    let isBetween = { (byte: UInt8) in byte == 0x20 || byte == 0x3A }
    let first = text.utf8.drop(while: isBetween).prefix { !isBetween($0) }
    guard first.count < 60, let candidates = prefixesByWord[LowerCase.of(String(Substring(first)))] else {
      return nil
    }
    let lower = text.lowercased()
    guard lower.count == text.count else { return nil }
    for prefix in candidates where lower.hasPrefix(prefix) {
      let rest = text.dropFirst(prefix.count)
      if prefix.hasSuffix(":") || rest.first == " " || rest.first == ":" { return String(rest) }
    }
    return nil
  }

  /// The longest first.
  private static let prefixesByWord: [String: [String]] = Dictionary(
    grouping: PageWords.all[.byline].sorted { $0.utf8.count > $1.utf8.count },
    by: { String($0.split(whereSeparator: { $0 == " " || $0 == ":" }).first ?? "") })

  private static func split(_ line: String) -> [String] {
    var text = line
    while let rest = withoutPrefix(text) {
      text = rest.trimmingSpaces
      while let first = text.first, ":-–—,".contains(first) { text = String(text.dropFirst()).trimmingSpaces }
    }
    var parts = [text]
    for separator in [" | ", "|", ";", " / ", "•", "·", " – ", " — ", " - ", "\n"] {
      parts = parts.flatMap { $0.components(separatedBy: separator) }
    }
    for separator in [" and ", " und ", " et ", " y ", " и ", " та ", " & ", " with ", " et al"] {
      parts = parts.flatMap { part in
        part.split(separator: " ").count <= 12 ? part.components(separatedBy: separator) : [part]
      }
    }
    parts = parts.flatMap { $0.components(separatedBy: ",") }
    return parts.map { tidy($0) }
  }

  private static func tidy(_ part: String) -> String {
    var words = part.split(separator: " ").filter { !$0.contains("@") && !$0.hasPrefix("http") }
    let count = words.count
    // «written by Name on 30 November», «41 articles»: a name ends before the first number, and none begins with one.
    if count > 1, let number = words.firstIndex(where: { $0.contains(where: \.isNumber) }) {
      words = Array(words[..<number])
      while let last = words.last, last.count <= 3, last.first?.isLowercase == true { words.removeLast() }
    }
    // What is left of «April 5» is no name.
    if words.count == 1, words.count < count, dates.parse(words[0] + " 1, 2020") != nil { return "" }
    if let parenthesis = words.firstIndex(where: { $0.hasPrefix("(") }), parenthesis > 0 {
      words = Array(words[..<parenthesis])
    }
    // A sentence's stop is no part of a name; that of an initial or of «Jr.» is.
    if let last = words.last, last.count > 4, last.last == ".", !last.dropLast().contains(".") {
      words[words.count - 1] = last.dropLast()
    }
    return words.joined(separator: " ").trimmingCharacters(
      in: CharacterSet(charactersIn: " :,;-–—•·|*\"“”«»"))
  }

  private static let dates = DateParser(now: Date(timeIntervalSince1970: 1_600_000_000))

  /// Whether a name is a person's by its look: two to four words, each with a capital but particles, none a house's.
  static func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (2...4).contains(words.count), words.first?.lowercased() != "the" else { return false }
    return words.allSatisfy { word in
      (word.first?.isUppercase == true || word.count <= 3) && !word.contains(where: \.isNumber)
        && !PageWords.houses.contains(word.lowercased())
    } && words.first?.first?.isUppercase == true && words.last?.first?.isUppercase == true
  }

  /// The name in «— name @ 17:20», as blogs sign: behind the last dash, before the hour.
  static func beforeHour(_ line: String) -> String? {
    let parts = line.components(separatedBy: "@")
    guard parts.count == 2, let left = parts.first?.trimmingSpaces, let right = parts.last?.trimmingSpaces,
      let colon = right.firstIndex(of: ":"), let hour = Int(right[..<colon]), (0..<24).contains(hour),
      right.count <= 8
    else { return nil }
    let name =
      left.split(whereSeparator: { "—–|·•".contains($0) }).last.map { String($0).trimmingSpaces } ?? ""
    guard name.count >= 2, name.spaceCount <= 2, !name.hasSuffix(":") else { return nil }
    return clean([name]).first
  }

  private static func isName(_ text: String) -> Bool {
    guard text.count >= 2, text.count <= 70, text.contains(where: \.isLetter),
      text.split(separator: " ").count <= 7
    else {
      return false
    }
    let lower = text.lowercased()
    if lower.hasPrefix("quelle") || lower.hasPrefix("источник") || lower.hasPrefix("source:") { return false }
    if lower.contains("http") || lower.contains("www.") || lower.contains(".com/") { return false }
    return !PageWords.nobody.contains(lower)
  }
}
