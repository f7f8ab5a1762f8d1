/// Where sentences begin.
enum SentenceStart {
  /// Whether the last thing before a word, spaces, quotes, dashes and brackets aside, ends a sentence or a line. A
  /// single capital before a full stop is an initial and ends none.
  static func isAt(_ start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = start - 1
    while index >= 0 {
      switch bytes[index] {
      case 0x20, 0x22, 0x27, 0x28: index -= 1
      // The bytes of « “ „, of the no-break space and of dashes.
      case 0xAB, 0xC2, 0xA0, 0x9C, 0x9E, 0x80, 0xE2, 0x94, 0x93: index -= 1
      case 0x2E: return !endsInitial(bytes, index)
      case 0x21, 0x3F, 0x3A, 0x0A: return true
      default: return false
      }
    }
    return true
  }

  private static func endsInitial(_ bytes: UnsafeBufferPointer<UInt8>, _ stop: Int) -> Bool {
    guard stop >= 2, bytes[stop - 2] == 0xD0, (0x90...0xAF).contains(bytes[stop - 1]) else { return false }
    return stop == 2 || bytes[stop - 3] <= 0x2E || bytes[stop - 3] == 0xA0
  }
}
