import Foundation
import NewsModel

/// A story as weighted words, ready to be compared.
struct StoryVector {
  let date: Date
  let event: EventID?
  /// Words that some other story has too, by weight, heaviest first.
  let weights: [String: Double]
  let names: Set<String>
  /// The Euclidean length over all words, those that no other story has included.
  let length: Double

  init(_ story: StoryTerms, weights table: TermWeights) {
    date = story.date
    event = story.event
    names = story.names
    var weights: [String: Double] = [:]
    var square = 0.0
    for (stem, count) in story.counts {
      let emphasis =
        (1 + log(Double(count))) * (story.title.contains(stem) ? 1.5 : 1)
        * (story.names.contains(stem) ? 1.5 : 1)
      let shared = table.weight(stem) * emphasis
      if shared > 0 { weights[stem] = shared }
      // A word of its own is counted for a part: long reports about one event differ in most of their words.
      let own = (shared > 0 ? shared : table.length(stem) * emphasis * 0.5)
      square += own * own
    }
    self.weights = weights
    length = max(square.squareRoot(), .leastNonzeroMagnitude)
  }

  /// What two stories share.
  func common(with other: StoryVector) -> (terms: Int, names: Int, cosine: Double) {
    let (small, large) = weights.count <= other.weights.count ? (self, other) : (other, self)
    var terms = 0
    var sharedNames = 0
    var product = 0.0
    for (stem, weight) in small.weights {
      guard let match = large.weights[stem] else { continue }
      terms += 1
      if names.contains(stem), other.names.contains(stem) { sharedNames += 1 }
      product += weight * match
    }
    return (terms, sharedNames, product / (length * other.length))
  }
}
