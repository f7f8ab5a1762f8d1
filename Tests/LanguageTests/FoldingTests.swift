import Language
import TestSupport
import Testing

@Suite("Folding")
struct FoldingTests {
  @Test(
    "What people write in two ways becomes one",
    arguments: [
      ("Ёлка", "елка"), ("замо́к", "замок"), ("ЙОД", "йод"), ("и\u{306}од", "йод"), ("Ї", "ї"),
      ("і\u{308}жак", "їжак"),
      ("Café", "cafe"), ("Straße", "strasse"), ("İstanbul", "istanbul"), ("Łódź", "lodz"),
      ("ҚАЗАҚСТАН", "қазақстан"),
      ("Ғ Җ Ә Ө", "ғ җ ә ө"), ("п’ять", "п'ять"), ("со\u{AD}здать", "создать"), ("10\u{A0}км", "10 км"),
      ("нью‑йорк", "нью-йорк"),
      ("Ўсё", "ўсе"),
    ])
  func folded(text: String, expected: String) { #expect(Folding.fold(text) == expected) }

  @Test(
    "A word of two alphabets becomes one of one",
    arguments: [
      ("cлово", "слово"), ("Caмapa", "самара"), ("сall-центр", "call-центр"), ("СССP", "ссср"),
      ("pука", "рука"),
      ("windowsовский", "wіndоwѕовский"),
    ])
  func mixed(text: String, expected: String) { #expect(Folding.fold(text) == expected) }

  @Test("Folding twice changes nothing more, whatever the text")
  func idempotent() async {
    var generator = SeededGenerator(seed: 7)
    let letters = Array("аёйЙЁїҚәAzéß'’- 1\u{301}\u{306}\u{308}\u{AD}日😀Pс")
    for await _ in Stress.rounds(50_000) {
      let text = String((0..<12).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
      let once = Folding.fold(text)
      #expect(Folding.fold(once) == once, "\(text.debugDescription)")
    }
  }
}
