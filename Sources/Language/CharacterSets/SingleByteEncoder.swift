/// Text back to the bytes of a single-byte set.
struct SingleByteEncoder: Sendable {
  private let bytesByScalar: [Unicode.Scalar: UInt8]

  private init(_ decoder: SingleByteDecoder) {
    var table: [Unicode.Scalar: UInt8] = [:]
    for (index, scalar) in decoder.scalars.enumerated() where scalar != "\u{FFFD}" && table[scalar] == nil {
      table[scalar] = UInt8(index + 128)
    }
    bytesByScalar = table
  }

  static func shared(for encoding: CharacterEncoding) -> SingleByteEncoder? {
    SingleByteDecoder.shared(for: encoding).map(SingleByteEncoder.init)
  }

  /// The bytes of a word, none of its letters a stranger to the set.
  func strictBytes(of text: Substring) -> [UInt8]? {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let byte = bytesByScalar[scalar] {
        result.append(byte)
      } else if scalar.value <= 0x9F {
        result.append(UInt8(scalar.value))
      } else {
        return nil
      }
    }
    return result
  }

  /// - Returns: `nil` when more than a twentieth of the letters are not in the set; single ones become `?`.
  func bytes(of text: String) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.unicodeScalars.count)
    var strangers = 0
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        result.append(UInt8(scalar.value))
      } else if let byte = bytesByScalar[scalar] {
        result.append(byte)
      } else if 0x80...0x9F ~= scalar.value {
        result.append(UInt8(scalar.value))
      } else {
        strangers += 1
        result.append(UInt8(ascii: "?"))
      }
    }
    return strangers * 20 <= result.count ? result : nil
  }
}
