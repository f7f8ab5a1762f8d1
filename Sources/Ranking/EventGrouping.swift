import Foundation
import NewsModel

/// Finds articles that tell of the same happening.
///
/// Two articles do when they stand within a few days of each other and share enough rare words, names above all:
/// the cosine of their weighted words, measured against what any two articles share. Groups grow from their densest
/// pair; an article joins when it is near to most of the group, so that no chain of loose links ties two events.
package struct EventGrouping: Sendable {
  /// How much two articles must have in common to be one event's.
  package struct Limits: Hashable, Sendable {
    /// The longest time between an event's articles.
    package var window: Duration
    /// The least cosine of two articles' weighted words.
    package var similarity: Double
    /// The least number of rare words, and of names among them, that two articles share.
    package var sharedTerms: Int
    package var sharedNames: Int

    package init(
      window: Duration = .seconds(4 * 86_400), similarity: Double = 0.16, sharedTerms: Int = 5,
      sharedNames: Int = 1
    ) {
      self.window = window
      self.similarity = similarity
      self.sharedTerms = sharedTerms
      self.sharedNames = sharedNames
    }
  }

  package var limits: Limits

  package init(limits: Limits = Limits()) { self.limits = limits }

  /// - Parameters:
  ///   - stories: in any order.
  ///   - frequencies: in how many articles of the whole cache a stem occurs, where it is known; the stories
  ///     themselves tell the others.
  ///   - total: how many articles that is.
  /// - Returns: groups of two and more articles, each article in at most one, by their earliest article's number.
  package func groups(
    _ stories: [StoryTerms], frequencies: [String: Int] = [:], total: Int = 0
  ) -> [[ArticleID]] {
    let weights = TermWeights(stories, frequencies: frequencies, total: total)
    let vectors = stories.map { StoryVector($0, weights: weights) }
    let pairs = CandidatePairs(vectors, window: limits.window).pairs.compactMap { first, second -> Link? in
      link(vectors[first], vectors[second]).map { Link(first: first, second: second, strength: $0) }
    }
    return EventClusters(pairs, count: stories.count).groups
      .map { group in group.map { stories[$0].id }.sorted() }
      .sorted { $0[0] < $1[0] }
  }

  /// A pair of stories that tell of the same happening.
  struct Link {
    let first: Int
    let second: Int
    let strength: Double
  }

  private func link(_ first: StoryVector, _ second: StoryVector) -> Double? {
    let common = first.common(with: second)
    guard common.terms >= limits.sharedTerms, common.names >= limits.sharedNames,
      common.cosine >= limits.similarity
    else { return nil }
    return common.cosine
  }
}
