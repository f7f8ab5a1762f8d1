import CNcurses

/// How many colours a terminal is given.
package enum ColorDepth: Int, Hashable, Sendable, Comparable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case indexed = 256
  /// Red, green and blue as they are.
  case direct = 16_777_216

  package static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }

  /// What the current terminal's description says: direct colour only where it has `RGB`.
  static func ofTerminal() -> ColorDepth {
    let colors = terminal_number("colors")
    if terminal_flag("RGB") || terminal_number("RGB") > 0 || terminal_string("RGB") != nil, colors >= 1 << 24
    {
      return .direct
    }
    return switch colors {
    case 256...: .indexed
    case 16..<256: .sixteen
    case 8..<16: .eight
    default: .none
    }
  }
}
