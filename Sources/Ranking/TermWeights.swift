import Foundation

/// How much a stem tells: the rarer, the more.
struct TermWeights {
  private let frequencies: [String: Int]
  private let known: [String: Int]
  private let count: Double
  private let total: Double

  init(_ stories: [StoryTerms], frequencies known: [String: Int], total: Int) {
    var frequencies: [String: Int] = [:]
    for story in stories {
      for stem in story.counts.keys { frequencies[stem, default: 0] += 1 }
    }
    self.frequencies = frequencies
    self.known = known
    count = Double(max(1, stories.count))
    self.total = Double(max(total, stories.count, 1))
  }

  /// The inverse document frequency of a stem, at least 0; 0 for one that only a single story has: it joins nothing.
  func weight(_ stem: String) -> Double {
    let here = Double(frequencies[stem] ?? 0)
    guard here > 1 else { return 0 }
    let rarity: Double
    if let everywhere = known[stem] {
      rarity = log((total + 1) / (Double(max(everywhere, 1)) + 0.5))
    } else {
      rarity = log((count + 1) / (here + 0.5))
    }
    return max(0, rarity)
  }

  /// The inverse document frequency of a stem that no other story has.
  func length(_ stem: String) -> Double {
    let here = Double(frequencies[stem] ?? 1)
    if let everywhere = known[stem] { return max(0, log((total + 1) / (Double(max(everywhere, 1)) + 0.5))) }
    return max(0, log((count + 1) / (here + 0.5)))
  }
}
