import NewsModel

/// What a body turned out to be.
package enum FeedResult: Hashable, Sendable {
  case feed(ParsedFeed)
  /// A sitemap index: the sitemaps it names.
  case sitemapIndex([WebAddress])
  /// A subscription list.
  case outlines(ParsedOutlines)
  /// WordPress's `wp-json/wp/v2/categories` or `tags`.
  case terms([WordPressTerm])
  case notAFeed(Reason)

  /// Why a body is no feed.
  package enum Reason: Hashable, Sendable {
    case empty
    /// More bytes than are read at all.
    case tooLarge(bytes: Int)
    /// An HTML page.
    case page
    /// Pictures, archives and other bytes that are no text.
    case binary
    /// XML with a root that is no feed's.
    case otherXML(root: String)
    /// JSON of another shape.
    case otherJSON
    case otherText
  }
}
