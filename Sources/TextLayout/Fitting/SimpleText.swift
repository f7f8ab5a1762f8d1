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

  /// Where simple text that starts at an offset ends: at a byte that is not simple, or at `end`. Thirty-two bytes at
  /// a time; rare marks are looked at one by one.
  static func prefix(_ bytes: UTF8Bytes, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, !isTrail(bytes[offset]) {
      while offset &+ 33 <= end {
        let first = faults(bytes, at: offset)
        let second = faults(bytes, at: offset &+ 16)
        let either = first | second
        if either.x | either.y != 0 {
          offset &+= firstByte(of: first) ?? 16 &+ (firstByte(of: second) ?? 0)
          break
        }
        offset &+= 32
      }
      // A trail here is the first of two, or ends a letter that was seen.
      if isTrail(bytes[offset]) { offset &+= 1 }
      if offset < end {
        let length = length(bytes, at: offset, end)
        if length == 0 { return offset }
        offset &+= length
      }
    }
    return offset
  }

  /// Whether a byte continues a scalar.
  @inline(__always)
  private static func isTrail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// The first of sixteen bytes that bears a mark.
  @inline(__always)
  private static func firstByte(of marks: SIMD2<UInt64>) -> Int? {
    if marks.x != 0 { return marks.x.trailingZeroBitCount >> 3 }
    return marks.y != 0 ? 8 &+ marks.y.trailingZeroBitCount >> 3 : nil
  }

  /// Marks the bytes of sixteen that are neither printable ASCII nor part of a letter of U+0400–U+047F. Looks at one
  /// byte behind them. Only the high bit of each byte counts, until the end.
  @inline(__always)
  private static func faults(_ bytes: UTF8Bytes, at offset: Int) -> SIMD2<UInt64> {
    let here = UnsafeRawPointer(bytes.base + offset)
    let word = here.loadUnaligned(as: SIMD2<UInt64>.self)
    let next = (here + 1).loadUnaligned(as: SIMD2<UInt64>.self)
    let lead = word & (word &+ word)
    let trailBehind = (next & (next &+ next)) ^ next
    // A lead is D0 or D1: the bits between are 01000.
    let strange = ((word ^ 0x1010_1010_1010_1010) & 0x3E3E_3E3E_3E3E_3E3E) &+ 0x7E7E_7E7E_7E7E_7E7E
    // From 20 up the sum reaches the high bit; 7F has it before.
    let following = (word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x0101_0101_0101_0101
    let printable = (following &+ 0x5F5F_5F5F_5F5F_5F5F) ^ following
    return ((lead ^ trailBehind) | (strange & lead) | ~(word | printable)) & 0x8080_8080_8080_8080
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
    while offset &+ 32 <= end, left >= 16 {
      let count = 32 &- trails(bytes, at: offset)
      guard count <= left else { break }
      left &-= count
      offset &+= 32
    }
    while offset &+ 8 <= end {
      let counts = counts(leads(word(bytes, at: offset)))
      let count = Int(counts >> 56)
      guard count > left else {
        left &-= count
        offset &+= 8
        continue
      }
      // The first byte that is counted as more than what is left.
      let beyond = (counts &+ low &* UInt64(0x7F &- left)) & high
      return (offset &+ beyond.trailingZeroBitCount >> 3, 0)
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

  /// How many of thirty-two bytes continue a scalar.
  @inline(__always)
  private static func trails(_ bytes: UTF8Bytes, at offset: Int) -> Int {
    let word = UnsafeRawPointer(bytes.base + offset).loadUnaligned(as: SIMD4<UInt64>.self)
    let trails = (word & ~(word &<< 1) & 0x8080_8080_8080_8080) &>> 7
    let pairs = trails.lowHalf &+ trails.highHalf
    return Int(((pairs.x &+ pairs.y) &* low) >> 56)
  }

  /// Goes back over a plain word, of Cyrillic letters, Latin ones and digits: where the space before it stands and how
  /// many columns there are from it to `end`. Nil when something else comes first, or `start`.
  @inline(__always)
  static func space(_ bytes: UTF8Bytes, before end: Int, after start: Int) -> (offset: Int, columns: Int)? {
    var offset = end &- 8
    var columns = 0
    while offset >= start {
      let word = word(bytes, at: offset)
      let (spaces, specials) = events(word)
      guard spaces == 0 else {
        let bit = (63 &- spaces.leadingZeroBitCount) & ~7
        let behind = UInt64.max &<< UInt64(truncatingIfNeeded: bit)
        guard specials & behind == 0 else { return nil }
        return (offset &+ bit >> 3, columns &+ Int(counts(leads(word) & behind) >> 56))
      }
      guard specials == 0 else { return nil }
      columns &+= Int(counts(leads(word)) >> 56)
      offset &-= 8
    }
    return nil
  }

  /// The length of a simple scalar, 0 when it is none.
  private static func length(_ bytes: UTF8Bytes, at offset: Int, _ end: Int) -> Int {
    let lead = bytes[offset]
    if lead >= 0x20, lead < 0x7F { return 1 }
    if lead < 0x80 { return 0 }
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
  static func latinLetters(_ word: UInt64) -> UInt64 { latinRange(word & ~high) & ~word & high }

  /// Seven bits of each byte: the high one of those that make a Latin letter.
  @inline(__always)
  private static func latinRange(_ plain: UInt64) -> UInt64 {
    let letter = plain | 0x2020_2020_2020_2020
    return (letter &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(letter &+ 0x0505_0505_0505_0505)
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
      let isLetter = latinRange(plain)
      let isDigit = (plain &+ 0x5050_5050_5050_5050) & ~(plain &+ 0x4646_4646_4646_4646)
      specials |= ascii & ~spaces & ~(isLetter | isDigit)
    }
    return (spaces, specials)
  }
}
