/// Russian nouns whose last vowel goes when an ending comes (паводок, паводка; отец, отца), for which Snowball has two
/// stems. Without that vowel all forms have one, also those of words that keep it (урок, урока).
enum FleetingVowel {
  /// Shorter stems are left alone: the vowel is all they have.
  private static let leastBytes = 8

  /// Whether a stem ends in к after о or е, or in ц after е, with a consonant before.
  static func ends(_ stem: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = stem.count
    guard count >= leastBytes, stem[count - 4] == 0xD0 else { return false }
    switch (stem[count - 3], stem[count - 2], stem[count - 1]) {
    case (0xBE, 0xD0, 0xBA), (0xB5, 0xD0, 0xBA), (0xB5, 0xD1, 0x86):
      return !isVowel(stem[count - 6], stem[count - 5])
    default: return false
    }
  }

  /// Calls `body` with a stem that `ends` in it, without the vowel.
  static func withoutIt<Result>(
    _ stem: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let count = stem.count
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count - 2) { short in
      for index in 0..<count - 4 { short[index] = stem[index] }
      short[count - 4] = stem[count - 2]
      short[count - 3] = stem[count - 1]
      return body(UnsafeBufferPointer(short))
    }
  }

  /// а е и о у ы э ю я, in two bytes.
  private static func isVowel(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (0xD0, 0xB0), (0xD0, 0xB5), (0xD0, 0xB8), (0xD0, 0xBE): true
    case (0xD1, 0x83), (0xD1, 0x8B), (0xD1, 0x8D), (0xD1, 0x8E), (0xD1, 0x8F): true
    default: false
    }
  }
}
