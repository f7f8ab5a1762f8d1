/// Letters as the rules compare them.
enum LetterCase {
  /// The lower-case form of a Latin or Cyrillic letter; any other scalar as it is.
  @inline(__always)
  static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F, 0x100...0x137: scalar | 1
    case 0x4C1...0x4CE: scalar + (scalar & 1)
    default: scalar
    }
  }

  /// A letter and the mark behind it as one letter, where an alphabet has it; the letter alone otherwise, since
  /// stress marks change nothing. `letter` is in lower case.
  @inline(__always)
  static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32 {
    switch (letter, mark) {
    case (0x438, 0x306): 0x439  // й
    case (0x443, 0x306): 0x45E  // ў
    case (0x435, 0x308): 0x451  // ё
    case (0x456, 0x308): 0x457  // ї
    default: letter
    }
  }

  /// Whether a scalar is a combining mark as letters carry them: the stress, a breve, a diaeresis.
  @inline(__always)
  static func isMark(_ scalar: UInt32) -> Bool { scalar >= 0x300 && scalar < 0x370 }
}
