/// Text whose columns are its lead bytes: ASCII, Cyrillic letters and the punctuation newspapers use. It is scanned
/// eight bytes at a time.
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

  /// Where simple text that starts at an offset ends: at a byte that is not simple, or at `end`. Thirty-two bytes at a
  /// time; rare marks are looked at one by one.
  static func prefix(_ bytes: UTF8Bytes, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      if offset &+ 33 <= end {
        let faults = faults(bytes, at: offset)
        let upper = faults.z | faults.w
        if faults.x | faults.y | upper == 0 {
          // A letter cut by the end is whole: the byte behind was looked at.
          offset &+= bytes[offset &+ 32] & 0xC0 == 0x80 ? 33 : 32
          continue
        }
        offset &+= firstByte(of: faults)
        if bytes[offset] & 0xC0 == 0x80 { offset &+= 1 }
      }
      let length = length(bytes, at: offset, end)
      if length == 0 { return offset }
      offset &+= length
    }
    return end
  }

  /// The first of thirty-two bytes that bears a mark.
  private static func firstByte(of marks: SIMD4<UInt64>) -> Int {
    if marks.x != 0 { return marks.x.trailingZeroBitCount >> 3 }
    if marks.y != 0 { return 8 &+ marks.y.trailingZeroBitCount >> 3 }
    return marks.z != 0 ? 16 &+ marks.z.trailingZeroBitCount >> 3 : 24 &+ marks.w.trailingZeroBitCount >> 3
  }

  /// Marks the bytes of thirty-two that are neither printable ASCII nor part of a letter of U+0400–U+047F. Looks at one
  /// byte behind them.
  @inline(__always)
  private static func faults(_ bytes: UTF8Bytes, at offset: Int) -> SIMD4<UInt64> {
    let here = UnsafeRawPointer(bytes.base + offset)
    let high = SIMD4(repeating: Self.high)
    let word = here.loadUnaligned(as: SIMD4<UInt64>.self)
    let next = (here + 1).loadUnaligned(as: SIMD4<UInt64>.self)
    let above = word & high
    let lead = above & word &<< 1
    let trailBehind = next & ~(next &<< 1) & high
    let leadBytes = lead &<< 1 &- lead &>> 7
    let strange = (word ^ 0xD0D0_D0D0_D0D0_D0D0) & 0xFEFE_FEFE_FEFE_FEFE & leadBytes
    let control = ~(word &<< 1 | word &<< 2 | above) & high
    let delete = ((word & ~high) &+ SIMD4(repeating: low)) & high
    return (lead ^ trailBehind) | strange | control | delete
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

  /// Goes forward over so many columns of simple text: where the next scalar starts, `end` when there is none; and how
  /// many columns were left to go over.
  @inline(__always)
  static func jump(_ bytes: UTF8Bytes, from start: Int, over columns: Int, to end: Int) -> (
    offset: Int, left: Int
  ) {
    var left = columns
    var offset = start
    while offset &+ 8 <= end {
      let leads = leads(word(bytes, at: offset))
      let count = Int(counts(leads) >> 56)
      guard count > left else {
        left &-= count
        offset &+= 8
        continue
      }
      var rest = leads
      while left > 0 {
        rest &= rest &- 1
        left &-= 1
      }
      return (offset &+ rest.trailingZeroBitCount >> 3, 0)
    }
    while offset < end {
      if bytes[offset] & 0xC0 != 0x80 {
        if left == 0 { return (offset, 0) }
        left &-= 1
      }
      offset &+= 1
    }
    return (end, left)
  }

  /// The length of a simple scalar, 0 when it is none.
  private static func length(_ bytes: UTF8Bytes, at offset: Int, _ end: Int) -> Int {
    let lead = bytes[offset]
    if lead >= 0x20, lead < 0x7F { return 1 }
    guard offset &+ 1 < end else { return 0 }
    let second = bytes[offset &+ 1]
    guard second & 0xC0 == 0x80 else { return 0 }
    switch lead {
    case 0xD0, 0xD1, 0xD3: return 2
    case 0xD2: return second >= 0x83 && second <= 0x89 ? 0 : 2
    case 0xC2:
      switch second {
      case 0xA0, 0xA7, 0xAB, 0xB0, 0xB1, 0xB2, 0xB3, 0xB7, 0xBB: return 2
      default: return 0
      }
    case 0xE2:
      guard offset &+ 2 < end else { return 0 }
      return isSimple(second, bytes[offset &+ 2]) ? 3 : 0
    default: return 0
    }
  }

  /// Dashes, quotation marks, bullet, ellipsis, narrow and figure space, ‰, guillemets, currencies, № and minus.
  private static func isSimple(_ second: UInt8, _ third: UInt8) -> Bool {
    switch (second, third) {
    case (0x80, 0x90...0x94), (0x80, 0x98...0x9A), (0x80, 0x9C...0x9E), (0x80, 0xA2), (0x80, 0xA6),
      (0x80, 0xAF),
      (0x80, 0x87), (0x80, 0xB0), (0x80, 0xB9...0xBA), (0x82, 0xA0...0xBF), (0x84, 0x96), (0x88, 0x92):
      true
    default: false
    }
  }

  /// Marks among eight bytes that end words or may hold breaks: spaces, and everything that is neither a letter nor a
  /// digit.
  @inline(__always)
  static func events(_ word: UInt64) -> (spaces: UInt64, specials: UInt64) {
    let spaces = matches(word, 0x2020_2020_2020_2020)
    let ascii = ~word & high
    let above = word & high
    // Leads of three bytes and of U+0080…U+00FF have bit 4 clear, Cyrillic ones have it set.
    var specials = above & word &<< 1 & ~(word &<< 3)
    if ascii != spaces {
      let plain = word & ~high
      let letter = plain | 0x2020_2020_2020_2020
      let isLetter = (letter &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(letter &+ 0x0505_0505_0505_0505)
      let isDigit = (plain &+ 0x5050_5050_5050_5050) & ~(plain &+ 0x4646_4646_4646_4646)
      specials |= ascii & ~spaces & ~(isLetter | isDigit)
    }
    return (spaces, specials)
  }
}
