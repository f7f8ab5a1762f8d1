import NewsModel
import Phrases

/// What a search found.
package struct Finding: Equatable, Sendable {
  /// In the order in which they are shown.
  package var hits: [FoundStory]
  /// The kept articles among them with their statuses, for the reader's `Shelf`.
  package var articles: [ListedArticle]
  /// The words that were looked for, where those that were typed are found nowhere.
  package var reading: String?
  /// Filters that mean nothing, as they were typed.
  package var misread: [String]
  /// Why the archive could not be searched: then there may be hits.
  package var problem: Problem?

  package init(
    hits: [FoundStory] = [], articles: [ListedArticle] = [], reading: String? = nil, misread: [String] = [],
    problem: Problem? = nil
  ) {
    self.hits = hits
    self.articles = articles
    self.reading = reading
    self.misread = misread
    self.problem = problem
  }
}
