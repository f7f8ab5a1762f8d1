import Foundation

/// A story as weighted words, ready to be compared.
struct StoryVector {
  /// A word that some other story of the language has too.
  struct Word {
    /// The stem's number; words stand in the order of it.
    let number: Int
    let weight: Double
    let rarity: Double
    let isName: Bool
    let isPossibleName: Bool
  }

  let date: Date
  let language: String?
  let words: [Word]
  /// The Euclidean length over all words.
  private let length: Double

  /// What a word in the title, and a name, weighs more.
  private static let emphasis = 1.5
  /// What a word that no other story has weighs less: long reports of one event differ in most of their words.
  private static let lonely = 0.5
  /// Commoner names tell of the region, not of the event.
  private static let leastNameRarity = 0.5

  init(_ story: StoryTerms, weights table: TermWeights) {
    date = story.date
    language = story.language
    var words: [Word] = []
    var square = 0.0
    for (stem, count) in story.counts {
      let (number, rarity) = table.weigh(stem, language: story.language)
      var weight = rarity * (1 + log(Double(count)))
      let isPossibleName = story.possibleNames.contains(stem)
      if story.title.contains(stem) { weight *= Self.emphasis }
      if isPossibleName { weight *= Self.emphasis }
      if let number {
        words.append(
          Word(
            number: number, weight: weight, rarity: rarity, isName: story.names.contains(stem),
            isPossibleName: isPossibleName))
      } else {
        weight *= Self.lonely
      }
      square += weight * weight
    }
    self.words = words.sorted { $0.number < $1.number }
    length = max(square.squareRoot(), .leastNormalMagnitude)
  }

  /// What two stories share.
  struct Common {
    /// The cosine of the weighted words.
    var cosine = 0.0
    /// The sum of the shared names' rarities.
    var names = 0.0
    /// How many of the shared words are no everyday words.
    var terms = 0
  }

  func common(with other: StoryVector) -> Common {
    var common = Common()
    guard language == other.language else { return common }
    var (left, right) = (0, 0)
    while left < words.count, right < other.words.count {
      let (one, two) = (words[left], other.words[right])
      if one.number < two.number {
        left += 1
      } else if two.number < one.number {
        right += 1
      } else {
        left += 1
        right += 1
        common.cosine += one.weight * two.weight
        guard one.rarity >= Self.leastNameRarity else { continue }
        common.terms += 1
        if (one.isName && two.isPossibleName) || (one.isPossibleName && two.isName) {
          common.names += one.rarity
        }
      }
    }
    common.cosine /= length * other.length
    return common
  }
}
