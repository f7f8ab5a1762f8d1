import Canvas

extension InputDecoder {
  /// A control character or a character of the terminal's set at an index: after `start` where Alt goes before it.
  func character(from index: Int, modifiers: KeyChord.Modifiers) -> Parsed {
    let first = bytes[index]
    let before = index - start
    switch first {
    case 0x0D, 0x0A: return key(.enter, modifiers, before + 1)
    case 0x09: return key(.tab, modifiers, before + 1)
    case 0x08, 0x7F: return key(.backspace, modifiers, before + 1)
    case 0x00: return key(.character(" "), modifiers.union(.control), before + 1)
    case 0x01...0x1A:
      let letter = Character(Unicode.Scalar(first + 0x60))
      return key(.character(letter), modifiers.union(.control), before + 1)
    case 0x1C...0x1F:
      let sign = Character(Unicode.Scalar(first + 0x40))
      return key(.character(sign), modifiers.union(.control), before + 1)
    case 0x20...0x7E: return key(.character(Character(Unicode.Scalar(first))), modifiers, before + 1)
    default: break
    }
    switch charset {
    case .singleByte(let upper):
      guard let scalar = upper[Int(first) - 128], Self.isTyped(scalar) else { return .skip(before + 1) }
      return key(.character(Character(scalar)), modifiers, before + 1)
    case .unicode:
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard (0xC2...0xF4).contains(first) else { return .skip(before + 1) }
      let follow = bytes[(index + 1)...].prefix(length - 1)
      guard follow.allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .skip(before + 1) }
      guard follow.count == length - 1 else { return .more(.sequence) }
      let scalar = String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars.first
      guard let scalar, scalar != "\u{FFFD}", Self.isTyped(scalar) else { return .skip(before + length) }
      return key(.character(Character(scalar)), modifiers, before + length)
    }
  }

  /// No C1 control.
  static func isTyped(_ scalar: Unicode.Scalar) -> Bool { !(0x7F...0x9F).contains(scalar.value) }
}
