import CNcurses

/// What is written beside the library: asked once from the terminal's description, so that a dying process only
/// has bytes to write.
struct TerminalSequences {
  /// After the library has taken the terminal.
  let entering: [UInt8]
  /// Before the library gives it back.
  let leaving: [UInt8]
  /// Everything that gives the terminal back without the library.
  let restoring: [UInt8]
  /// Whether control strings for titles, colours and the clipboard are understood, or at least skipped.
  let knowsControlStrings: Bool
  /// Takes every picture away that was sent in kitty's protocol.
  static let withoutPictures = Array("\u{1B}_Ga=d,d=A,q=2\u{1B}\\".utf8)

  init(type: String, settings: ScreenSettings) {
    func bytes(_ name: String) -> [UInt8] {
      guard let string = terminal_string(name) else { return [] }
      return Self.withoutDelays(Array(String(cString: string).utf8))
    }
    let isXtermLike =
      terminal_string("kmous") != nil && !type.hasPrefix("linux")
      && !type.hasPrefix("sun") && !type.hasPrefix("cons")
    knowsControlStrings = isXtermLike
    var enter = bytes("smkx")
    var leave: [UInt8] = []
    if isXtermLike {
      // The window's title is kept on the terminal's own stack.
      enter += Array(((settings.usesTitles ? "\u{1B}[22;2t" : "") + "\u{1B}[?2004h").utf8)
      leave += Array(("\u{1B}[?2004l" + (settings.usesTitles ? "\u{1B}[23;2t" : "")).utf8)
      if settings.usesMouse {
        enter += Array("\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h".utf8)
        leave += Array("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l".utf8)
      }
    }
    leave += bytes("rmkx")
    entering = enter
    leaving = leave
    // CAN ends what a frame that was cut off has begun.
    restoring = [0x18] + leave + bytes("sgr0") + bytes("op") + bytes("cnorm") + bytes("rmcup")
  }

  /// Padding (`$<5>`) is for terminals that are no more.
  private static func withoutDelays(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
