import Foundation
import NewsModel

/// Finds articles that tell of the same happening.
///
/// Two articles do when they stand within some days of each other and share rare words, a rare name among them
/// (people, places, firms): the cosine of their weighted words, raised by the names. Groups grow from their surest
/// pair; others join when they are near to the group on the whole, so that no chain of loose links ties two events.
package struct EventGrouping: Hashable, Sendable {
  /// The longest time between two articles of one event.
  package var window: Duration
  /// How near two articles are that surely tell of one event.
  package var sure: Double
  /// How near the articles of two parts of a group are on the average.
  package var near: Double
  /// The rarity of names, summed up, that two articles share that surely tell of one event: about one rare name.
  package var names: Double
  /// How many rare words these share.
  package var terms: Int

  package init(
    window: Duration = .seconds(7 * 86_400), sure: Double = 0.22, near: Double = 0.15, names: Double = 0.6,
    terms: Int = 4
  ) {
    self.window = window
    self.sure = sure
    self.near = near
    self.names = names
    self.terms = terms
  }

  /// - Parameter stories: in any order; the more there are, the better rare words are known.
  /// - Returns: groups of two and more articles, each article in at most one, by their least number.
  package func groups(_ stories: [StoryTerms]) -> [[ArticleID]] {
    let weights = TermWeights(stories)
    let vectors = stories.map { StoryVector($0, weights: weights) }
    let seconds = Double(window.components.seconds)
    let links = CandidatePairs(vectors, seconds: seconds).pairs.compactMap {
      first, second -> EventClusters.Link? in
      let common = vectors[first].common(with: vectors[second])
      let strength = Self.strength(common)
      guard strength >= sure, common.names >= names, common.terms >= terms else { return nil }
      return EventClusters.Link(first: first, second: second, strength: strength)
    }
    let clusters = EventClusters(links, count: stories.count, near: near) { first, second in
      guard abs(vectors[first].date.timeIntervalSince(vectors[second].date)) <= seconds else { return 0 }
      return Self.strength(vectors[first].common(with: vectors[second]))
    }
    return clusters.groups.map { group in group.map { stories[$0].id }.sorted() }.sorted { $0[0] < $1[0] }
  }

  private static func strength(_ common: StoryVector.Common) -> Double { common.cosine + 0.05 * common.names }
}
