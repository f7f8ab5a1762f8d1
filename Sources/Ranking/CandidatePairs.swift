import Foundation

/// Pairs of stories worth comparing: of one language, within the window, sharing one of both's heaviest words.
///
/// The work grows with the number of stories, not with its square: a word leads only to the latest stories within the
/// window, and only the heaviest words of a story lead anywhere.
struct CandidatePairs {
  /// How many of a story's heaviest words lead to others.
  private static let leadingTerms = 20
  /// How many stories one word leads to at most.
  private static let maximumFollowers = 32

  private(set) var pairs: [(Int, Int)] = []

  init(_ vectors: [StoryVector], seconds: Double) {
    var postings: [Int: [Int]] = [:]
    let order = vectors.indices.sorted { (vectors[$0].date, $0) < (vectors[$1].date, $1) }
    for index in order {
      let vector = vectors[index]
      var partners: Set<Int> = []
      let leading = vector.words.sorted { ($0.weight, $1.number) > ($1.weight, $0.number) }
        .prefix(Self.leadingTerms)
      for word in leading {
        for other in (postings[word.number] ?? []).suffix(Self.maximumFollowers)
        where vector.date.timeIntervalSince(vectors[other].date) <= seconds {
          partners.insert(other)
        }
        postings[word.number, default: []].append(index)
      }
      for other in partners.sorted() { pairs.append((other, index)) }
    }
  }
}
