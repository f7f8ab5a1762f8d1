import Foundation
import NewsModel
import Phrases

/// A site's front page as the cache has it.
package struct Edition: Equatable, Sendable {
  /// For a site that has no page of its own (a followed feed): blocks made of its sections' newest articles.
  package var front: ShownFront
  /// When the site was last asked with success; `nil`: never.
  package var refreshed: Date?
  /// The kept articles that the front page's headlines, ticker and top news lead to.
  package var articles: [ListedArticle]
  /// What the reader has not read yet, by section.
  package var unread: [SectionID: Int]
  /// What the reader has not read yet, each article once.
  package var unreadTotal: Int
  /// Why nothing could be read of it.
  package var problem: Problem?

  package init(
    front: ShownFront = ShownFront(), refreshed: Date? = nil, articles: [ListedArticle] = [],
    unread: [SectionID: Int] = [:], unreadTotal: Int = 0, problem: Problem? = nil
  ) {
    self.front = front
    self.refreshed = refreshed
    self.articles = articles
    self.unread = unread
    self.unreadTotal = unreadTotal
    self.problem = problem
  }
}

/// What the list of sites tells of one.
package struct SiteNews: Equatable, Sendable {
  /// How many of its articles are unread.
  package var unread: Int
  /// When it was last asked with success; `nil`: never.
  package var refreshed: Date?
  /// How many of its sources failed when they were last asked.
  package var failing: Int

  package init(unread: Int = 0, refreshed: Date? = nil, failing: Int = 0) {
    self.unread = unread
    self.refreshed = refreshed
    self.failing = failing
  }
}

/// An article as it was opened.
package struct OpenedArticle: Equatable, Sendable {
  /// The article, and what was done with it.
  package var listed: ListedArticle
  /// `nil` while only the summary is there: the full text was never fetched and cannot be now.
  package var document: ArticleDocument?
  /// The name of its site.
  package var source: String?
  /// Its earlier versions, and whether its site still has it.
  package var history: ArticleHistory

  package init(
    listed: ListedArticle, document: ArticleDocument?, source: String? = nil,
    history: ArticleHistory = ArticleHistory()
  ) {
    self.listed = listed
    self.document = document
    self.source = source
    self.history = history
  }
}

/// What stands beside an article: the site's own lines first, then what the cache finds.
package struct Beside: Equatable, Sendable {
  /// «Related», the first at the top.
  package var related: [Story]
  /// «Top news», the first at the top.
  package var top: [Story]
  /// The kept articles among them.
  package var articles: [ListedArticle]

  package init(related: [Story] = [], top: [Story] = [], articles: [ListedArticle] = []) {
    self.related = related
    self.top = top
    self.articles = articles
  }
}

/// A hit of the archive search: the story, and the words around the hit.
package struct FoundStory: Hashable, Sendable {
  /// What was found.
  package var story: Story
  /// One line of its text around the words; may be empty.
  package var snippet: String
  /// What matched, as UTF-8 offsets into the snippet.
  package var matches: [Range<Int>]

  package init(story: Story, snippet: String = "", matches: [Range<Int>] = []) {
    self.story = story
    self.snippet = snippet
    self.matches = matches
  }
}

extension OpenedArticle {
  /// Whether there is anything of it to read.
  var isReadable: Bool { document != nil || !listed.article.summary.isEmpty }

  /// When an article appeared and whether only the day of it is known: as its page says, unless the cache knows more.
  package static func published(
    _ article: Article, _ document: ArticleDocument?
  ) -> (date: Date?, isDayOnly: Bool) {
    guard let document, let told = document.published, !document.isDayOnly || article.published == nil else {
      return (article.published, article.isDayOnly)
    }
    return (told, document.isDayOnly)
  }
}
