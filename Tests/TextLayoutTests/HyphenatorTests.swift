import TestSupport
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

  @Test("Of the orthography code's divisions most are offered, and none it forbids")
  func norm() throws {
    let rows = try NormativeWord.all()
    #expect(rows.count >= 150)
    #expect(rows.count { $0.isException } >= 60)
    var offered = 0
    var missed: [String] = []
    for row in rows {
      let points = Set(Hyphenator(language: "ru").points(in: row.word))
      for division in row.right {
        if points.contains(division.point) { offered += 1 } else { missed.append(division.text) }
      }
      for division in row.wrong {
        #expect(!points.contains(division.point), "§ \(row.paragraph): \(division.text)")
      }
    }
    let share = Double(offered) / Double(offered + missed.count)
    Stress.tell(
      "hyphenation, norm: \(Stress.percent(offered, of: offered + missed.count)) of \(offered + missed.count) divisions"
        + " of \(rows.count) words, \(rows.count { $0.isException }) exceptions")
    #expect(share >= 0.85, "\(offered) offered, not: \(missed.joined(separator: " "))")
  }

  @Test(
    "Kazakh words are divided by syllables",
    arguments: [
      "да‧уыс", "ақыр", "отын", "про‧ект", "ро‧яль", "құ‧мырс‧қа", "ба‧ла‧лар", "мек‧теп", "жа‧уап", "қа‧уын",
      "ау‧дан", "ай‧на", "бай‧рақ", "кі‧тап", "өн‧ді‧ріс", "ха‧лық", "ауыл", "та‧уық", "құ‧рыл‧тай", "әкім",
      "қыз‧мет", "мем‧ле‧кет",
    ])
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

/// One line of the list of normative divisions.
struct NormativeWord {
  /// A word with one hyphen where it is divided.
  struct Division {
    let text: String
    /// The UTF-8 byte the division stands before.
    var point: Int { text.prefix { $0 != "-" }.utf8.count }
  }

  let paragraph: String
  let isException: Bool
  let word: String
  let right: [Division]
  let wrong: [Division]

  static func all() throws -> [NormativeWord] {
    try Fixture.text("russian-norm.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        func divisions(_ column: Int) -> [Division] {
          columns.count > column
            ? columns[column].split(separator: " ").filter { $0.contains("-") }.map {
              Division(text: String($0))
            }
            : []
        }
        let first = String(columns[1].prefix { $0 != " " })
        return NormativeWord(
          paragraph: String(columns[0].prefix { $0 != "*" }), isException: columns[0].hasSuffix("*"),
          word: first.replacing("-", with: ""), right: divisions(1), wrong: divisions(2))
      }
  }
}
