import Language
import TestSupport
import Testing

@Suite("Search terms")
struct SearchTermsTests {
  @Test(
    "Forms of one word meet in one stem",
    arguments: [
      ("ru", ["волонтёр", "волонтёры", "волонтёрами", "ВОЛОНТЁРАМ"]),
      ("ru", ["мост", "моста", "мостами", "мосты"]),
      ("kk", ["көпір", "көпірді", "көпірлер", "көпірдің", "көпірлерге"]),
      ("tt", ["күпер", "күперне", "күперләр", "күпергә"]),
      ("tt", ["Казан", "Казанда", "Казаннан", "Казанның", "Казанга"]),
      ("uk", ["бібліотека", "бібліотеки", "бібліотеку", "бібліотекою"]),
      ("be", ["бібліятэка", "бібліятэкі", "бібліятэку"]),
      ("bg", ["мост", "мостът", "мостове", "мостовете"]), ("en", ["bridge", "bridges", "bridged"]),
    ])
  func forms(language: String, words: [String]) {
    #expect(Set(words.flatMap { SearchTerms.terms(of: $0, language: language) }).count == 1)
  }

  @Test(
    "Without a language every word is stemmed by its letters",
    arguments: [
      ["волонтёры", "волонтёрам"], ["көпірлер", "көпірді"], ["бібліотеки", "бібліотеку"],
      ["bridges", "bridge"],
      ["тұрғындар", "тұрғын"],
    ])
  func automatic(words: [String]) { #expect(Set(words.flatMap { SearchTerms.terms(of: $0) }).count == 1) }

  @Test("Stop words and single letters are left out of terms and kept as tokens")
  func stopWords() {
    #expect(SearchTerms.terms(of: "Мы были в городе и на реке") == ["город", "рек"])
    #expect(SearchTerms.tokens(of: "Мы были в городе").count == 4)
    #expect(StopWords.contains("который"))
  }

  @Test("A token's range is where its word stands in the text")
  func ranges() {
    let text = "«Ёлка» — это п’ять, 2026-й; сall-центр, за\u{AD}мок!"
    let utf8 = Array(text.utf8)
    let words = SearchTerms.tokens(of: text).map { String(decoding: utf8[$0.range], as: UTF8.self) }
    #expect(
      words == ["Ёлка", "это", "п’ять", "2026-й".prefix(4).description, "й", "сall", "центр", "за\u{AD}мок"])
  }

  @Test("The tokenizer gives the same words as the list, and stops when told")
  func tokenizer() {
    let text = "Новый мост через реку открыли вчера: жители пяти сёл рады"
    var stems: [String] = []
    var source = text
    source.withUTF8 { bytes in
      SearchTokenizer().forEachToken(in: bytes) { _, stem, _ in
        stems.append(String(decoding: stem, as: UTF8.self))
        return stems.count < 4
      }
    }
    #expect(stems == SearchTerms.tokens(of: text).prefix(4).map(\.stem))
  }

  @Test("Bytes that are no text part words and do no harm")
  func hostile() async {
    var generator = SeededGenerator(seed: 3)
    let tokenizer = SearchTokenizer()
    for await _ in Stress.rounds(20_000) {
      let bytes = (0..<200).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0...255, using: &generator)
          : [0xD0, 0xB0, 0xD1, 0x8F, 0xCC, 0x41][Int.random(in: 0...5, using: &generator)]
      }
      bytes.withUnsafeBufferPointer { buffer in
        var end = 0
        tokenizer.forEachToken(in: buffer) { range, stem, place in
          #expect(range.upperBound <= bytes.count && !range.isEmpty && stem.count <= 256)
          if place == .inOrder {
            #expect(range.lowerBound >= end)
            end = range.upperBound
          }
          return true
        }
      }
    }
  }

  @Test("An apostrophe without a letter before it is no word")
  func apostrophes() {
    #expect(SearchTerms.tokens(of: "\u{2BC} \u{2BC}а ’б 'в").map(\.stem) == ["а", "б", "в"])
  }

  @Test("A word of a megabyte is one token")
  func long() {
    let tokens = SearchTerms.tokens(of: String(repeating: "ы", count: 500_000))
    #expect(tokens.count == 1)
    #expect(tokens.first?.stem.utf8.count ?? 0 <= 256)
  }
}
