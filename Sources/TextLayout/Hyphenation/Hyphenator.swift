/// Where a word may be divided, by the norms of a language.
///
/// Russian, Ukrainian, Belarusian, Bulgarian and English follow Liang's patterns of hyph-utf8 and the hard rules of
/// their orthography codes; Kazakh, Tatar and any Cyrillic language that is not known go by syllables. Making one costs
/// nothing, dividing a word allocates nothing.
package struct Hyphenator {
  private enum Norm {
    case russian
    case ukrainian
    case belarusian
    case bulgarian
    case english
    case kazakh
    case tatar
    case syllables
    case none
  }

  private let norm: Norm
  private let patterns: HyphenationPatterns?

  private static let russian = EmbeddedTable("hyphens-ru.bin")
  private static let ukrainian = EmbeddedTable("hyphens-uk.bin")
  private static let belarusian = EmbeddedTable("hyphens-be.bin")
  private static let bulgarian = EmbeddedTable("hyphens-bg.bin")
  private static let english = EmbeddedTable("hyphens-en.bin")

  /// - Parameter language: BCP 47; of others than the seven only Cyrillic words are divided, by syllables.
  package init(language: String?) {
    switch LanguageTag.primary(language) {
    case "ru": (norm, patterns) = (.russian, HyphenationPatterns(Self.russian.bytes))
    case "uk": (norm, patterns) = (.ukrainian, HyphenationPatterns(Self.ukrainian.bytes))
    case "be": (norm, patterns) = (.belarusian, HyphenationPatterns(Self.belarusian.bytes))
    case "bg": (norm, patterns) = (.bulgarian, HyphenationPatterns(Self.bulgarian.bytes))
    case "en": (norm, patterns) = (.english, HyphenationPatterns(Self.english.bytes))
    case "kk": (norm, patterns) = (.kazakh, nil)
    case "tt": (norm, patterns) = (.tatar, nil)
    default: (norm, patterns) = (.syllables, nil)
    }
  }

  /// A hyphenator that divides nothing.
  static var none: Hyphenator { Hyphenator() }

  private init() {
    norm = .none
    patterns = nil
  }

  /// The points of a word: bit *i* stands for a break before its byte *i*, with a hyphen.
  ///
  /// - Parameter word: UTF-8 of one word: letters, apostrophes and combining marks, no hyphens, at most 127 bytes. Words
  ///   of capitals only, with digits, of mixed alphabets, or longer ones have no points.
  package func points(in word: UnsafeBufferPointer<UInt8>) -> UInt128 {
    guard norm != .none, word.count >= 4, word.count <= WordLetters.mostBytes, let base = word.baseAddress
    else {
      return 0
    }
    // Two bytes more: the borders and the end of the codes. More than 1,024 bytes would be taken from the heap.
    let capacity = WordLetters.capacity + 2
    return withUnsafeTemporaryAllocation(byteCount: capacity * 4 + PatternRoom.byteCount, alignment: 16) {
      room in
      guard let start = room.baseAddress else { return 0 }
      let scalars = start.bindMemory(to: UInt16.self, capacity: capacity)
      let offsets = (start + capacity * 2).bindMemory(to: UInt8.self, capacity: capacity)
      let codes = (start + capacity * 3).bindMemory(to: UInt8.self, capacity: capacity)
      let patternRoom = PatternRoom(start + capacity * 4)
      var letters = WordLetters(scalars: scalars, offsets: offsets)
      guard letters.read(base, count: word.count), letters.count >= 4, letters.count < WordLetters.capacity,
        letters.capitals < letters.count
      else { return 0 }
      var rest = points(letters, codes, patternRoom).bits
      var points: UInt128 = 0
      while rest != 0 {
        points |= 1 &<< UInt128(offsets[rest.trailingZeroBitCount])
        rest &= rest &- 1
      }
      return points
    }
  }

  /// The points of a word, as byte offsets in ascending order.
  package func points(in word: some StringProtocol) -> [Int] {
    let bytes = Array(word.utf8)
    var points = bytes.withUnsafeBufferPointer { self.points(in: $0) }
    var offsets: [Int] = []
    while points != 0 {
      offsets.append(points.trailingZeroBitCount)
      points &= points - 1
    }
    return offsets
  }

  @inline(__always)
  private func points(
    _ letters: WordLetters, _ codes: UnsafeMutablePointer<UInt8>, _ room: PatternRoom
  ) -> LetterPoints {
    switch norm {
    case .russian:
      var points = byPatterns(letters, codes, room)
      if points.bits == 0, replaceYo(letters) { points = byPatterns(letters, codes, room) }
      RussianNorm.refine(&points, letters)
      return points
    case .ukrainian:
      var points = byPatterns(letters, codes, room)
      UkrainianNorm.refine(&points, letters)
      return points
    case .belarusian:
      var points = byPatterns(letters, codes, room)
      BelarusianNorm.refine(&points, letters)
      return points
    case .bulgarian:
      var points = byPatterns(letters, codes, room)
      BulgarianNorm.refine(&points, letters)
      return points
    case .english: return byPatterns(letters, codes, room)
    case .kazakh: return SyllableNorm.kazakh(letters)
    case .tatar: return SyllableNorm.tatar(letters)
    case .syllables: return SyllableNorm.cyrillic(letters)
    case .none: return LetterPoints(bits: 0)
    }
  }

  @inline(__always)
  private func byPatterns(
    _ letters: WordLetters, _ codes: UnsafeMutablePointer<UInt8>, _ room: PatternRoom
  ) -> LetterPoints {
    var points = LetterPoints(bits: 0)
    guard let patterns, !letters.hasForeignMark else { return points }
    codes[0] = HyphenationPatterns.border
    var index = 0
    while index < letters.count {
      let code = patterns.code(of: letters[index])
      if code == 0 { return points }
      index &+= 1
      codes[index] = code
    }
    codes[index &+ 1] = HyphenationPatterns.border
    codes[index &+ 2] = HyphenationPatterns.end
    points.bits = patterns.points(codes, count: letters.count &+ 2, room: room)
    points.keep(left: patterns.left, right: patterns.right, count: letters.count)
    return points
  }

  /// Replaces ё by е; false when there is none.
  private func replaceYo(_ letters: WordLetters) -> Bool {
    var isFound = false
    for index in 0..<letters.count where letters[index] == 0x451 {
      letters.scalars[index] = 0x435
      isFound = true
    }
    return isFound
  }
}
