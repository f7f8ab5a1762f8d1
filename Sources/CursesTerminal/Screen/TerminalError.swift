/// Why no terminal could be opened.
package enum TerminalError: Error, Hashable, Sendable {
  /// The output is a pipe or a file.
  case notATerminal
  /// The input is a pipe or a file, and the process has no terminal of its own either.
  case inputIsNoTerminal
  /// There is no description for the type that `TERM` names; `nil` when it names none.
  case unknownType(String?)
  /// A terminal of this type cannot place its cursor (`dumb`).
  case cannotMoveCursor(String)
  /// The locale's character set lacks Cyrillic, and no UTF-8 locale is installed.
  case cannotShowCyrillic(codeset: String)
}
