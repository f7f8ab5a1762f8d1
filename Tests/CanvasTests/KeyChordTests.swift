import Canvas
import Testing

@Suite("A key chord")
struct KeyChordTests {
  @Test(
    "is read in every customary form and written in one",
    arguments: [
      ("g", "g"), ("G", "G"), ("C-d", "C-d"), ("^D", "C-d"), ("Ctrl+D", "C-d"), ("ctrl-d", "C-d"),
      ("M-ж", "M-ж"),
      ("Alt+x", "M-x"), ("Space", "Space"), ("space", "Space"), ("F10", "F10"), ("S-Tab", "S-Tab"),
      ("Shift+Tab", "S-Tab"), ("PageDown", "PgDn"), ("return", "Enter"), ("-", "-"), ("C--", "C--"),
      ("^", "^"),
      ("S-g", "G"), ("C-M-x", "C-M-x"), ("Ж", "Ж"),
    ])
  func forms(_ text: String, _ written: String) throws {
    let chord = try #require(KeyChord(text))
    #expect(chord.description == written)
    #expect(KeyChord(written) == chord)
  }

  @Test("is refused when it names no key", arguments: ["", "Foo", "C-", "F0", "F99", "ab", "\u{1B}", " "])
  func refused(_ text: String) { #expect(KeyChord(text) == nil) }
}
