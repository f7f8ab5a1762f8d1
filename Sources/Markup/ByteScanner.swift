import Glibc

/// A place in bytes of UTF-8 and the small steps of a reader of markup; every search for an end that never comes is
/// made once only, so that all of it is linear.
struct ByteScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  private var missing: Set<String> = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { position >= bytes.count }

  /// The byte here; 0 at the end.
  var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Goes to the next such byte, or to the end.
  mutating func move(to byte: UInt8) {
    while position < bytes.count, bytes[position] != byte { position += 1 }
  }

  mutating func skipSpaces() {
    while position < bytes.count, XMLCharacters.isSpace(bytes[position]) { position += 1 }
  }

  /// Whether the text stands here.
  func isAt(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[position + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Goes past the text when it stands here.
  mutating func skip(_ text: StaticString) -> Bool {
    guard isAt(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  /// As `skip`, with ASCII letters in either case; the text is lower case.
  mutating func skipIgnoringCase(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount {
      let byte = bytes[position + offset]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      guard lower == text.utf8Start[offset] else { return false }
    }
    position += text.utf8CodeUnitCount
    return true
  }

  /// Where the text stands next, at or after a place; `nil` when nowhere.
  mutating func find(_ text: StaticString, from start: Int) -> Int? {
    let key = text.description
    guard !missing.contains(key) else { return nil }
    let count = text.utf8CodeUnitCount
    guard let base = bytes.baseAddress else { return nil }
    var index = start
    // The last byte of an end is rarer in text than its first.
    while index + count <= bytes.count,
      let found = memchr(
        base + index + count - 1, Int32(text.utf8Start[count - 1]), bytes.count - index - count + 1)
    {
      let place = base.distance(to: found.assumingMemoryBound(to: UInt8.self)) - count + 1
      if memcmp(base + place, text.utf8Start, count) == 0 { return place }
      index = place + 1
    }
    missing.insert(key)
    return nil
  }

  /// Goes past `opening … closing` when the opening stands here and the closing comes.
  mutating func skip(_ opening: StaticString, through closing: StaticString) -> Bool {
    guard isAt(opening), let end = find(closing, from: position + opening.utf8CodeUnitCount) else {
      return false
    }
    position = end + closing.utf8CodeUnitCount
    return true
  }

  /// A name here, of ASCII name characters and anything above ASCII; `nil` when there is none.
  mutating func name() -> String? {
    guard let range = nameRange() else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  mutating func nameRange() -> Range<Int>? {
    guard position < bytes.count, XMLCharacters.startsName(bytes[position]) else { return nil }
    let start = position
    while position < bytes.count, XMLCharacters.continuesName(bytes[position]) { position += 1 }
    return start..<position
  }

  /// The name in `<name`, at a `<`; goes behind it.
  mutating func tagName() -> String? {
    guard peek == 0x3C else { return nil }
    position += 1
    return name()
  }

  /// What stands between the quote here and the next one like it; goes behind that.
  mutating func quoted() -> UnsafeBufferPointer<UInt8>.SubSequence? {
    let quote = peek
    guard let end = find(quote == 0x22 ? "\"" : "'", from: position + 1) else { return nil }
    defer { position = end + 1 }
    return bytes[position + 1..<end]
  }

  /// The character of `#1234;` or `#x12AB;`, behind an ampersand; stays when there is none. The semicolon may be
  /// missing.
  mutating func numericReference() -> Character? {
    let start = position
    guard skip("#") else { return nil }
    let isHexadecimal = skip("x") || skip("X")
    let digits = position
    var value: UInt32 = 0
    while let digit = Self.digit(peek, isHexadecimal) {
      value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x110000)
      position += 1
    }
    guard position > digits else {
      position = start
      return nil
    }
    _ = skip(";")
    if 0xD800...0xDBFF ~= value, let whole = joined(highHalf: value) { return Character(whole) }
    return Character(Entities.character(numbered: value))
  }

  /// The character of a surrogate pair whose low half is the next reference, as programs write it that know UTF-16
  /// alone; stays when there is none.
  private mutating func joined(highHalf high: UInt32) -> Unicode.Scalar? {
    let start = position
    guard skip("&#") else { return nil }
    let isHexadecimal = skip("x") || skip("X")
    var low: UInt32 = 0
    while let digit = Self.digit(peek, isHexadecimal) {
      low = min(low &* (isHexadecimal ? 16 : 10) &+ digit, 0x110000)
      position += 1
    }
    guard 0xDC00...0xDFFF ~= low,
      let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    else {
      position = start
      return nil
    }
    _ = skip(";")
    return scalar
  }

  /// The name in `name;`, behind an ampersand; stays when there is none.
  mutating func namedReference() -> String? {
    let start = position
    guard let name = name(), name.utf8.count <= 64, skip(";") else {
      position = start
      return nil
    }
    return name
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x37)
    case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x57)
    default: nil
    }
  }
}
