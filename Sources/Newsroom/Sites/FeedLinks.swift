import NewsModel

/// Which feed belongs to which section.
enum FeedLinks {
  /// More feeds of one site are not followed.
  static let limit = 40

  /// Where sites keep a feed that they do not name, likeliest first; each is asked for until one answers.
  static let habits = [
    "rss.xml", "feed/", "rss", "rss/", "feed.xml", "?feed=rss2", "atom.xml", "index.xml",
    "index.php?format=feed&type=rss", "spip.php?page=backend", "feed.php", "feed.json",
  ]

  /// Gives each section the feed whose path lies below the section's own; the rest are feeds of the whole site.
  static func assign(_ feeds: [WebAddress], to site: inout Site) {
    var free = feeds
    func take(for address: WebAddress?) -> WebAddress? {
      guard let address, address != site.home, address.path != "/" else { return nil }
      let folder = address.path.hasSuffix("/") ? address.path : address.path + "/"
      let own = free.filter { $0.host == address.host && $0.path.hasPrefix(folder) }
      guard let feed = own.min(by: { $0.path.utf8.count < $1.path.utf8.count }) else { return nil }
      free.removeAll { $0 == feed }
      return feed
    }
    for index in site.sections.indices {
      // Sub-sections first: theirs is the longer path.
      for child in site.sections[index].sections.indices {
        site.sections[index].sections[child].feed = take(for: site.sections[index].sections[child].address)
      }
      site.sections[index].feed = take(for: site.sections[index].address)
    }
    site.feeds = free
  }
}

extension Site {
  /// Gives feeds to the sections that have none.
  /// - Parameter feed: of the section with this page.
  mutating func giveFeeds(_ feed: (WebAddress) -> WebAddress?) {
    for index in sections.indices {
      sections[index].takeFeed(feed)
      for child in sections[index].sections.indices { sections[index].sections[child].takeFeed(feed) }
    }
  }
}

extension Section {
  fileprivate mutating func takeFeed(_ feed: (WebAddress) -> WebAddress?) {
    if self.feed == nil { self.feed = address.flatMap(feed) }
  }
}
