/// Liang's patterns of one language as a packed trie over the embedded table; see `Tools/make-hyphenation.py` for its
/// shape. Nothing is read or built at start-up.
struct HyphenationPatterns {
  private let codes: UnsafePointer<UInt8>
  private let slots: UnsafePointer<UInt32>
  private let offsets: UnsafePointer<UInt16>
  private let pairs: UnsafePointer<UInt8>
  /// How many letters stay before a hyphen, and how many go behind it, at least.
  let left: Int
  let right: Int

  /// The code of a word's border.
  static let border: UInt8 = 1

  /// - Parameter table: one of the embedded files; nil when it is not whole.
  init?(_ table: UnsafeRawBufferPointer) {
    guard let base = table.baseAddress, table.count > 392 else { return nil }
    let slotCount = Int(base.load(as: UInt32.self))
    let weightCount = Int(base.load(fromByteOffset: 4, as: UInt16.self))
    let pairsStart = 392 + slotCount * 4 + (weightCount + 1) * 2
    guard table.count >= pairsStart else { return nil }
    left = Int(base.load(fromByteOffset: 6, as: UInt8.self))
    right = Int(base.load(fromByteOffset: 7, as: UInt8.self))
    codes = (base + 8).assumingMemoryBound(to: UInt8.self)
    slots = (base + 392).assumingMemoryBound(to: UInt32.self)
    offsets = (base + 392 + slotCount * 4).assumingMemoryBound(to: UInt16.self)
    pairs = (base + pairsStart).assumingMemoryBound(to: UInt8.self)
  }

  /// The code of a letter in either case, 0 when the alphabet has none.
  @inline(__always)
  func code(of letter: UInt16) -> UInt8 {
    if letter < 0x80 { return codes[Int(letter)] }
    if letter &- 0x400 < 0x100 { return codes[Int(letter) &- 0x400 &+ 0x80] }
    return letter == 0x2019 || letter == 0x2BC ? codes[0x27] : 0
  }

  /// The points the patterns allow: bit *i* stands for a break before letter *i*.
  ///
  /// - Parameters:
  ///   - word: codes, the word's between two borders.
  ///   - levels: room for one byte more than there are codes; overwritten.
  @inline(__always)
  func points(_ word: UnsafePointer<UInt8>, count: Int, levels: UnsafeMutablePointer<UInt8>) -> UInt64 {
    levels.update(repeating: 0, count: count &+ 1)
    let root = slots[0] & 0xFFFF
    var start = 0
    while start < count {
      var base = root
      var index = start
      while index < count {
        let code = word[index]
        let slot = slots[Int(base &+ UInt32(code))]
        guard slot >> 16 & 0x3F == UInt32(code) else { break }
        let weight = Int(slot >> 22)
        if weight != 0 { raise(levels + start, by: weight) }
        base = slot & 0xFFFF
        if base == 0 { break }
        index &+= 1
      }
      start &+= 1
    }
    var points: UInt64 = 0
    var index = 2
    while index < count &- 1 {
      // The border takes the first place: level i stands before letter i − 1.
      points |= UInt64(levels[index] & 1) &<< UInt64(index &- 1)
      index &+= 1
    }
    return points
  }

  @inline(__always)
  private func raise(_ levels: UnsafeMutablePointer<UInt8>, by weight: Int) {
    var pair = Int(offsets[weight])
    let end = Int(offsets[weight &+ 1])
    while pair < end {
      let place = levels + Int(pairs[pair])
      let level = pairs[pair &+ 1]
      if place.pointee < level { place.pointee = level }
      pair &+= 2
    }
  }
}
