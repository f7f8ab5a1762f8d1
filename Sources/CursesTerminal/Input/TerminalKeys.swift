import CNcurses
import Canvas

/// Sequences that a terminal's description gives to keys: what it says goes before what is usual.
package struct TerminalKeys: Sendable {
  private let chords: [[UInt8]: KeyChord]

  /// - Parameter chords: keys by the bytes they send.
  package init(chords: [[UInt8]: KeyChord] = [:]) { self.chords = chords }

  func chord(for bytes: ArraySlice<UInt8>) -> KeyChord? { chords[Array(bytes)] }

  /// What terminfo says of the current terminal.
  static func ofTerminal() -> TerminalKeys {
    var chords: [[UInt8]: KeyChord] = [:]
    for (name, key) in names {
      guard let string = terminal_string(name) else { continue }
      let bytes = Array(String(cString: string).utf8)
      // Shorter ones are characters, which have their meaning already, as has Alt and a letter.
      let isPair = bytes.count == 2 && bytes[1] < 0x20
      if bytes.count > 2 || isPair, bytes.first == 0x1B { chords[bytes] = KeyChord(key) }
    }
    return TerminalKeys(chords: chords)
  }

  private static let names: [(String, KeyChord.Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
      ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
