import Canvas

/// A mouse report as the terminal writes it: a code of bits and a place counted from one.
struct MouseReport {
  let code: Int
  let column: Int
  let row: Int
  let isRelease: Bool

  /// What it means; `nil` for moves without a button and buttons beyond the wheel.
  var event: MouseEvent? {
    guard column > 0, row > 0, code >= 0 else { return nil }
    let point = CellPoint(row: row - 1, column: column - 1)
    var modifiers: KeyChord.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    if code & 64 != 0 {
      switch code & 0b1000_0011 {
      case 0: return MouseEvent(.wheelUp, at: point, modifiers: modifiers)
      case 1: return MouseEvent(.wheelDown, at: point, modifiers: modifiers)
      default: return nil
      }
    }
    guard code & 128 == 0 else { return nil }
    let buttons: [MouseEvent.Button] = [.left, .middle, .right]
    guard code & 3 < buttons.count else {
      // The old form does not tell which button was released.
      return code & 32 == 0 ? MouseEvent(.release, at: point, modifiers: modifiers) : nil
    }
    let action: MouseEvent.Action = isRelease ? .release : code & 32 != 0 ? .drag : .press
    return MouseEvent(action, button: buttons[code & 3], at: point, modifiers: modifiers)
  }
}
