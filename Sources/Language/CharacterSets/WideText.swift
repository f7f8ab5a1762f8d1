/// A byte-order mark at the start of bytes.
struct ByteOrderMark {
  let encoding: CharacterEncoding
  let length: Int

  init?(at bytes: UnsafeRawBufferPointer) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, length) = (.utf8, 3)
    } else if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
      (encoding, length) = (.utf32LE, 4)
    } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      (encoding, length) = (.utf32BE, 4)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      (encoding, length) = (.utf16LE, 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (encoding, length) = (.utf16BE, 2)
    } else {
      return nil
    }
  }
}

/// UTF-16 and UTF-32 without a mark: the upper bytes of their units are nearly all alike.
enum WideText {
  /// - Returns: `nil` for text of bytes.
  static func encoding(of bytes: UnsafeRawBufferPointer) -> CharacterEncoding? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4, sample.contains(0) else { return nil }
    var zeros = [0, 0, 0, 0]
    for (index, byte) in sample.enumerated() {
      if byte == 0 { zeros[index % 4] += 1 }
    }
    let quarter = sample.count / 4
    let half = sample.count / 2
    if quarter >= 2 {
      if zeros[3] == quarter, zeros[2] * 10 >= quarter * 9, zeros[0] == 0 { return .utf32LE }
      if zeros[0] == quarter, zeros[1] * 10 >= quarter * 9, zeros[3] == 0 { return .utf32BE }
    }
    let even = zeros[0] + zeros[2]
    let odd = zeros[1] + zeros[3]
    // Spaces, signs and Latin letters have an upper byte of 0; a lower byte is hardly ever 0.
    if odd * 10 >= half, even * 20 <= odd { return .utf16LE }
    if even * 10 >= half, odd * 20 <= even { return .utf16BE }
    return nil
  }
}
