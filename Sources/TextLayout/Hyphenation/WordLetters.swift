/// A word's letters in lower case, each with the byte it starts at; marks belong to the letter before them.
struct WordLetters {
  /// The longest word that is divided, in bytes.
  static let mostBytes = 127
  /// Room for its letters; a word with as many is not divided.
  static let capacity = 62

  let scalars: UnsafeMutablePointer<UInt16>
  let offsets: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private(set) var capitals = 0
  /// Bit *i* for a vowel at letter *i*.
  private(set) var vowels: UInt64 = 0
  /// Whether two letters in a row are the same.
  private(set) var hasDouble = false
  /// The letter before the one being read.
  private var previous: UInt16 = 0
  /// Whether a mark other than the stress stands on a letter that does not become another by it.
  private(set) var hasForeignMark = false

  init(scalars: UnsafeMutablePointer<UInt16>, offsets: UnsafeMutablePointer<UInt8>) {
    self.scalars = scalars
    self.offsets = offsets
  }

  @inline(__always)
  subscript(index: Int) -> UInt16 { scalars[index] }

  /// Reads a word; false when it holds anything but letters, apostrophes and marks, or too many of them.
  @inline(__always)
  mutating func read(_ word: UnsafePointer<UInt8>, count bytes: Int) -> Bool {
    var offset = 0
    while offset < bytes {
      guard count < Self.capacity else { return false }
      let lead = word[offset]
      if lead & 0xFC == 0xD0, offset &+ 1 < bytes {
        append(UInt16(lead & 0x1F) &<< 6 | UInt16(word[offset &+ 1] & 0x3F), at: offset)
        offset &+= 2
      } else if lead < 0x80 {
        guard lead == 0x27 || (lead | 0x20) &- 0x61 < 26 else { return false }
        append(UInt16(lead), at: offset)
        offset &+= 1
      } else {
        guard readRare(word, bytes, &offset) else { return false }
      }
    }
    return true
  }

  @inline(__always)
  private mutating func append(_ scalar: UInt16, at offset: Int) {
    var letter = scalar
    if scalar &- 0x430 < 0x30 {
      // The small letters, without a branch: `isVowel` asks the same table.
      vowels |= (CyrillicLetter.vowels >> UInt64(scalar &- 0x430) & 1) &<< UInt64(truncatingIfNeeded: count)
    } else {
      letter = UInt16(truncatingIfNeeded: LetterCase.lower(UInt32(scalar)))
      if letter != scalar { capitals &+= 1 }
      // ѐ and ѝ are е and и with a stress.
      if letter == 0x450 || letter == 0x45D { letter = letter == 0x450 ? 0x435 : 0x438 }
      if CyrillicLetter.isVowel(letter) { vowels |= 1 &<< UInt64(truncatingIfNeeded: count) }
    }
    hasDouble = hasDouble || letter == previous
    previous = letter
    scalars[count] = letter
    offsets[count] = UInt8(truncatingIfNeeded: offset)
    count &+= 1
  }

  /// Marks, typographic apostrophes, and letters beyond the Cyrillic block.
  private mutating func readRare(_ word: UnsafePointer<UInt8>, _ bytes: Int, _ offset: inout Int) -> Bool {
    let (scalar, next) = UTF8Bytes(base: word, count: bytes).scalar(at: offset, end: bytes)
    defer { offset = next }
    if LetterCase.isMark(scalar) {
      guard count > 0 else { return false }
      let letter = UInt32(scalars[count - 1])
      let composed = LetterCase.composed(letter, scalar)
      previous = UInt16(truncatingIfNeeded: composed)
      scalars[count - 1] = previous
      let bit: UInt64 = 1 &<< UInt64(count - 1)
      vowels = CyrillicLetter.isVowel(previous) ? vowels | bit : vowels & ~bit
      let isStress = scalar == 0x301 || scalar == 0x300
      let isForeign = !isStress || letter < 0x400 || scalar == 0x301 && (letter == 0x433 || letter == 0x43A)
      if composed == letter, isForeign { hasForeignMark = true }
      return true
    }
    guard scalar == 0x2019 || scalar == 0x2BC || scalar >= 0x500 && scalar < 0x530 else { return false }
    append(scalar == 0x2BC || scalar == 0x2019 ? 0x27 : UInt16(scalar), at: offset)
    return true
  }
}

/// Classes of Cyrillic letters.
enum CyrillicLetter {
  /// Vowels of every Cyrillic alphabet: аеёиоуыэюя іїєў-less ә ө ү ұ and their marked forms.
  @inline(__always)
  static func isVowel(_ letter: UInt16) -> Bool {
    guard letter &- 0x400 < 0x100 else { return false }
    let index = Int(letter &- 0x430)
    if index >= 0, index < 0x30 { return vowels >> UInt64(index) & 1 != 0 }
    switch letter {
    case 0x4AF, 0x4B1, 0x4D1, 0x4D3, 0x4D5, 0x4D7, 0x4D9, 0x4DB, 0x4E3, 0x4E5, 0x4E7, 0x4E9, 0x4EB, 0x4ED,
      0x4EF,
      0x4F1, 0x4F3, 0x4F9:
      return true
    default: return false
    }
  }

  /// а е и о у ы э ю я ё є і ї, counted from U+0430.
  static let vowels: UInt64 =
    1 << 0 | 1 << 5 | 1 << 8 | 1 << 14 | 1 << 19 | 1 << 27 | 1 << 29 | 1 << 30 | 1 << 31 | 1 << 33 | 1 << 36
    | 1 << 38
    | 1 << 39

  /// The signs, which follow a letter: ъ and ь.
  @inline(__always)
  static func isSign(_ letter: UInt16) -> Bool { letter == 0x44A || letter == 0x44C }

  @inline(__always)
  static func isConsonant(_ letter: UInt16) -> Bool {
    letter >= 0x400 && !isVowel(letter) && !isSign(letter)
  }
}

/// Break points of a word by letters: bit *i* stands for a break before letter *i*.
struct LetterPoints {
  var bits: UInt64

  @inline(__always)
  subscript(index: Int) -> Bool {
    get { bits & 1 &<< UInt64(index) != 0 }
    set {
      if newValue { bits |= 1 &<< UInt64(index) } else { bits &= ~(1 &<< UInt64(index)) }
    }
  }

  /// Leaves only points with at least so many letters before and behind.
  @inline(__always)
  mutating func keep(left: Int, right: Int, count: Int) {
    guard count >= left &+ right else {
      bits = 0
      return
    }
    bits &= ~(1 &<< UInt64(left) &- 1)
    bits &= 1 &<< UInt64(count &- right &+ 1) &- 1
  }

  /// The points in ascending order, each handed to the body, which says whether it stays.
  @inline(__always)
  mutating func filter(_ isKept: (Int) -> Bool) {
    var rest = bits
    while rest != 0 {
      let index = rest.trailingZeroBitCount
      rest &= rest &- 1
      if !isKept(index) { self[index] = false }
    }
  }
}
