/// Cyrillic words of up to four letters, eight bytes of text at a time, and what the rules know of those met before:
/// most short words are few.
struct ShortWords {
  private struct Entry: BitwiseCopyable {
    var letters: UInt64
    var uses: WordUse.RawValue
  }

  private let entries: UnsafeMutablePointer<Entry>
  private let words: RuleWords

  private static let size = 512

  /// - Parameter words: what is known of the language.
  init(_ words: RuleWords) {
    self.words = words
    entries = .allocate(capacity: Self.size)
    entries.initialize(repeating: Entry(letters: 0, uses: 0), count: Self.size)
  }

  /// Nothing may be asked afterwards.
  func deallocate() { entries.deallocate() }

  /// How many Cyrillic letters end eight bytes: 4 when they are nothing else.
  @inline(__always)
  static func count(endingAt word: UInt64) -> Int { min(4, strange(word).leadingZeroBitCount &>> 4) }

  /// How many Cyrillic letters begin eight bytes.
  @inline(__always)
  static func count(startingAt word: UInt64) -> Int { min(4, strange(word).trailingZeroBitCount &>> 4) }

  /// What the rules know of a word.
  ///
  /// - Parameter letters: its bytes, the first the lowest, zeros behind them; 1–4 letters of two bytes.
  @inline(__always)
  func uses(of letters: UInt64) -> WordUse {
    let place = entries + Int(truncatingIfNeeded: (letters &* 0x9E37_79B9_7F4A_7C15) &>> 55)
    if place.pointee.letters != letters {
      place.pointee = Entry(letters: letters, uses: find(letters).rawValue)
    }
    return WordUse(rawValue: place.pointee.uses)
  }

  @inline(never)
  private func find(_ letters: UInt64) -> WordUse {
    var key = RuleWords.emptyKey
    var rest = letters
    while rest != 0 {
      let letter = UInt32(truncatingIfNeeded: (rest & 0x1F) &<< 6 | rest &>> 8 & 0x3F)
      key = RuleWords.extend(key, by: LetterCase.lower(letter))
      rest &>>= 16
    }
    return words.uses(of: key)
  }

  /// Nonzero in every sixteen bits that are no letter: the lead D0 or D1 and a trail.
  @inline(__always)
  private static func strange(_ word: UInt64) -> UInt64 {
    (word ^ 0x80D0_80D0_80D0_80D0) & 0xC0FE_C0FE_C0FE_C0FE
  }
}
