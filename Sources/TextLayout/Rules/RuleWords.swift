/// What the rules know of a word; the dotted ones hold only when a full stop follows the word.
struct WordUse: OptionSet {
  let rawValue: UInt32

  /// Rule 1: a one-letter preposition or conjunction, H.
  static let oneLetter = WordUse(rawValue: 1 << 0)
  /// Rules 1 and 2: a short preposition or conjunction, W.
  static let weakPreposition = WordUse(rawValue: 1 << 1)
  /// Rule 2: не and ни, H.
  static let negation = WordUse(rawValue: 1 << 2)
  /// Rule 3: a particle that clings left, H.
  static let particle = WordUse(rawValue: 1 << 3)
  /// Rule 3: a particle that clings left, W (Kazakh, Tatar).
  static let weakParticle = WordUse(rawValue: 1 << 4)
  /// Rule 6, dotted: an abbreviation before whatever it names.
  static let abbreviation = WordUse(rawValue: 1 << 5)
  /// Rule 6, dotted: one before a name (a capital or a quotation mark).
  static let beforeName = WordUse(rawValue: 1 << 6)
  /// Rule 6, dotted: one before a number.
  static let beforeNumber = WordUse(rawValue: 1 << 7)
  /// Rule 6, without a full stop: р-н, г-н.
  static let contraction = WordUse(rawValue: 1 << 8)
  /// Rule 7: a unit or an abbreviated noun behind a number, H.
  static let unit = WordUse(rawValue: 1 << 9)
  /// Rule 7: тыс., млн, between a number and a unit.
  static let multiplier = WordUse(rawValue: 1 << 10)
  /// Rule 7: the beginning of a noun that is counted, S.
  static let countedStem = WordUse(rawValue: 1 << 11)
  /// Rule 9: a month.
  static let month = WordUse(rawValue: 1 << 12)
  /// Rule 9: г. гг. behind a year.
  static let year = WordUse(rawValue: 1 << 13)
  /// Rule 9: в. вв. behind a Roman number.
  static let century = WordUse(rawValue: 1 << 14)
  /// Rule 20: a preposition or conjunction of any length, for headings.
  static let headingWord = WordUse(rawValue: 1 << 15)
  /// Rule 5, dotted: the first word of т. е., н. э.
  static let setPhraseHead = WordUse(rawValue: 1 << 16)
  /// Rule 5, dotted: its second word.
  static let setPhraseTail = WordUse(rawValue: 1 << 17)
  /// Rule 5, dotted: what follows и: т., др., пр.
  static let andOthers = WordUse(rawValue: 1 << 19)
  /// Rule 16: never divided from its neighbour by a line end: кое-, -нибудь.
  static let hyphenParticle = WordUse(rawValue: 1 << 18)
  /// Rule 7, dotted: a unit only with its full stop: 100 р.
  static let dottedUnit = WordUse(rawValue: 1 << 20)
  /// Rule 7: a unit of one letter that is also a word: a unit as a capital (220 В) or before a mark (15 с,).
  static let letterUnit = WordUse(rawValue: 1 << 21)
  /// Rule 4, dotted: an initial of two letters: Дж.
  static let initial = WordUse(rawValue: 1 << 22)
  /// Rule 6: what stands behind the name it belongs to: Тверская обл., Ленинский р-н.
  static let afterName = WordUse(rawValue: 1 << 24)
  /// Rule 18, in capitals: the legal form before a company's name.
  static let legalForm = WordUse(rawValue: 1 << 23)
}

/// The words of one language's rules: a closed hash table from a word's key to its uses.
struct RuleWords: Sendable {
  private let keys: [UInt64]
  private let uses: [UInt32]
  private let mask: Int

  /// - Parameter rows: uses, and the words that have them, in lower case, parted by spaces.
  init(_ rows: [(WordUse, StaticString)]) {
    var merged: [UInt64: UInt32] = [:]
    for (use, words) in rows {
      for word in "\(words)".split(separator: " ") {
        merged[Self.key(of: word), default: 0] |= use.rawValue
      }
    }
    var size = 64
    while size < merged.count * 4 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var uses = [UInt32](repeating: 0, count: size)
    for (key, use) in merged {
      var slot = Int(truncatingIfNeeded: key >> 40) & (size - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      keys[slot] = key
      uses[slot] = use
    }
    self.keys = keys
    self.uses = uses
    mask = size - 1
  }

  /// What is known of a word, by its key.
  func uses(of key: UInt64) -> WordUse {
    var slot = Int(truncatingIfNeeded: key >> 40) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return WordUse(rawValue: uses[slot]) }
      slot = (slot &+ 1) & mask
    }
    return []
  }

  /// The key of no letters.
  static let emptyKey: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The key of a word with one more letter, in lower case.
  @inline(__always)
  static func extend(_ key: UInt64, by letter: UInt32) -> UInt64 {
    let mixed = (key ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }

  static func key(of word: some StringProtocol) -> UInt64 {
    word.unicodeScalars.reduce(emptyKey) { extend($0, by: $1.value) }
  }
}
