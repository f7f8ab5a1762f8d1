import Foundation
import NewsModel

/// What a feed says of itself and of its items, in the order it names them; every text is cleaned, every address
/// absolute.
package struct ParsedFeed: Hashable, Sendable {
  /// The family of formats it was written in.
  package enum Format: String, Hashable, Sendable {
    /// RSS 0.91 to 2.0.
    case rss
    /// RSS 0.90, 1.0 and 1.1 (RDF).
    case rdf
    /// Atom 0.3 and 1.0.
    case atom
    /// JSON Feed 1.0 and 1.1.
    case jsonFeed
    /// A sitemap's `urlset`, with or without Google News elements.
    case sitemap
    /// `wp-json/wp/v2/posts`.
    case wordPress
  }

  /// The family; `version` tells more.
  package var format: Format
  /// As the feed states it (`0.92`, `2.0`, `1.0`); `nil` when it does not.
  package var version: String?
  /// One plain line; empty when the feed has none.
  package var title: String = ""
  /// One plain line: `description`, `subtitle`, `tagline`.
  package var subtitle: String = ""
  /// The page the feed belongs to.
  package var home: WebAddress?
  /// `home` as written, where it is relative to nothing that is known.
  package var unresolvedHome: String?
  /// The feed's own address, as it states it.
  package var address: WebAddress?
  /// The next page of a paged feed (RFC 5005, JSON Feed's `next_url`).
  package var nextPage: WebAddress?
  /// Atom's `id`, resolved where it is relative; `dc:identifier` or `rdf:about`. At most 2,000 characters.
  package var id: String?
  /// BCP 47, as written but for the case of `_`.
  package var language: String?
  /// Names, each once; in Atom and JSON Feed, items without authors of their own got them too.
  package var authors: [String] = []
  /// The feed's own categories, each once.
  package var tags: [String] = []
  /// Its picture: `image`, `logo`, `icon` and their like.
  package var image: WebAddress?
  /// When it last changed, as it states it.
  package var updated: Date?
  /// The character set it was read as, by its WHATWG name.
  package var charset: String = "utf-8"
  /// How often it wants to be asked.
  package var refresh = RefreshWish()
  /// In the feed's order.
  package var items: [ParsedItem] = []
  /// What was odd about it; nothing of that stopped the reading.
  package var warnings: [FeedWarning] = []

  package init(format: Format) { self.format = format }

  /// Authors of the whole are those of every item that names none (RFC 4287 §4.2.1, JSON Feed 1.1).
  mutating func lendAuthors(_ authors: [String]) {
    guard !authors.isEmpty else { return }
    for index in items.indices where items[index].authors.isEmpty { items[index].authors = authors }
  }
}
