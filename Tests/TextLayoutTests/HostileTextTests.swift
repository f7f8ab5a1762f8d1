import Testing
import TextLayout

/// A repetition, shown by its name.
struct HostileText: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String

  var testDescription: String { name }
}

@Suite("Hostile text")
struct HostileTextTests {
  static let texts: [HostileText] = [
    HostileText(name: "one word", text: String(repeating: "я", count: 40_000)),
    HostileText(name: "one Latin word with stops", text: String(repeating: "a.b", count: 14_000)),
    HostileText(name: "opening brackets", text: String(repeating: "( ", count: 20_000)),
    HostileText(name: "tied tokens", text: String(repeating: "(слово ( слово", count: 2_000)),
    HostileText(name: "closing marks", text: String(repeating: "слово » ", count: 4_000)),
    HostileText(name: "prepositions", text: String(repeating: "в ", count: 20_000)),
    HostileText(name: "dashes", text: String(repeating: "— ", count: 12_000)),
    HostileText(name: "hyphens", text: String(repeating: "а-", count: 12_000)),
    HostileText(name: "spaces", text: String(repeating: " ", count: 40_000)),
    HostileText(name: "line feeds", text: String(repeating: "\n", count: 4_000)),
    HostileText(name: "marks", text: String(repeating: "\u{301}", count: 20_000)),
    HostileText(name: "joiners", text: String(repeating: "👩\u{200D}", count: 6_000)),
    HostileText(name: "flags", text: String(repeating: "🇰🇿", count: 4_000)),
    HostileText(name: "soft hyphens", text: String(repeating: "а\u{AD}", count: 12_000)),
    HostileText(name: "zero-width spaces", text: String(repeating: "\u{200B}", count: 12_000)),
    HostileText(name: "an address", text: "https://a.b/" + String(repeating: "x/?&", count: 10_000)),
    HostileText(name: "digits", text: String(repeating: "123 ", count: 10_000)),
    HostileText(name: "initials", text: String(repeating: "А. ", count: 10_000)),
    HostileText(name: "currency and brackets", text: String(repeating: "$(", count: 16_000)),
  ]

  @Test("Any repetition is laid out in linear time, at any measure and by any fit", arguments: texts)
  func repetition(_ hostile: HostileText) {
    for fit in [LayoutOptions.Fit.optimal, .first, .balanced, .asWritten] {
      for measure in [1, 7, 60, 1_000_000] where fit != .balanced || measure > 7 {
        let layout = ParagraphLayout(
          LayoutOptions(measure: measure, language: "ru", fit: fit, isJustified: true))
        let lines = layout.lines(of: hostile.text)
        #expect(lines.last.map { $0.endsParagraph } ?? false)
      }
    }
  }
}
