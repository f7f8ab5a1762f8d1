import NewsModel
import TestSupport
import Testing

@Suite("Clean text")
struct CleanTextTests {
  @Test(
    "one line loses controls and bidirectional characters, and white space folds",
    arguments: [
      ("  Москва \n\t река ", "Москва река"), ("\u{1B}[31mкрасный\u{7}", "[31mкрасный"),
      ("a\u{202E}b\u{2066}c\u{200F}d", "abcd"), ("\u{9B}31m", "31m"), ("\u{FEFF}Эхо", "Эхо"), ("\u{0}", ""),
      ("10\u{A0}км", "10\u{A0}км"), ("за\u{301}мок", "за\u{301}мок"), ("", ""), ("\u{E0041}x", "x"),
      ("пере\u{AD}права", "переправа"),
    ])
  func line(raw: String, clean: String) {
    #expect(CleanText.line(raw) == clean)
  }

  @Test("each scalar is kept, folded or lost by what it is, however many bytes it has")
  func everyScalar() {
    let spaces: Set<UInt32> = [
      9, 10, 11, 12, 13, 0x20, 0x85, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2008,
      0x2009,
      0x200A, 0x2028, 0x2029, 0x205F, 0x3000,
    ]
    for range in [0...0x3200, 0xD000...0x10200, 0x1F300...0x1F700, 0xDFF00...0xE1100, 0x10_FFF0...0x10_FFFF] {
      for scalar in range.compactMap({ Unicode.Scalar(UInt32($0)) }) {
        let expected =
          spaces.contains(scalar.value)
          ? "a b" : CleanText.isRefused(scalar) || scalar.value == 0xAD ? "ab" : "a\(scalar)b"
        if CleanText.line("a\(scalar)b").unicodeScalars.elementsEqual(expected.unicodeScalars) { continue }
        Issue.record("U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test("a limit cuts after so many scalars")
  func limit() {
    #expect(CleanText.line("абвгд", limit: 3) == "абв")
    #expect(CleanText.line("а б в", limit: 3) == "а б")
  }

  @Test("a run inside a paragraph keeps one space on either side")
  func run() {
    #expect(CleanText.run("\n слово  другое\t") == " слово другое ")
    #expect(CleanText.run(" \n ") == " ")
    #expect(CleanText.run("") == "")
  }

  @Test("preformatted text keeps its lines, whatever ends them, and opens its tabs")
  func preformatted() {
    #expect(CleanText.preformatted("a\r\nb\rc\nd\u{2028}e") == "a\nb\nc\nd\ne")
    #expect(CleanText.preformatted("ab\tc\n\td") == "ab      c\n        d")
    #expect(CleanText.preformatted("\u{1B}]0;x\u{7}") == "]0;x")
  }

  @Test("nothing refused survives, whatever comes, and cleaning twice changes nothing")
  func seededTexts() async {
    var generator = SeededGenerator(seed: 7)
    for await _ in Stress.rounds(100_000) {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        let value =
          Bool.random(using: &generator)
          ? UInt32.random(in: 0...0x2100, using: &generator)
          : UInt32.random(in: 0...0x10FFFF, using: &generator)
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      let raw = String(text)
      for clean in [CleanText.line(raw), CleanText.run(raw)] {
        #expect(!clean.unicodeScalars.contains(where: CleanText.isRefused))
        #expect(CleanText.run(clean) == clean)
      }
      #expect(!CleanText.preformatted(raw).unicodeScalars.contains { $0 != "\n" && CleanText.isRefused($0) })
    }
  }
}
