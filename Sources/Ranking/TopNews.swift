import Foundation
import NewsModel

/// What is on top: by the places that pages give a story, its freshness, and how many tell of its event.
package enum TopNews {
  /// An article with what speaks for it.
  package struct Candidate: Hashable, Sendable {
    /// What may stand on top.
    package var article: Article
    /// Its places on the site's page lists, counted from 0: the ticker, blocks, «Top news», a section's list.
    package var places: [Int]
    /// How many articles tell of its event, itself included.
    package var eventArticles: Int
    /// Of how many sites those articles are.
    package var eventSites: Int

    package init(article: Article, places: [Int] = [], eventArticles: Int = 1, eventSites: Int = 1) {
      self.article = article
      self.places = places
      self.eventArticles = eventArticles
      self.eventSites = eventSites
    }
  }

  /// The best first; of an event's articles only the best stands, the others follow it nowhere.
  package static func rank(_ candidates: [Candidate], now: Date, limit: Int) -> [Article] {
    var events: Set<EventID> = []
    var tellings: Set<Telling> = []
    var result: [Article] = []
    let ordered = candidates.map { ($0, score($0, now: now)) }.sorted { left, right in
      if left.1 != right.1 { return left.1 > right.1 }
      if left.0.article.date != right.0.article.date { return left.0.article.date > right.0.article.date }
      return left.0.article.id < right.0.article.id
    }
    for (candidate, _) in ordered where result.count < limit {
      if let event = candidate.article.event, !events.insert(event).inserted { continue }
      // A publisher's section and its main feed may be followed as two sites.
      if let telling = Telling(candidate.article), !tellings.insert(telling).inserted { continue }
      result.append(candidate.article)
    }
    return result
  }

  /// How much speaks for an article: places and tellers, halved with every eighteen hours of age.
  package static func score(_ candidate: Candidate, now: Date) -> Double {
    let places = candidate.places.map { 1 / Double(max(0, $0) + 1) }.sorted(by: >).prefix(4).reduce(0, +)
    let tellers =
      log2(Double(max(1, candidate.eventArticles))) * 0.5 + log2(Double(max(1, candidate.eventSites)))
    let hours = max(0, now.timeIntervalSince(candidate.article.date) / 3600)
    return (1 + 2 * places + tellers) * exp2(-hours / 18)
  }
}
