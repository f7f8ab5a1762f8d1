/// What a theme may ask of a terminal.
package enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the terminal's own sixteen.
  case terminal(UInt8)
  case direct(RGB)

  /// From `default`, `terminal0` to `terminal15`, `rrggbb` or `#rrggbb`.
  package init?(_ text: some StringProtocol) {
    if text == "default" {
      self = .standard
    } else if text.hasPrefix("terminal"), let number = UInt8(text.dropFirst(8)), number < 16 {
      self = .terminal(number)
    } else if let rgb = RGB(hexadecimal: text) {
      self = .direct(rgb)
    } else {
      return nil
    }
  }

  /// The colour itself where it is known: of the terminal's own ones, what most terminals show.
  package var rgb: RGB? {
    switch self {
    case .standard: nil
    case .terminal(let number): RGB(Self.usual[Int(number) % Self.usual.count])
    case .direct(let rgb): rgb
    }
  }

  /// xterm's sixteen.
  private static let usual: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}
