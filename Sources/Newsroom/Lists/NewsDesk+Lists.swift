import Foundation
import Language
import NewsCache
import NewsModel
import Ranking

/// What stands beside an article, nothing twice.
package struct BesideArticle: Hashable, Sendable {
  /// «Related»: the same event first, then what the page offers, then by nearness.
  package var related: [RelatedRanking.Line]
  /// «Top news»: the page's own lines, then what the cache counts.
  package var topHeadlines: [Headline]
  /// What the cache counts as top news, without those that the page lists itself.
  package var topArticles: [ListedArticle]
}

extension NewsDesk {
  /// How many lines a list beside an article has.
  private static let besideLength = 8
  /// How far back top news reach unless told otherwise: three days.
  private static let topWindow: TimeInterval = 3 * 86_400
  /// How many articles compete for a place on top.
  private static let topCandidates = 500

  /// What stands beside an article.
  package func beside(_ listed: ListedArticle) throws(CacheError) -> BesideArticle {
    let document = try cache.document(listed.id)
    var page: [(headline: Headline, listed: ListedArticle?)] = []
    for headline in document?.related ?? [] {
      page.append((headline, try cache.article(address: headline.address, site: listed.article.site)))
    }
    let found = try cache.scoredRelated(to: listed.id, limit: Self.besideLength * 2)
      .map { RelatedRanking.Candidate(listed: $0.listed, score: $0.score) }
    let related = RelatedRanking.lines(
      for: listed.article, found: found, page: page, limit: Self.besideLength)
    var seen = Set((document?.top ?? []).map(\.address.withoutFragment))
    if let own = listed.article.address { seen.insert(own.withoutFragment) }
    let top = try top(site: listed.article.site, since: nil).filter { other in
      other.article.address.map { seen.insert($0.withoutFragment).inserted } ?? true
    }
    let headlines = (document?.top ?? []).filter { $0.address.withoutFragment != listed.article.address }
    return BesideArticle(
      related: related, topHeadlines: headlines,
      topArticles: Array(top.prefix(max(0, Self.besideLength - headlines.count))))
  }

  /// What matters most: the place on the sites' own front pages, freshness, how many tell of the same event.
  package func top(
    site: SiteID?, since: Date?, limit: Int = 20
  ) throws(CacheError) -> [ListedArticle] {
    var candidates = try cache.articles(
      ArticleQuery(
        site: site, since: since ?? clock.moment.addingTimeInterval(-Self.topWindow),
        limit: Self.topCandidates))
    if candidates.isEmpty, since == nil {
      candidates = try cache.articles(ArticleQuery(site: site, limit: limit * 3))
    }
    let places = try places(of: site.map { [$0] } ?? sites.sites().map(\.id))
    let sizes = try cache.eventSizes(Array(Set(candidates.compactMap(\.article.event))))
    let ranked = TopNews.rank(
      candidates.map { listed in
        let size = listed.article.event.flatMap { sizes[$0] }
        return TopNews.Candidate(
          article: listed.article,
          places: listed.article.address.flatMap { places[$0.withoutFragment] } ?? [],
          eventArticles: size?.articles ?? 1, eventSites: size?.sites ?? 1)
      }, now: clock.moment, limit: limit)
    let byID = Dictionary(candidates.map { ($0.id, $0) }) { first, _ in first }
    return ranked.compactMap { byID[$0.id] }
  }

  /// Where the sites' own pages put an address, counted from 0.
  private func places(of sites: [SiteID]) throws(CacheError) -> [WebAddress: [Int]] {
    var result: [WebAddress: [Int]] = [:]
    for site in sites {
      guard let front = try cache.front(of: site)?.page else { continue }
      for list in [front.ticker, front.top] + front.blocks.map(\.headlines) {
        for (place, headline) in list.enumerated() {
          result[headline.address.withoutFragment, default: []].append(place)
        }
      }
    }
    return result
  }

  /// The kept articles that headlines lead to, each once.
  package func articles(behind headlines: [Headline], site: SiteID) throws(CacheError) -> [ListedArticle] {
    try cache.articles(at: headlines.map(\.address), site: site)
  }

  /// Articles whose words match what a person typed.
  ///
  /// - Parameter isTyping: the last word may be only its beginning.
  package func search(
    _ text: String, site: SiteID? = nil, since: Date? = nil, isTyping: Bool = false,
    timeZone: ClockZone = .gmt,
    limit: Int = 50
  ) throws(CacheError) -> SearchResults {
    var query = SearchQuery(text, now: now(), timeZone: timeZone, isTyping: isTyping)
    query.sites = site.map { [$0] } ?? query.site.map(sites(named:)) ?? []
    if let since { query.since = since }
    var results = try cache.search(query, limit: limit, now: now())
    results.misread = query.misread
    // What was kept of sites that are followed no more is found by their ids.
    if let named = query.site, query.sites.isEmpty,
      try cache.search(SearchQuery(site: named), limit: 1, now: now()).hits.isEmpty
    {
      results.misread.append("site:\(named)")
    }
    return results
  }

  /// The followed sites of a name, or whose id begins so.
  private func sites(named name: String) -> [SiteID] {
    let folded = Folding.fold(name)
    let followed = sites.sites()
    let bearers = followed.filter { Folding.fold($0.name) == folded }
    return (bearers.isEmpty ? followed.filter { $0.id.rawValue.hasPrefix(name.lowercased()) } : bearers).map(
      \.id)
  }
}
