/// Lower case at the speed of bytes: what `lowercased()` gives, which looks every letter beyond ASCII up.
package enum LowerCase {
  /// A text in lower case. ASCII and the Cyrillic letters up to U+04FF are turned byte by byte, the signs that stand among
  /// them are kept; where there is anything else, the standard library does it all.
  package static func of(_ text: String) -> String {
    var text = text
    let lowered = text.withUTF8 { bytes -> String? in
      var isKnown = true
      let lowered = String(unsafeUninitializedCapacity: bytes.count) { output in
        isKnown = lower(bytes, into: output)
        return isKnown ? bytes.count : 0
      }
      return isKnown ? lowered : nil
    }
    return lowered ?? text.lowercased()
  }

  /// Both forms of a letter are equally long in UTF-8.
  ///
  /// - Returns: false where something is neither ASCII nor such a letter or sign.
  private static func lower(
    _ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        output[index] = byte.lowercased
        index += 1
      } else if byte & 0xFC == 0xD0 {
        (output[index], output[index + 1]) = lower(byte, bytes[index + 1])
        index += 2
      } else {
        let length = signLength(byte, bytes[index + 1])
        guard length > 0 else { return false }
        for offset in 0..<length { output[index + offset] = bytes[index + offset] }
        index += length
      }
    }
    return true
  }

  /// How long a sign without case is in UTF-8: U+0080–00BF, as « and the no-break space, and U+2000–20FF, as dashes and
  /// other quotation marks; 0 for everything else.
  @inline(__always)
  private static func signLength(_ lead: UInt8, _ next: UInt8) -> Int {
    switch (lead, next) {
    case (0xC2, _): 2
    case (0xE2, 0x80...0x83): 3
    default: 0
    }
  }

  /// The lower case of a letter from U+0400 to U+04FF, by its two bytes.
  @inline(__always)
  private static func lower(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8) {
    switch (lead, trail) {
    case (0xD0, 0x80...0x8F): (0xD1, trail + 0x10)
    case (0xD0, 0x90...0x9F): (0xD0, trail + 0x20)
    case (0xD0, 0xA0...0xAF): (0xD1, trail - 0x20)
    // Capitals and small letters in turn, from an even one on.
    case (0xD1, 0xA0...0xBF), (0xD2, 0x80...0x81), (0xD2, 0x8A...0xBF), (0xD3, 0x90...0xBF): (lead, trail | 1)
    // The palochka, and between its two forms capitals that are odd.
    case (0xD3, 0x80): (0xD3, 0x8F)
    case (0xD3, 0x81...0x8E): (0xD3, trail + trail % 2)
    default: (lead, trail)
    }
  }
}
