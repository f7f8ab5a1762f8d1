import Foundation
import NewsCache
import NewsModel
import Ranking

extension NewsDesk {
  /// How far back articles may tell of one event with today's: five days.
  private static let eventWindow: TimeInterval = 5 * 86_400
  /// How many of the newest articles are compared.
  private static let eventArticles = 1500

  /// Finds which of the newest articles tell of the same happening, and keeps it.
  func groupEvents() throws(CacheError) {
    let texts = try cache.texts(
      since: clock.moment.addingTimeInterval(-Self.eventWindow), limit: Self.eventArticles)
    let stories = texts.map { StoryTerms($0.listed.article, text: $0.text) }
    try cache.assignEvents(EventGrouping().groups(stories), now: clock.moment)
  }

  /// The same articles, with how many other sites tell of the event of each.
  package func counted(_ listed: [ListedArticle]) throws(CacheError) -> [ListedArticle] {
    let sizes = try cache.eventSizes(Array(Set(listed.compactMap(\.article.event))))
    return listed.map { listed in
      var listed = listed
      listed.otherTellers = max(0, (listed.article.event.flatMap { sizes[$0]?.sites } ?? 1) - 1)
      return listed
    }
  }
}
