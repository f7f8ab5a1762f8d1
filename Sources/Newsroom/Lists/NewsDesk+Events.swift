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
}
