import CTextScan

/// Text whose columns are its lead bytes: ASCII, Cyrillic letters and the punctuation newspapers use. It is scanned
/// eight bytes at a time, or sixty-four.
enum SimpleText {
  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let low: UInt64 = 0x0101_0101_0101_0101

  /// Eight bytes at an offset; the first is the lowest.
  @inline(__always)
  static func word(_ bytes: UTF8Bytes, at offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes.base + offset).loadUnaligned(as: UInt64.self))
  }

  /// Up to eight bytes, with spaces behind the last.
  static func lastWord(_ bytes: UTF8Bytes, at offset: Int, end: Int) -> UInt64 {
    var word: UInt64 = 0x2020_2020_2020_2020
    for index in 0..<min(8, end - offset) {
      word = word & ~(0xFF << UInt64(index * 8)) | UInt64(bytes[offset + index]) << UInt64(index * 8)
    }
    return word
  }

  /// The high bit of each byte that equals a pattern's byte.
  @inline(__always)
  static func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return ~((difference & ~high &+ ~high) | difference) & high
  }

  /// The high bit of each byte that starts a scalar.
  @inline(__always)
  static func leads(_ word: UInt64) -> UInt64 { ~(word & ~(word &<< 1)) & high }

  /// In each byte, how many of the marked bytes there are up to and including it.
  @inline(__always)
  static func counts(_ marks: UInt64) -> UInt64 { marks >> 7 &* low }

  /// Where simple text that starts at an offset ends: at a scalar that is not simple, or at `end`.
  @inline(__always)
  static func prefix(_ bytes: UTF8Bytes, from start: Int, to end: Int) -> Int {
    text_simple_end(bytes.base, start, end)
  }

  /// The columns of simple text.
  static func columns(_ bytes: UTF8Bytes, from start: Int, to end: Int) -> Int {
    var columns = 0
    var offset = start
    while offset &+ 8 <= end {
      columns &+= Int(counts(leads(word(bytes, at: offset))) >> 56)
      offset &+= 8
    }
    while offset < end {
      if bytes[offset] & 0xC0 != 0x80 { columns &+= 1 }
      offset &+= 1
    }
    return columns
  }

  /// Whether a byte is a mark that stands behind a word, a space behind it: , . : ; ! ?
  @inline(__always)
  static func isStop(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F: true
    default: false
    }
  }

  /// The high bit of each byte that is a Latin letter.
  @inline(__always)
  static func latinLetters(_ word: UInt64) -> UInt64 {
    let letter = word & ~high | 0x2020_2020_2020_2020
    return (letter &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(letter &+ 0x0505_0505_0505_0505) & ~word & high
  }
}
