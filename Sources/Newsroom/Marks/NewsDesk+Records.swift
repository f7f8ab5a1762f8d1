import Fetching
import Foundation
import NewsCache
import NewsModel
import Ranking

/// What the cache knows of a source.
package struct SourceRecord: Hashable, Sendable {
  /// When it was last asked.
  package var lastAsked: Date?
  /// When it last answered as it should.
  package var lastSuccess: Date?
  /// What its last good answer cost on the wire.
  package var wireBytes = 0
  /// Where it lives now, when it has moved for good.
  package var movedTo: WebAddress?
  /// How many articles it has brought.
  package var articles = 0
  /// Why it failed the last time.
  package var failure: SourceFailure?
  /// When it may be asked again; `nil`: now.
  package var notBefore: Date?
}

extension NewsDesk {
  /// What is known of one source.
  package func record(of source: Source) -> SourceRecord {
    guard let state = try? cache.sourceState(of: source) else { return SourceRecord() }
    let count = try? cache.count(ArticleQuery(site: source.site, section: source.section))
    let waits = (state.notBefore.map { Backoff.isInForce($0, at: now()) } ?? false) && !state.isGone
    return SourceRecord(
      lastAsked: state.lastAsked, lastSuccess: state.lastFetched, wireBytes: state.bytes,
      movedTo: state.movedTo, articles: count ?? 0, failure: state.failure,
      notBefore: waits ? state.notBefore : nil)
  }

  /// When a site, or any, last answered as it should.
  package func lastSuccess(of site: SiteID?) -> Date? {
    (try? cache.sourceStates(site: site))?.compactMap(\.lastFetched).max()
  }

  /// The newest articles of a site or of one section of it.
  package func newest(site: SiteID, section: SectionID?, limit: Int) throws(CacheError) -> [ListedArticle] {
    try cache.articles(ArticleQuery(site: site, section: section, limit: limit))
  }

  /// How many articles a query asks for, its limit and offset aside.
  package func count(_ query: ArticleQuery) throws(CacheError) -> Int { try cache.count(query) }

  /// The number of the next unread row of a query's list after a row, or of the one before it.
  package func unreadRow(
    of query: ArticleQuery, from row: Int, isForward: Bool
  ) throws(CacheError) -> Int? {
    try cache.unreadRow(of: query, from: row, isForward: isForward)
  }

  /// What was saved, newest first.
  package func saved(limit: Int) throws(CacheError) -> [ListedArticle] {
    try cache.articles(ArticleQuery(isSaved: true, limit: limit))
  }

  /// Articles in the order of what matters most; of an event's articles the best stands where it belongs, the others
  /// follow at the end.
  package func ranked(_ listed: [ListedArticle]) -> [ListedArticle] {
    let order = TopNews.rank(
      listed.map { TopNews.Candidate(article: $0.article) }, now: clock.moment, limit: listed.count)
    let byID = Dictionary(listed.map { ($0.id, $0) }) { first, _ in first }
    let best = order.compactMap { byID[$0.id] }
    let taken = Set(best.map(\.id))
    return best + listed.filter { !taken.contains($0.id) }
  }
}
