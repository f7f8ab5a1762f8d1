import CursesTerminal
import Phrases

extension Problem {
  /// Why the terminal cannot show the reader.
  init(_ error: TerminalError) {
    self =
      switch error {
      case .notATerminal: .notATerminal
      case .inputIsNoTerminal: .inputIsNoTerminal
      case .unknownType(let name), .cannotMoveCursor(let name as String?): .unknownTerminal(name ?? "")
      case .cannotShowCyrillic(let codeset): .noUTF8Locale(codeset)
      }
  }
}
