import Foundation
import NewsModel

/// What an article's page shows, from the best that is known: its document, else its row in the cache, else the row of
/// the list it was opened from.
struct ArticleFacts {
  /// The section's or the source's name over the title.
  let kicker: String?
  let title: String
  let summary: String
  let authors: [String]
  let tags: [String]
  /// `nil` when no source told it: the moment it was first seen is none of the article's.
  let published: Date?
  /// Whether only the day of it is known.
  let isDayOnly: Bool
  /// When its site changed it; `nil` while it says what it said at first.
  let changed: Date?
  let isRemoved: Bool
  /// When the site replaced the version that is shown, unless that is the last one.
  let replaced: Date?
  let language: String?
  let document: ArticleDocument?
  /// Whether its source names no page of it: nothing more can be fetched.
  let hasNoPage: Bool

  init(_ place: ArticlePlace, siteLanguage: String?) {
    let article = place.opened?.listed.article
    let earlier = place.earlier
    let history = place.opened?.history ?? ArticleHistory()
    document = earlier == nil ? place.opened?.document : earlier?.document
    let section = article?.sections.first?.path
    kicker = section ?? place.story.section ?? place.opened?.source ?? place.story.source
    // A headline that was changed is the feed's: the page was perhaps read before.
    let isRetitled = article.map { now in history.earlier.contains { $0.title != now.title } } ?? false
    let kept = earlier?.title ?? article?.title
    let told = isRetitled ? kept : document?.title ?? kept
    // A page that is called as its site is known better by the line that led to it.
    title = told.flatMap { $0 == place.opened?.source ? nil : $0 } ?? place.story.title
    summary = document?.summary ?? earlier?.summary ?? article?.summary ?? place.story.summary
    authors = document?.authors ?? article?.authors ?? []
    tags = document?.tags ?? article?.tags ?? []
    (published, isDayOnly) =
      if let article {
        OpenedArticle.published(article, document)
      } else {
        (place.story.date, place.story.isDayOnly)
      }
    changed = history.earlier.first.map { article?.modified ?? $0.replaced }
    isRemoved = history.removed != nil
    replaced = earlier?.replaced
    hasNoPage = article.map { $0.address == nil } ?? false
    language = document?.language ?? article?.language ?? place.story.language ?? siteLanguage
  }

  /// What is known of an article that stands in no list.
  init(_ opened: OpenedArticle) {
    var place = ArticlePlace(story: Story(opened.listed, source: opened.source), queue: [], index: 0)
    place.opened = opened
    self.init(place, siteLanguage: nil)
  }

  /// What a text says of itself that is nobody's article.
  init(_ document: ArticleDocument) {
    kicker = nil
    title = document.title
    summary = document.summary ?? ""
    authors = document.authors
    tags = document.tags
    (published, isDayOnly) = (document.published, document.isDayOnly)
    (changed, isRemoved, replaced) = (nil, false, nil)
    language = document.language
    self.document = document
    hasNoPage = false
  }
}
