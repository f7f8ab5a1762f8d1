import Canvas
import Foundation

extension CursesScreen {
  /// Longer texts are not copied: terminals drop them.
  private static let copyLimit = 100_000

  /// Names the terminal's window; control characters are left out.
  package func setTitle(_ title: String) {
    guard !isClosed else { return }
    self.title = title
    writeTitle()
  }

  /// Writes the title that was set, anew where something else had the terminal.
  func writeTitle() {
    guard let title, settings.usesTitles, sequences.knowsControlStrings, isUnicode else { return }
    write([0x1B] + Array("]2;".utf8) + Self.printable(title, limit: 256) + [0x1B, UInt8(ascii: "\\")])
  }

  /// Puts a text on the clipboard (OSC 52); false where the terminal is known not to take it.
  package func copy(_ text: String) -> Bool {
    guard !isClosed, sequences.knowsControlStrings, text.utf8.count <= Self.copyLimit else { return false }
    let encoded = Data(text.utf8).base64EncodedString()
    switch settings.clipboard {
    case .none: return false
    case .told: write(Array("\u{1B}]52;c;\(encoded)\u{1B}\\".utf8))
    case .wrapped: write(Self.wrapped(Array("\u{1B}]52;c;\(encoded)\u{7}".utf8)))
    }
    return true
  }

  /// Bytes for the terminal behind GNU screen, which hands on what stands in strings of DCS, each of few hundred bytes.
  private static func wrapped(_ bytes: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bytes.count, by: 240).flatMap { start in
      Array("\u{1B}P".utf8) + bytes[start...].prefix(240) + Array("\u{1B}\\".utf8)
    }
  }

  /// A text's bytes without anything that a terminal would take for a command.
  private static func printable(_ text: String, limit: Int) -> [UInt8] {
    let scalars = text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
      default: true
      }
    }
    return Array(String(String.UnicodeScalarView(scalars.prefix(limit))).utf8)
  }
}
