import Foundation
import TestSupport
import Testing
import TextLayout

/// The word forms of a hunspell dictionary of Debian, in lower case, letters only.
private func words(_ name: String) throws -> [String] {
  let text = try String(contentsOfFile: "/usr/share/hunspell/\(name).dic", encoding: .utf8)
  return text.split(whereSeparator: \.isNewline).compactMap { row in
    let word = row.prefix { $0 != "/" && $0 != "\t" && $0 != " " }
    guard word.count >= 4, word.allSatisfy({ $0.isLetter || $0 == "'" || $0 == "’" }) else { return nil }
    return word.lowercased()
  }
}

private let hasDictionaries = FileManager.default.fileExists(atPath: "/usr/share/hunspell/ru_RU.dic")
private let vowels: Set<Character> = Set("аеёиоуыэюяіїєәөүұ")

/// The parts of a word between its points.
private func parts(_ word: String, _ hyphenator: Hyphenator) -> [String] {
  let bytes = Array(word.utf8)
  let points = hyphenator.points(in: word)
  return zip([0] + points, points + [bytes.count]).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
}

@Suite(
  "Hyphenation of whole vocabularies", .enabled(if: hasDictionaries, "needs Debian's hunspell dictionaries"))
struct HyphenationVocabularyTests {
  @Test("No Russian word has a forbidden point")
  func russian() throws {
    let hyphenator = Hyphenator(language: "ru")
    let words = try words("ru_RU")
    #expect(words.count >= 100_000)
    var points = 0
    for word in words {
      let parts = parts(word, hyphenator)
      points += parts.count - 1
      for part in parts where parts.count > 1 {
        #expect(part.contains { vowels.contains($0) }, "\(parts)")
        #expect(!"ыъьй".contains(part.first ?? "ъ") || part == parts.first, "\(parts)")
      }
      guard let first = parts.first, let last = parts.last, parts.count > 1 else { continue }
      #expect(first.count >= 2 && last.count >= 2, "\(parts)")
      for (left, right) in zip(parts, parts.dropFirst()) where right.first == "э" {
        #expect(left.last.map { vowels.contains($0) } ?? false, "\(parts)")
      }
    }
    Stress.tell("hyphenation, ru: \(words.count) words, \(points) points")
    // Most words are divided.
    #expect(points > words.count)
  }

  @Test(
    "No Ukrainian, Belarusian, Bulgarian, Kazakh word has a part without a vowel or a sign at its start",
    arguments: [("uk", "uk_UA"), ("be", "be_BY"), ("bg", "bg_BG"), ("kk", "kk_KZ"), ("tt", "kk_KZ")])
  func others(_ language: String, _ dictionary: String) throws {
    let hyphenator = Hyphenator(language: language)
    let vowels = language == "bg" ? Set("аеиоуъюя") : vowels
    let words = try words(dictionary)
    for index in stride(from: 0, to: words.count, by: Stress.isOn ? 1 : 10) {
      let word = words[index]
      let parts = parts(word, hyphenator)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      #expect(first.count >= 2 && last.count >= 2, "\(parts)")
      for part in parts {
        let hasVowel = part.contains { vowels.contains($0) }
        #expect(hasVowel || part.contains("у") || part.contains("ү"), "\(language) \(parts)")
      }
      for part in parts.dropFirst() { #expect(!"ь'’".contains(part.first ?? "ь"), "\(parts)") }
    }
    Stress.tell("hyphenation, \(language): \(words.count) words")
  }
}
