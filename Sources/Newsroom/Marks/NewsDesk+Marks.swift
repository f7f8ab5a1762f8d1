import NewsCache
import NewsModel

extension NewsDesk {
  /// Puts a mark on articles, or takes it off: the one place where that is done.
  ///
  /// - Throws: where the archive cannot be written; then no article is marked.
  package func mark(_ articles: [ArticleID], _ mark: Mark, origin: MarkOrigin) throws(CacheError) {
    let isNews = origin == .server
    switch mark {
    case .read(let isRead): try cache.setStatus(articles, read: isRead, isNews: isNews)
    case .saved(let isSaved): try cache.setStatus(articles, saved: isSaved, isNews: isNews)
    }
  }

  /// Everything of a section (of the site, when `nil`) becomes read by its reader.
  ///
  /// - Returns: the articles that were unread.
  package func markAllRead(site: SiteID, section: SectionID?) throws(CacheError) -> [ArticleID] {
    try cache.markAllRead(ArticleQuery(site: site, section: section))
  }

  /// Keeps the place in an article's text: a byte offset into its document's plain text.
  package func keepPosition(_ position: Int, in article: ArticleID) throws(CacheError) {
    try cache.setPosition(article, position)
  }
}
