import Testing
import TextLayout

/// A word with ‧ at its points.
func divided(_ word: String, _ language: String?) -> String {
  var bytes = Array(word.utf8)
  for point in Hyphenator(language: language).points(in: word).reversed() {
    bytes.insert(contentsOf: Array("‧".utf8), at: point)
  }
  return String(decoding: bytes, as: UTF8.self)
}

@Suite("Hyphenation")
struct HyphenatorTests {
  @Test(
    "Russian words are divided by the norm",
    arguments: [
      "мас‧са", "при‧слать", "го‧род‧ской", "объ‧езд", "подъ‧езд", "май‧ка", "рос‧сия", "флэш‧ка",
      "фа‧миль‧ный",
      "со‧ци‧аль‧но",
    ])
  func russian(_ expected: String) {
    #expect(divided(expected.replacing("‧", with: ""), "ru") == expected)
  }

  @Test(
    "Kazakh words are divided by syllables",
    arguments: ["да‧уыс", "ақыр", "отын", "про‧ект", "ро‧яль", "құ‧мырс‧қа", "ба‧ла‧лар", "мек‧теп"])
  func kazakh(_ expected: String) {
    #expect(divided(expected.replacing("‧", with: ""), "kk") == expected)
  }

  @Test("Words of capitals, with digits or of two alphabets are never divided")
  func refused() {
    #expect(divided("РОССИЯ", "ru") == "РОССИЯ")
    #expect(divided("сallцентр", "ru") == "сallцентр")
  }

  @Test("A stress mark changes nothing but the offsets")
  func stress() {
    #expect(divided("городско\u{301}й", "ru") == "го‧род‧ско\u{301}й")
    #expect(divided("раи\u{306}он", "uk") == "ра‧и\u{306}он")
  }
}
