/// How a language's words lose their endings: what a file of `Language/Data` says.
///
/// Tolerant by intent: forms of one word meet, and now and then two words do. Letters are UTF-16 code units of folded
/// words.
struct StemTable: Sendable {
  typealias Letters = ArraySlice<UInt16>

  /// An ending, what has to stand before it, and what takes its place.
  struct Ending: Sendable {
    var letters: [UInt16]
    var before: Before
    var replacement: [UInt16]
  }

  /// The letter before an ending.
  enum Before: Sendable {
    case any
    case vowel
    case consonant
    case oneOf([UInt16])
  }

  /// Endings by their last letter, the longest first, those that ask for a letter before the others.
  struct Slot: Sendable {
    var byLastLetter: [UInt16: [Ending]] = [:]
  }

  /// The letters that make a syllable: a stem has one at least.
  var vowels: Set<UInt16> = []
  /// So many letters stay before whatever is cut.
  var least = 2
  /// The first letter of a word as another.
  var first: (from: UInt16, to: UInt16)?
  /// Vowels that are cut off at the end of a stem.
  var trimmed: [UInt16] = []
  /// From the last ending of a word to the first; a word has one of each at most.
  var slots: [Slot] = []
  /// What stems end in, made one, in this order.
  var finals: [Ending] = []
  /// Words that end as if they had an ending.
  var kept: Set<[UInt16]> = []
  /// The same, whatever stands before.
  var tails: Set<[UInt16]> = []
  /// Stems and words that are another stem.
  var others: [[UInt16]: [UInt16]] = [:]

  private static let longestKept = 20

  /// Cuts a folded word down to its stem.
  func stem(_ word: inout [UInt16]) {
    begin(&word)
    if replace(&word) { return }
    if let length = keptLength(of: word) {
      word.removeSubrange(length...)
    } else {
      for slot in slots where cut(&word, slot) && replace(&word) { return }
    }
    if let last = word.last, trimmed.contains(last), word.count > least { word.removeLast() }
    if replace(&word) { return }
    finish(&word)
  }

  /// The first letter as the language's words are compared by.
  private func begin(_ word: inout [UInt16]) {
    if let first, word.first == first.from { word[0] = first.to }
  }

  private func replace(_ word: inout [UInt16]) -> Bool {
    guard let other = others[word] else { return false }
    word = other
    return true
  }

  /// Makes the ends of stems one.
  func finish(_ word: inout [UInt16]) {
    for final in finals where word.ends(with: final.letters) {
      let length = word.count - final.letters.count
      guard length >= least, fits(final.before, word[..<length]) else { continue }
      word.replaceSubrange(length..., with: final.replacement)
    }
  }

  /// - Returns: whether something was cut.
  private func cut(_ word: inout [UInt16], _ slot: Slot) -> Bool {
    guard let last = word.last, let endings = slot.byLastLetter[last] else { return false }
    for ending in endings where word.ends(with: ending.letters) {
      let length = word.count - ending.letters.count
      guard length + ending.replacement.count >= least, fits(ending.before, word[..<length]),
        word[..<length].contains(where: vowels.contains)
          || ending.replacement.contains(where: vowels.contains)
      else { continue }
      word.replaceSubrange(length..., with: ending.replacement)
      return true
    }
    return false
  }

  private func fits(_ before: Before, _ stem: Letters) -> Bool {
    switch before {
    case .any: true
    case .vowel: stem.last.map(vowels.contains) ?? false
    case .consonant: stem.last.map { !vowels.contains($0) } ?? false
    case .oneOf(let letters): stem.last.map(letters.contains) ?? false
    }
  }

  /// How much of a word is one that is kept, if nothing but endings follows it.
  private func keptLength(of word: [UInt16]) -> Int? {
    guard !kept.isEmpty else { return nil }
    var length = min(word.count, Self.longestKept)
    while length > least {
      if kept.contains(Array(word[..<length])), areEndings(word[length...]) { return length }
      length -= 1
    }
    return nil
  }

  private func areEndings(_ rest: Letters) -> Bool {
    var rest = rest
    for slot in slots {
      guard let last = rest.last else { return true }
      if let ending = slot.byLastLetter[last]?.first(where: { rest.ends(with: $0.letters) }) {
        rest.removeLast(ending.letters.count)
      }
    }
    return rest.isEmpty
  }
}

extension StemTable {
  /// Cuts a word whose cases `slots` tells and that is kept, with all its cases; for a stemmer that takes its end for
  /// another ending.
  ///
  /// - Returns: `false` where it is no such word, and nothing happened.
  func stemKept(_ word: inout [UInt16]) -> Bool {
    if replace(&word) { return true }
    guard let slot = slots.first else { return false }
    var lengths = [word.count]
    if let last = word.last, let endings = slot.byLastLetter[last] {
      lengths += endings.filter { word.ends(with: $0.letters) }.map { word.count - $0.letters.count }
    }
    for length in lengths where length >= least && isKept(word[..<length]) {
      word.removeSubrange(length...)
      if !replace(&word) { finish(&word) }
      return true
    }
    return false
  }

  private func isKept(_ word: Letters) -> Bool {
    if word.count <= Self.longestKept, kept.contains(Array(word)) { return true }
    return (1...Self.longestKept).contains { length in
      length <= word.count && tails.contains(Array(word.suffix(length)))
    }
  }
}

extension RandomAccessCollection where Element == UInt16 {
  fileprivate func ends(with letters: [UInt16]) -> Bool {
    count >= letters.count && suffix(letters.count).elementsEqual(letters)
  }
}
