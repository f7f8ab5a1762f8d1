import Canvas
import CursesTerminal
import Testing

/// Key reports of kitty's protocol, as a program that died may have left them on.
@Suite("Key reports")
struct KeyReportTests {
  private func events(_ text: String) -> [ScreenEvent] {
    var decoder = InputDecoder()
    let now = ContinuousClock.now
    decoder.feed(text.utf8, at: now)
    var events: [ScreenEvent] = []
    while case .event(let event)? = decoder.next(at: now) { events.append(event) }
    return events
  }

  @Test(
    "of a press and of a repeat are the key",
    arguments: [
      ("[106u", "j"), ("[106;1:1u", "j"), ("[106;1:2u", "j"), ("[1086::106u", "о"), ("[106;129u", "j"),
      ("[106;65u", "j"), ("[97;2u", "A"), ("[97:65;2u", "A"), ("[47:63;2u", "?"), ("[97;;1092u", "ф"),
      ("[1089::99;5u", "C-c"), ("[1089;5u", "C-с"), ("[1086::106;3u", "M-j"), ("[97;33u", "M-a"),
      ("[13u", "Enter"), ("[9;2u", "S-Tab"), ("[27u", "Esc"), ("[127;5u", "C-Backspace"),
      ("[57414u", "Enter"),
      ("[57400u", "1"), ("[57419u", "Up"), ("[57421;5u", "C-PgUp"), ("[57423u", "Home"), ("[57413u", "+"),
      ("[57376u", "F13"), ("[1;1:1B", "Down"), ("[6;1:2~", "PgDn"), ("[27;5;106~", "C-j"), ("[1;5R", "C-F3"),
      ("O5P", "C-F1"), ("[3$", "S-Del"),
    ])
  func keys(_ report: String, _ chord: String) throws {
    #expect(events("\u{1B}" + report) == [.key(try #require(KeyChord(chord)))])
  }

  @Test(
    "of a key let go, of a modifier alone and of the desktop's keys are none",
    arguments: [
      "[106;1:3u", "[1;1:3B", "[6;1:3~", "[1;1:3P", "[57441u", "[57447;2u", "[57454;1:3u", "[57428u",
      "[57358u", "[106;9u", "[106;17u", "[0u", "[1;2:3Z", "[97;5:3u", "[27;1:3u",
    ])
  func none(_ report: String) {
    #expect(events("\u{1B}" + report).isEmpty)
  }

  @Test("with a text of several letters put them all into a field")
  func composed() {
    #expect(events("\u{1B}[0;;1072:1073u") == [.paste("аб")])
    #expect(events("\u{1B}[0;;27:7u").isEmpty)
  }
}
