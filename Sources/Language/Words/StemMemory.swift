/// Remembers stems of words met before: a news text repeats most of its words, and stemming is the dearest
/// step of indexing. One place a hash, the newest word wins; words longer than a place are not kept.
final class StemMemory {
  private static let places = 16_384
  /// Lengths of word and stem, then both.
  private static let placeBytes = 64

  private let storage = UnsafeMutablePointer<UInt8>.allocate(capacity: places * placeBytes)

  init() { storage.initialize(repeating: 0, count: Self.places * Self.placeBytes) }

  deinit { storage.deallocate() }

  /// The stem of a word: as remembered, or as `stemmer` makes it.
  func stem<Result>(
    of word: UnsafeBufferPointer<UInt8>, by stemmer: () -> Stemmer,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let count = word.count
    guard count > 0, 2 * count + 2 <= Self.placeBytes else { return stemmer().stem(word, body) }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    let place = storage + Int(hash & UInt64(Self.places - 1)) * Self.placeBytes
    if Int(place[0]) == count, (0..<count).allSatisfy({ place[$0 + 2] == word[$0] }) {
      return body(UnsafeBufferPointer(start: place + 2 + count, count: Int(place[1])))
    }
    return stemmer().stem(word) { stem in
      if 2 + count + stem.count <= Self.placeBytes {
        place[0] = UInt8(count)
        place[1] = UInt8(stem.count)
        for index in 0..<count { place[index + 2] = word[index] }
        for index in 0..<stem.count { place[index + 2 + count] = stem[index] }
      }
      return body(stem)
    }
  }
}
