import Foundation
import NewsCache
import NewsModel

/// A site's front page with what is known of it.
package struct SiteFront: Hashable, Sendable {
  /// Without what is muted.
  package var front = ShownFront()
  /// The kept articles that lines of the front page lead to.
  package var articles: [ListedArticle] = []
  /// When the site was last asked with success, or its page last seen; `nil`: never.
  package var refreshed: Date?
  /// What is not read yet, by section.
  package var unread: [SectionID: Int] = [:]
  /// What is not read yet, each article once.
  package var unreadTotal = 0
}

extension NewsDesk {
  /// How many articles stand on a front page whose site has no sections, and are looked through for its ticker.
  private static let frontLength = 30
  private static let sectionLength = 5
  private static let tickerLength = 4

  /// A site's front page from the cache: its own where it has one, else a block for each section, or one of all its
  /// newest articles. Empty for a site that is not followed, or muted.
  package func front(of site: SiteID, mutes: MuteList) throws(CacheError) -> SiteFront {
    guard let followed = sites.site(site) else { return SiteFront() }
    let refreshed = try cache.sourceStates(site: site).compactMap(\.lastFetched).max()
    guard !mutes.hides(site) else { return SiteFront(refreshed: refreshed) }
    let kept = try cache.front(of: site)
    let (front, articles) =
      if let kept { try told(kept.page, by: followed, mutes) } else { try made(of: followed, mutes) }
    return SiteFront(
      front: front, articles: articles, refreshed: refreshed ?? kept?.seen,
      unread: try cache.unreadCounts(site: site), unreadTotal: try cache.unreadCount(site: site))
  }

  /// The front page that a site has, and the kept articles that it leads to.
  private func told(
    _ page: FrontPage, by site: Site, _ mutes: MuteList
  ) throws(CacheError) -> (ShownFront, [ListedArticle]) {
    let headlines = page.blocks.flatMap(\.headlines) + page.ticker + page.top
    var articles = try articles(behind: headlines, site: site.id)
    let kept = Dictionary(
      articles.compactMap { listed in listed.article.address.map { ($0.withoutFragment, listed) } }
    ) { first, _ in first }
    var told = page.withHeadlines { headlines in
      headlines.compactMap { headline in
        guard let listed = kept[headline.address.withoutFragment] else {
          let sections = site.section(titled: headline.section).map { [$0] } ?? []
          return mutes.shows(headline.title, site: site.id, sections: sections) ? headline : nil
        }
        guard mutes.shows(listed) else { return nil }
        // Beside a headline pages print a day at best: an article tells the moment.
        var headline = headline
        if let moment = listed.article.published {
          (headline.published, headline.isDayOnly) = (moment, listed.article.isDayOnly)
        }
        return headline
      }
    }
    told.blocks.removeAll { block in
      site.section(titled: block.title).map { mutes.hides($0, of: site.id) } ?? false
    }
    var front = ShownFront(told)
    // Where the page has no line that moves, the newest articles are one.
    if front.ticker.isEmpty {
      let newest = try newest(of: site, section: nil, limit: Self.frontLength, mutes)
      front.ticker = newest.prefix(Self.tickerLength).map { .kept($0) }
      articles += newest
    }
    return (front, articles)
  }

  /// The front page of a site that has none of its own, and the articles on it.
  private func made(of site: Site, _ mutes: MuteList) throws(CacheError) -> (ShownFront, [ListedArticle]) {
    let newest = try newest(of: site, section: nil, limit: Self.frontLength, mutes)
    var articles = newest
    var blocks: [ShownFront.Block] = []
    for (id, section) in site.flatSections where !mutes.hides(id, of: site.id) {
      let listed = try self.newest(of: site, section: id, limit: Self.sectionLength, mutes)
      guard !listed.isEmpty else { continue }
      blocks.append(ShownFront.Block(title: section.title, lines: listed.map { .kept($0) }))
      articles += listed
    }
    if blocks.isEmpty, !newest.isEmpty {
      blocks = [ShownFront.Block(title: site.name, lines: newest.map { .kept($0) })]
    }
    let ticker = newest.prefix(Self.tickerLength).map { FrontLine.kept($0) }
    return (ShownFront(ticker: ticker, blocks: blocks), articles)
  }

  private func newest(
    of site: Site, section: SectionID?, limit: Int, _ mutes: MuteList
  ) throws(CacheError) -> [ListedArticle] {
    try newest(site: site.id, section: section, limit: limit).filter(mutes.shows)
  }
}
