import Foundation
import NewsModel
import Phrases
import Reader

/// What the reader needs of the newsroom: exactly what its effects ask for, in the words of the reader.
///
/// Methods are called off the main thread, those that change anything one after the other in the order in which
/// the reader asked. None throws: what fails is a value, and what cannot be read is told and not taken for empty.
package protocol NewsService: Sendable {
  /// What is followed, in the order of the kiosk.
  func sites() async -> [Site]
  /// What is new in every site, for the kiosk.
  func siteNews() async -> [SiteID: SiteNews]
  /// A site's front page from the cache; empty for a site that is not known.
  func edition(of site: SiteID) async -> Edition
  /// Some rows of a list from the cache, or all of them.
  func listing(_ query: ListQuery, order: ListOrder, part: ListPart) async -> Listing
  /// What a site's readers shall not miss.
  func top(of site: SiteID) async -> Listing
  /// What stands beside an article: the page's own lines first, then what the cache finds.
  func beside(_ article: ArticleID) async -> Beside
  /// Hits in the archive, best first; stops early when its task is cancelled.
  func search(_ query: SearchQuery) async -> Finding
  /// What is known of a site's sources; of all sites' when `nil`.
  func sources(of site: SiteID?) async -> [SourceReport]

  /// An article as the cache has it. A headline that no feed told of gets its number here; `nil` when nothing at
  /// all can be shown.
  func keptArticle(_ reference: ArticleReference) async -> OpenedArticle?
  /// An article's full text from the network, kept from now on; ends early when its task is cancelled.
  func fetchedArticle(_ reference: ArticleReference) async -> FetchAnswer
  /// A picture's bytes, from the cache or the network; `nil` when there are none within bounds.
  func picture(at address: WebAddress) async -> Data?

  /// Refreshes and tells of every step; ends early, with `wasCancelled`, when its task is cancelled.
  func refresh(
    _ scope: RefreshScope, progress: @escaping @Sendable (RefreshProgress) -> Void
  ) async -> RefreshSummary

  /// Fetches the texts of what is unread, within a budget; ends early when its task is cancelled.
  func fetchAhead(
    _ scope: RefreshScope, progress: @escaping @Sendable (RefreshProgress) -> Void
  ) async -> AheadSummary
  /// Fetches an article's text before anybody asked; its number, when the text is kept now.
  func fetchSoon(_ reference: ArticleReference) async -> ArticleID?

  /// Watches the archive for as long as the value lives.
  /// - Parameter changed: called from any thread whenever this process has changed what the other methods load,
  ///   marks apart.
  func observe(_ changed: @escaping @Sendable () -> Void) -> any ArchiveObservation

  /// Puts a mark on articles; tells what prevented it, and then it is on none of them.
  func mark(_ articles: [ArticleID], _ mark: Mark) async -> Problem?
  /// Everything of a section (of the site, when `nil`) becomes read, what is not shown too.
  func markAllRead(_ site: SiteID, section: SectionID?) async -> MarkingAnswer
  /// Keeps the place in a text: a byte offset into the document's plain text; tells what prevented it.
  func savePosition(_ position: Int, in article: ArticleID) async -> Problem?
  /// Writes an article to a file, its text fetched where it is not kept; tells what prevented it.
  func save(_ reference: ArticleReference, to path: String, replaces: Bool) async -> Problem?
  /// An article as plain text.
  func text(of reference: ArticleReference) async -> TextAnswer
  /// Shows no more of what a rule names.
  func mute(_ rule: MuteRule) async -> Problem?
  /// Shows again what a rule named.
  func unmute(_ rule: MuteRule) async -> Problem?
}

/// A watched archive.
package protocol ArchiveObservation: Sendable {
  /// Whether another process has changed the archive since this was asked the last time.
  func hasChangedElsewhere() -> Bool
}

/// Rows of a list, and the kept articles among them.
package struct Listing: Equatable, Sendable {
  /// The rows, in the list's order.
  package var stories: [Story]
  /// With their statuses, for the reader's `Shelf`.
  package var articles: [ListedArticle]
  /// Which rows they are; `nil`: all there are.
  package var window: ListWindow?
  /// Why nothing could be read: then there may be more than nothing.
  package var problem: Problem?

  package init(
    stories: [Story] = [], articles: [ListedArticle] = [], window: ListWindow? = nil, problem: Problem? = nil
  ) {
    self.stories = stories
    self.articles = articles
    self.window = window
    self.problem = problem
  }
}

/// How fetching a text ended.
package enum FetchAnswer: Equatable, Sendable {
  case fetched(OpenedArticle)
  case failed(Problem)
}

/// How marking all of a section or a site as read ended.
package enum MarkingAnswer: Equatable, Sendable {
  /// The articles that were unread, in no order.
  case marked([ArticleID])
  case failed(Problem)
}

/// How asking for a plain text ended.
package enum TextAnswer: Equatable, Sendable {
  case text(String)
  case failed(Problem)
}
