import Foundation
import NewsModel

/// What a page of a news site shows around, or instead of, an article: menu, ticker, blocks, lists.
package struct SitePage: Hashable, Sendable {
  /// As the page names its publication.
  package var name: String?
  /// BCP 47.
  package var language: String?
  /// The menu, in its order, at most two levels deep.
  package var sections: [Section]
  /// Ticker, blocks and «Top news».
  package var front: FrontPage
  /// «По теме», «Читайте также».
  package var related: [Headline]
  /// Those it announces (`link rel=alternate`) and those it links to, each once.
  package var feeds: [WebAddress] { feedLinks.filter(\.isStated).map(\.address) }
  /// These, and links that may lead to a feed, each once.
  package var feedLinks: [FoundFeed]
  /// Pages about the site itself: about, policy, contacts.
  package var pages: [Headline]
  /// The day in the masthead.
  package var date: Date?
  /// The next page of its list.
  package var nextPage: WebAddress?
  /// Which rule gave which field.
  package var evidence: [PageEvidence]

  package init(
    name: String? = nil, language: String? = nil, sections: [Section] = [], front: FrontPage = FrontPage(),
    related: [Headline] = [], feedLinks: [FoundFeed] = [], pages: [Headline] = [], date: Date? = nil,
    nextPage: WebAddress? = nil, evidence: [PageEvidence] = []
  ) {
    self.name = name
    self.language = language
    self.sections = sections
    self.front = front
    self.related = related
    self.feedLinks = feedLinks
    self.pages = pages
    self.date = date
    self.nextPage = nextPage
    self.evidence = evidence
  }
}
