/// Liang's patterns of one language as a packed trie over the embedded table; see `Tools/make-hyphenation.py` for its
/// shape. Nothing is read or built at start-up.
struct HyphenationPatterns {
  private let codes: UnsafePointer<UInt8>
  private let codeCount: UInt32
  private let starts: UnsafePointer<UInt32>
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
    guard let base = table.baseAddress, table.count > 396 else { return nil }
    let slotCount = Int(base.load(as: UInt32.self))
    let weightCount = Int(base.load(fromByteOffset: 4, as: UInt16.self))
    codeCount = base.load(fromByteOffset: 8, as: UInt32.self)
    guard codeCount <= Self.end else { return nil }
    let slotsStart = 396 + Int(codeCount * codeCount) * 4
    let offsetsStart = slotsStart + slotCount * 4
    let pairsStart = offsetsStart + (weightCount + 1) * 2
    guard table.count >= pairsStart else { return nil }
    left = Int(base.load(fromByteOffset: 6, as: UInt8.self))
    right = Int(base.load(fromByteOffset: 7, as: UInt8.self))
    codes = (base + 12).assumingMemoryBound(to: UInt8.self)
    starts = (base + 396).assumingMemoryBound(to: UInt32.self)
    slots = (base + slotsStart).assumingMemoryBound(to: UInt32.self)
    offsets = (base + offsetsStart).assumingMemoryBound(to: UInt16.self)
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
  /// Letter by letter for all starts of a pattern at once, so that no step waits for another and none is guessed: where
  /// a walk of its own for each start ends, no processor foresees.
  ///
  /// - Parameters:
  ///   - word: codes, the word's between two borders, and `end` behind them; 64 at most.
  ///   - count: of the codes without the end.
  ///   - room: overwritten.
  @inline(__always)
  func points(_ word: UnsafePointer<UInt8>, count: Int, room: PatternRoom) -> UInt64 {
    let walks = room.walks
    let found = room.found
    for level in 0...Self.highestLevel { room.levels[level] = 0 }
    var alive = 0
    var foundCount = 0
    var start: UInt32 = 0
    while start < count &- 1 {
      let slot = starts[Int(UInt32(word[Int(start)]) &* codeCount &+ UInt32(word[Int(start) &+ 1]))]
      found[foundCount] = (slot >> 22) &<< 8 | start
      foundCount &+= slot >> 22 != 0 ? 1 : 0
      walks[alive] = slot &<< 8 | start
      alive &+= slot & 0xFFFF != 0 ? 1 : 0
      start &+= 1
    }
    var depth = 2
    while alive > 0 {
      if foundCount > PatternRoom.mostFound &- PatternRoom.mostWalks {
        raise(room, count: foundCount)
        foundCount = 0
      }
      var kept = 0
      var index = 0
      while index < alive {
        let walk = walks[index]
        let start = walk & 0xFF
        let code = UInt32(word[Int(start) &+ depth])
        let slot = slots[Int((walk >> 8) & 0xFFFF &+ code)]
        let isThere = slot >> 16 & 0x3F == code
        found[foundCount] = (slot >> 22) &<< 8 | start
        foundCount &+= isThere && slot >> 22 != 0 ? 1 : 0
        walks[kept] = slot &<< 8 | start
        kept &+= isThere && slot & 0xFFFF != 0 ? 1 : 0
        index &+= 1
      }
      alive = kept
      depth &+= 1
    }
    raise(room, count: foundCount)
    // The highest level counts; an odd one is a break.
    var points: UInt64 = 0
    for level in 1...Self.highestLevel {
      points = level & 1 == 1 ? points | room.levels[level] : points & ~room.levels[level]
    }
    // The border takes the first place: level i stands before letter i − 1.
    return points >> 1 & (1 &<< UInt64(count &- 2) &- 1) & ~1
  }

  /// The highest level of a pattern; exceptions have 8 and 9.
  static let highestLevel = 9
  /// The code behind the word's last one: no pattern has it.
  static let end: UInt8 = 63

  /// Marks the levels of the patterns that were found, a bit for each place; two at a time.
  @inline(__always)
  private func raise(_ room: PatternRoom, count: Int) {
    var index = 0
    while index < count {
      let start = UInt64(room.found[index] & 0xFF)
      let weight = Int(room.found[index] >> 8)
      var pair = Int(offsets[weight])
      let end = Int(offsets[weight &+ 1])
      repeat {
        let two = pairs + pair
        room.levels[Int(two[1])] |= 1 &<< (start &+ UInt64(two[0]))
        room.levels[Int(two[3])] |= 1 &<< (start &+ UInt64(two[2]))
        pair &+= 4
      } while pair < end
      index &+= 1
    }
  }
}

/// The working memory of one question to the patterns.
struct PatternRoom {
  /// Patterns that may still come: the base of their next slot and, in the low byte, the letter they start at.
  let walks: UnsafeMutablePointer<UInt32>
  /// Patterns found: their weight and, in the low byte, the letter they start at.
  let found: UnsafeMutablePointer<UInt32>
  /// For each level, a bit for each place that bears it.
  let levels: UnsafeMutablePointer<UInt64>

  /// One walk begins at each letter at most.
  static let mostWalks = WordLetters.capacity + 2
  /// When fewer than `mostWalks` places are left, what was found is marked first.
  static let mostFound = mostWalks + 32
  private static let levelCount = HyphenationPatterns.highestLevel + 1
  /// The bytes it takes; they start on a boundary of eight.
  static let byteCount = levelCount * 8 + (mostWalks + mostFound) * 4

  init(_ start: UnsafeMutableRawPointer) {
    let lists = start + Self.levelCount * 8
    levels = start.bindMemory(to: UInt64.self, capacity: Self.levelCount)
    walks = lists.bindMemory(to: UInt32.self, capacity: Self.mostWalks)
    found = (lists + Self.mostWalks * 4).bindMemory(to: UInt32.self, capacity: Self.mostFound)
  }
}
