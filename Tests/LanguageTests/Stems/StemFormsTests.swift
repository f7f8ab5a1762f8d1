import Foundation
import Language
import TestSupport
import Testing

/// Whether a question for one word finds the other, as the index has it.
private func finds(_ question: String, _ word: String, _ language: String) -> Bool {
  let asked = Set(SearchTerms.readings(of: question, language: language))
  return !asked.isDisjoint(with: SearchTerms.readings(of: word, language: language).prefix(1))
}

@Suite("Stems of whole dictionaries")
struct StemFormsTests {
  private static func fixture(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: folder.appendingPathComponent("Fixtures/stems/\(name).txt"), encoding: .utf8)
  }

  private func check(_ nouns: [(word: String, forms: [String])], _ language: String, percent: Int) {
    var (found, all) = (0, 0)
    for (word, forms) in nouns {
      all += forms.count
      found += forms.count { finds(word, $0, language) }
    }
    Stress.tell(
      "stems, \(language): \(nouns.count) nouns, \(all) forms, found \(Stress.percent(found, of: all))")
    #expect(all > 500)
    #expect(found * 100 >= all * percent, "\(language): \(found) of \(all)")
  }

  @Test(
    "A noun's dictionary form finds its other forms: Russian, Ukrainian, Belarusian",
    .enabled(if: Hunspell.isThere, "needs Debian's hunspell dictionaries"),
    arguments: [("ru", "ru_RU", 98), ("uk", "uk_UA", 95), ("be", "be_BY", 95)])
  func slavic(_ language: String, _ dictionary: String, _ percent: Int) throws {
    let adjectives = [
      "ого", "ому", "его", "ему", "ага", "аму", "яга", "яму", "ться", "цца", "ся",
    ]
    let nouns = try Hunspell(dictionary).nouns(
      every: Stress.isOn ? 1 : 197, instrumental: ["ами", "ями", "амі", "ямі"], adjectives: adjectives)
    check(nouns, language, percent: percent)
  }

  @Test("A noun's dictionary form finds its other forms: Kazakh, Tatar", arguments: [("kk", 92), ("tt", 92)])
  func turkic(_ language: String, _ percent: Int) throws {
    let kind = try #require(TurkicNoun.Language(rawValue: language))
    let nouns = try Self.fixture(language).split(whereSeparator: \.isWhitespace).map { TurkicNoun($0, kind) }
    check(nouns.map { ($0.word, $0.forms) }, language, percent: percent)
  }

  @Test("Words that only look alike, without a form in common, are hardly ever taken for one")
  func lookalikes() throws {
    let pairs = try Self.fixture("pairs").split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    .filter { $0.count == 3 }
    #expect(pairs.count >= 300)
    let mistaken = pairs.filter { finds($0[1], $0[2], $0[0]) || finds($0[2], $0[1], $0[0]) }
    Stress.tell("stems: \(pairs.count) pairs of words that look alike, taken for one \(mistaken.count)")
    #expect(mistaken.count * 50 <= pairs.count, "\(mistaken)")
  }
}
