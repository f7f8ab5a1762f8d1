import Foundation
import Language

/// How near texts are to one article: BM25 over all of its telling words, and the rare names they share.
struct RelatedScorer {
  /// A word of the article with how often it occurs there (thrice as often in the title) and how rare it is.
  struct Term {
    let stem: String
    let count: Double
    let rarity: Double
  }

  private let terms: [Term]
  private let names: Set<String>
  private let possibleNames: Set<String>
  private let writer = StemWriter()

  /// What a name adds, in parts of its rarity.
  private static let nameWeight = 1.5
  /// BM25's saturation and length norm, and the length that news have on the average.
  private static let saturation = 1.2
  private static let lengthNorm = 0.75
  private static let averageLength = 250.0

  init(_ stored: StoredText, terms: [Term]) {
    self.terms = terms
    (names, possibleNames) = ProperNames.stems(in: Self.whole(stored), language: stored.language)
  }

  func score(_ stored: StoredText) -> Double {
    let indexed = stored.likelyIndexed(by: writer)
    var counts: [Substring: Double] = [:]
    for stem in indexed.body.split(separator: " ") { counts[stem, default: 0] += 1 }
    for stem in indexed.title.split(separator: " ") { counts[stem, default: 0] += 3 }
    let length = counts.values.reduce(0, +)
    let norm =
      Self.saturation * (1 - Self.lengthNorm + Self.lengthNorm * length / Self.averageLength)
    let shared = terms.compactMap { term in counts[Substring(term.stem)].map { (term, $0) } }
    guard !shared.isEmpty else { return 0 }
    let theirs = ProperNames.stems(in: Self.whole(stored), language: stored.language)
    return shared.reduce(0) { sum, pair in
      let (term, count) = pair
      let here = term.count / (term.count + Self.saturation)
      let there = count * (Self.saturation + 1) / (count + norm)
      let isName =
        (names.contains(term.stem) && theirs.possible.contains(term.stem))
        || (possibleNames.contains(term.stem) && theirs.sure.contains(term.stem))
      return sum + term.rarity * term.rarity * here * there * (isName ? 1 + Self.nameWeight : 1)
    }
  }

  private static func whole(_ stored: StoredText) -> String {
    [stored.title, stored.summary, stored.words].joined(separator: "\n")
  }
}
