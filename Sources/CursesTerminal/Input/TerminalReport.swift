import CNcurses

/// What is known of the terminal before a screen is opened on it; nothing is written to it.
package struct TerminalReport: Hashable, Sendable {
  /// What `TERM` names; `nil` when it names none.
  package let type: String?
  /// Why no screen could be opened for this type; `nil` when one can.
  package let fault: TerminalError?
  /// How many colours its description gives it.
  package let depth: ColorDepth

  /// - Parameter type: what `TERM` names.
  package init(type: String?) {
    self.type = type
    guard let type, !type.isEmpty else {
      fault = .unknownType(nil)
      depth = .none
      return
    }
    guard terminal_describe(type) else {
      fault = .unknownType(type)
      depth = .none
      return
    }
    fault = terminal_string("cup") == nil ? .cannotMoveCursor(type) : nil
    depth = ColorDepth.ofTerminal()
    terminal_forget()
  }
}
