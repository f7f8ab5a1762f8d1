import Foundation

/// A story as weighted words, ready to be compared.
struct StoryVector {
  let date: Date
  let language: String?
  /// Words that some other story of the language has too.
  let weights: [String: Double]
  /// How rare each of these is.
  private let rarities: [String: Double]
  private let names: Set<String>
  private let possibleNames: Set<String>
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
    names = story.names
    possibleNames = story.possibleNames
    var weights: [String: Double] = [:]
    var rarities: [String: Double] = [:]
    var square = 0.0
    for (stem, count) in story.counts {
      let rarity = table.rarity(stem, language: story.language)
      var weight = rarity * (1 + log(Double(count)))
      if story.title.contains(stem) { weight *= Self.emphasis }
      if story.possibleNames.contains(stem) { weight *= Self.emphasis }
      if table.frequency(stem, language: story.language) > 1 {
        weights[stem] = weight
        rarities[stem] = rarity
      } else {
        weight *= Self.lonely
      }
      square += weight * weight
    }
    self.weights = weights
    self.rarities = rarities
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
    let (small, large) = weights.count <= other.weights.count ? (self, other) : (other, self)
    for (stem, weight) in small.weights {
      guard let match = large.weights[stem] else { continue }
      common.cosine += weight * match
      let rarity = rarities[stem] ?? 0
      guard rarity >= Self.leastNameRarity else { continue }
      common.terms += 1
      if (names.contains(stem) && other.possibleNames.contains(stem))
        || (possibleNames.contains(stem) && other.names.contains(stem))
      {
        common.names += rarity
      }
    }
    common.cosine /= length * other.length
    return common
  }
}
