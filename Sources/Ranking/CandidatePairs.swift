import Foundation

/// Pairs of stories worth comparing: within the window, and sharing one of either's heaviest words.
///
/// The work grows with the number of stories, not with its square: a word leads only to the stories that follow
/// within the window, and only the heaviest words of a story lead anywhere.
struct CandidatePairs {
  /// How many of a story's heaviest words lead to others.
  private static let leadingTerms = 16
  /// How many stories one word leads to at most.
  private static let maximumFollowers = 64

  private(set) var pairs: [(Int, Int)] = []

  init(_ vectors: [StoryVector], window: Duration) {
    let seconds = Double(window.components.seconds)
    var postings: [String: [Int]] = [:]
    let order = vectors.indices.sorted { vectors[$0].date < vectors[$1].date }
    for index in order {
      let vector = vectors[index]
      var partners: Set<Int> = []
      let leading = vector.weights.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        .prefix(Self.leadingTerms)
      for (stem, _) in leading {
        for other in (postings[stem] ?? []).suffix(Self.maximumFollowers)
        where vector.date.timeIntervalSince(vectors[other].date) <= seconds {
          partners.insert(other)
        }
        postings[stem, default: []].append(index)
      }
      for other in partners.sorted() { pairs.append((other, index)) }
    }
  }
}
