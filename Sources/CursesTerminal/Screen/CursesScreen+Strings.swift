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
    guard let title, sequences.knowsControlStrings, isUnicode else { return }
    write([0x1B] + Array("]2;".utf8) + Self.printable(title, limit: 256) + [0x1B, UInt8(ascii: "\\")])
  }

  /// Puts a text on the clipboard (OSC 52), where the terminal allows it.
  package func copy(_ text: String) {
    guard !isClosed, sequences.knowsControlStrings, text.utf8.count <= Self.copyLimit else { return }
    let encoded = Data(text.utf8).base64EncodedString()
    write(Array("\u{1B}]52;c;\(encoded)\u{1B}\\".utf8))
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
