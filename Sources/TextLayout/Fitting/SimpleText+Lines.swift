extension SimpleText {
  /// The next line feed, or the end of the bytes.
  static func lineEnd(_ bytes: UTF8Bytes, from start: Int) -> Int {
    var offset = start
    while offset &+ 8 <= bytes.count {
      let found = matches(word(bytes, at: offset), 0x0A0A_0A0A_0A0A_0A0A)
      if found != 0 { return offset &+ found.trailingZeroBitCount >> 3 }
      offset &+= 8
    }
    while offset < bytes.count, bytes[offset] != 0x0A { offset &+= 1 }
    return offset
  }

  /// Whether there is no white space but single spaces, and none at the end.
  static func isCollapsed(_ bytes: UTF8Bytes, from start: Int) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    var offset = start
    var wasSpace: UInt64 = 0
    while offset &+ 8 <= bytes.count {
      let word = word(bytes, at: offset)
      let spaces = matches(word, 0x2020_2020_2020_2020)
      let printable = (word & ~high &+ 0x6060_6060_6060_6060) | word
      if spaces & (spaces &<< 8 | wasSpace) != 0 || printable & high != high { return false }
      wasSpace = spaces >> 56
      offset &+= 8
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x20 || byte == 0x20 && wasSpace != 0 { return false }
      wasSpace = byte == 0x20 ? 0x80 : 0
      offset &+= 1
    }
    return wasSpace == 0
  }

  /// Whether none of eight bytes is a control character or begins a scalar of U+0080–U+00BF or U+2000–U+2FFF.
  @inline(__always)
  static func hasNoMarks(_ word: UInt64) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    let plain = word & ~high
    let printable = ((plain &+ 0x6060_6060_6060_6060) & ~(plain &+ 0x0101_0101_0101_0101)) | word
    // Cyrillic leads have bit 4 set, C2 and E2 have not.
    let leads = word & word &<< 1 & ~(word &<< 3)
    return printable & ~leads & high == high
  }
}
