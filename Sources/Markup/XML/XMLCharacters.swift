/// Which characters a document and its names may hold (XML 1.0, fifth edition, §2.2 and §2.3).
enum XMLCharacters {
  /// A copy without the characters that XML forbids, or `nil` where there are none: C0 controls but for white
  /// space, U+FFFE and U+FFFF.
  static func withoutForbidden(
    _ bytes: UnsafeBufferPointer<UInt8>, noting oddities: inout [XMLOddity]
  ) -> [UInt8]? {
    // Without branches, so that many bytes are looked at together.
    var suspicion: UInt8 = 0
    for byte in bytes {
      let isControl = byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09
      suspicion |= isControl || byte == 0xEF ? 1 : 0
    }
    guard suspicion != 0 else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var dropped = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 {
        dropped += 1
        index += 1
      } else if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
        dropped += 1
        index += 3
      } else {
        result.append(byte)
        index += 1
      }
    }
    guard dropped > 0 else { return nil }
    oddities.append(.forbiddenCharacters(dropped))
    return result
  }

  /// Characters without those that XML forbids.
  static func allowed(_ characters: [UInt8]) -> [UInt8] {
    var oddities: [XMLOddity] = []
    return characters.withUnsafeBufferPointer { withoutForbidden($0, noting: &oddities) } ?? characters
  }

  /// White space between attributes.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// Whether an ASCII byte can begin a name; bytes above ASCII are judged by scalar.
  static func startsName(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || byte >= 0x80
  }

  /// Whether a byte can stand in a name.
  static func continuesName(_ byte: UInt8) -> Bool {
    startsName(byte) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D || byte == 0x2E || byte == 0x3A
  }

  /// Whether a scalar above ASCII can begin a name.
  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
      0x2070...0x218F,
      0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }
}
