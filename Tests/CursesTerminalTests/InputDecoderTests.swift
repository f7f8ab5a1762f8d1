import Canvas
import CursesTerminal
import TestSupport
import Testing

@Suite("Bytes from a terminal")
struct InputDecoderTests {
  private func decoded(
    _ text: String, charset: InputCharset = .unicode, keys: TerminalKeys = TerminalKeys()
  ) -> [ScreenEvent] {
    decoded(Array(text.utf8), charset: charset, keys: keys)
  }

  private func decoded(
    _ bytes: [UInt8], charset: InputCharset = .unicode, keys: TerminalKeys = TerminalKeys()
  ) -> [ScreenEvent] {
    var decoder = InputDecoder(charset: charset, keys: keys)
    let start = ContinuousClock.now
    decoder.feed(bytes, at: start)
    var events: [ScreenEvent] = []
    for moment in [start, start + .seconds(60), start + .seconds(120)] {
      while let token = decoder.next(at: moment) {
        if case .event(let event) = token { events.append(event) }
      }
    }
    #expect(decoder.deadline == nil)
    return events
  }

  @Test(
    "are keys",
    arguments: [
      ("j", "j"), ("о", "о"), ("Ж", "Ж"), (" ", "Space"), ("\r", "Enter"), ("\n", "Enter"), ("\t", "Tab"),
      ("\u{7F}", "Backspace"), ("\u{8}", "Backspace"), ("\u{4}", "C-d"), ("\u{0}", "C-Space"),
      ("\u{1F}", "C-_"),
      ("\u{1B}", "Esc"), ("\u{1B}x", "M-x"), ("\u{1B}ж", "M-ж"), ("\u{1B}\r", "M-Enter"), ("\u{1B}X", "M-X"),
      ("\u{1B}[A", "Up"), ("\u{1B}OA", "Up"), ("\u{1B}[1;5C", "C-Right"), ("\u{1B}[1;3D", "M-Left"),
      ("\u{1B}[5~", "PgUp"), ("\u{1B}[6;5~", "C-PgDn"), ("\u{1B}[3~", "Del"), ("\u{1B}[Z", "S-Tab"),
      ("\u{1B}OP", "F1"), ("\u{1B}[[A", "F1"), ("\u{1B}[11~", "F1"), ("\u{1B}[21~", "F10"),
      ("\u{1B}[7~", "Home"),
      ("\u{1B}[H", "Home"), ("\u{1B}[1~", "Home"), ("\u{1B}[4~", "End"), ("\u{1B}OM", "Enter"),
      ("\u{1B}Oj", "*"),
      ("\u{1B}[97;5u", "C-a"), ("\u{1B}[27;5;13~", "C-Enter"), ("\u{1B}[1088;3u", "M-р"),
      ("\u{1B}[a", "S-Up"),
      ("\u{1B}[5^", "C-PgUp"),
    ])
  func keys(_ bytes: String, _ chord: String) throws {
    #expect(decoded(bytes) == [.key(try #require(KeyChord(chord)))])
  }

  @Test("are two keys where Escape was typed before another")
  func escapes() {
    #expect(decoded("\u{1B}\u{1B}[A") == [.key(KeyChord(.escape)), .key(KeyChord(.up))])
    #expect(decoded("\u{1B}\u{1B}") == [.key(KeyChord(.escape)), .key(KeyChord(.escape))])
  }

  @Test("are moves of the mouse")
  func mouse() {
    let point = CellPoint(row: 19, column: 9)
    #expect(decoded("\u{1B}[<0;10;20M") == [.mouse(MouseEvent(.press, at: point))])
    #expect(decoded("\u{1B}[<2;10;20m") == [.mouse(MouseEvent(.release, button: .right, at: point))])
    #expect(decoded("\u{1B}[<64;10;20M") == [.mouse(MouseEvent(.wheelUp, at: point))])
    #expect(decoded("\u{1B}[<69;10;20M") == [.mouse(MouseEvent(.wheelDown, at: point, modifiers: .shift))])
    #expect(decoded("\u{1B}[<32;10;20M") == [.mouse(MouseEvent(.drag, at: point))])
    #expect(decoded("\u{1B}[<66;10;20M").isEmpty)
    #expect(decoded("\u{1B}[<0;0;0M").isEmpty)
    #expect(decoded("\u{1B}[<0;99999999999999999999;1M").isEmpty)
    #expect(decoded([0x1B, 0x5B, 0x4D, 32, 42, 52]) == [.mouse(MouseEvent(.press, at: point))])
  }

  @Test("are pasted text without its controls")
  func paste() {
    #expect(decoded("\u{1B}[200~а\u{1B}[31mб\r\nв\tг\u{7}\u{1B}[201~") == [.paste("а[31mб\nв\tг")])
    #expect(decoded("\u{1B}[200~без конца") == [.paste("без конца")])
  }

  @Test("are letters of a one-byte character set")
  func singleByte() {
    var upper = [Unicode.Scalar?](repeating: nil, count: 128)
    upper[0xD0 - 128] = "п"
    upper[0x9B - 128] = "\u{9B}"
    let events = decoded([0xD0, 0x9B, 0xFF, 0x1B, 0xD0], charset: .singleByte(upper))
    #expect(events == [.key(.character("п")), .key(.character("п", .alt))])
  }

  @Test("mean what the terminal's description says first")
  func ownKeys() {
    let keys = TerminalKeys(chords: [Array("\u{1B}[224z".utf8): KeyChord(.function(1))])
    #expect(decoded("\u{1B}[224z", keys: keys) == [.key(KeyChord(.function(1)))])
    #expect(decoded("\u{1B}[224z").isEmpty)
  }

  @Test("of any kind never stop the decoder and never make a control a character")
  func anyBytes() async {
    var generator = SeededGenerator(seed: 5)
    let pieces: [[UInt8]] = [
      [0x1B], [0x5B], [0x4F], [0x5D], [0x3C], [0x3B], [0x30], [0x39], [0x4D], [0x7E], [0xD0], [0xB6], [0xFF],
      [0x9B], Array("200~".utf8), Array("\u{1B}[201~".utf8), [0x07], [0x5C], [0x00], [0x75], [0xF0, 0x9F],
    ]
    for await _ in Stress.rounds(100_000) {
      let bytes = (0..<Int.random(in: 1...24, using: &generator)).flatMap { _ in
        pieces.randomElement(using: &generator) ?? []
      }
      for event in decoded(bytes) {
        switch event {
        case .key(let chord):
          if case .character(let character) = chord.key {
            #expect(
              character.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
          }
        case .paste(let text):
          #expect(
            text.unicodeScalars.allSatisfy {
              $0 == "\n" || $0 == "\t" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value))
            })
        default: break
        }
      }
    }
  }
}
