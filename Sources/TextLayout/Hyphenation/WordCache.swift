/// Points of words met before: most words of a text come again. A table that forgets: each word has one place, and the
/// last one keeps it. It is made only when many words have been asked for.
final class WordCache {
  private struct Entry: BitwiseCopyable {
    var key: UInt64
    /// Of a word whose points fit.
    var points: UInt64
  }

  private var entries: UnsafeMutablePointer<Entry>?
  private var asked = 0

  /// So that the table stays in a processor's second cache.
  private static let size = 1 << 14
  private static let mostBytes = 63
  /// So many words are divided before the table is made.
  private static let patience = 2_000

  deinit { entries?.deallocate() }

  /// The points of a word, remembered or found.
  @inline(__always)
  func points(in word: UnsafeBufferPointer<UInt8>, _ hyphenator: Hyphenator) -> UInt128 {
    guard let entries, word.count >= 8, word.count <= Self.mostBytes else {
      return firstPoints(in: word, hyphenator)
    }
    let key = Self.key(of: word)
    let place = entries + Int(truncatingIfNeeded: key >> 40) & (Self.size &- 1)
    if place.pointee.key == key { return UInt128(place.pointee.points) }
    let points = hyphenator.points(in: word)
    place.pointee = Entry(key: key, points: UInt64(truncatingIfNeeded: points))
    return points
  }

  private func firstPoints(in word: UnsafeBufferPointer<UInt8>, _ hyphenator: Hyphenator) -> UInt128 {
    asked += 1
    if asked > Self.patience, entries == nil {
      let made = UnsafeMutablePointer<Entry>.allocate(capacity: Self.size)
      made.initialize(repeating: Entry(key: 0, points: 0), count: Self.size)
      entries = made
    }
    return hyphenator.points(in: word)
  }

  /// A key of eight bytes at a time and the length, which also keeps points inside the word.
  @inline(__always)
  private static func key(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let base = UnsafeRawPointer(word.baseAddress.unsafelyUnwrapped)
    var key = UInt64(word.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    let last = word.count &- 8
    while offset < last {
      key = mix(key ^ base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    return mix(key ^ base.loadUnaligned(fromByteOffset: last, as: UInt64.self)) << 7
      | UInt64(word.count & 0x7F)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
