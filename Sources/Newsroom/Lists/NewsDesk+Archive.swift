import Foundation
import NewsCache
import NewsModel

/// What the list of sites tells of one.
package struct SiteRecord: Hashable, Sendable {
  /// How many of its articles are unread.
  package var unread = 0
  /// When it was last asked with success; `nil`: never.
  package var refreshed: Date?
  /// How many of its sources failed when they were last asked.
  package var failing = 0
}

extension NewsDesk {
  /// Where the archive is; empty for one in memory.
  package var archivePath: String { cache.path }

  /// How much the archive holds.
  package func statistics() throws(CacheError) -> CacheStatistics { try cache.statistics() }

  /// Throws away what retention allows, by the moment that is borne out.
  /// - Returns: how many articles went.
  package func prune(_ retention: Retention) throws(CacheError) -> Int {
    try cache.prune(retention, now: clock.moment)
  }

  /// Brings a search index of an earlier version's stems to today's, a little at a time between all other writing, until
  /// it is done or the task is cancelled. Broken off, it goes on the next time.
  /// - Parameter span: how long at the most; `nil` for as long as it takes.
  package func renewIndex(within span: Duration? = nil) async {
    let end = span.map { ContinuousClock.now + $0 }
    var isLeft = true
    while isLeft, !Task.isCancelled, end.map({ ContinuousClock.now < $0 }) ?? true {
      isLeft = await work.run { (try? cache.renewIndex()) ?? false }
    }
  }

  /// What `prune` would throw away.
  package func retentionPlan(_ retention: Retention) throws(CacheError) -> RetentionPlan {
    try cache.retentionPlan(retention, now: clock.moment)
  }

  /// Watches the archive for as long as the value lives.
  /// - Parameter changed: called from any thread whenever this process has changed what is kept, its reader's own
  ///   marks apart; it must return at once.
  package func watch(_ changed: @escaping @Sendable () -> Void) -> CacheWatch { cache.watch(changed) }

  /// A kept article by its number.
  package func article(_ id: ArticleID) throws(CacheError) -> ListedArticle? { try cache.article(id) }

  /// The kept article of an address, whichever site it was met at.
  package func article(at address: WebAddress) throws(CacheError) -> ListedArticle? {
    try cache.article(address: address)
  }

  /// The kept articles that a query asks for, newest first.
  package func articles(_ query: ArticleQuery) throws(CacheError) -> [ListedArticle] {
    try cache.articles(query)
  }

  /// What is new in every site that is followed or was.
  package func siteRecords() throws(CacheError) -> [SiteID: SiteRecord] {
    let unread = try cache.unreadCounts()
    let asked = try cache.lastSuccesses()
    let failing = try failures()
    let known = Set(unread.keys).union(asked.keys).union(failing.keys)
    return Dictionary(
      uniqueKeysWithValues: known.map {
        ($0, SiteRecord(unread: unread[$0] ?? 0, refreshed: asked[$0], failing: failing[$0] ?? 0))
      })
  }

  /// How many sources of each site failed when they were last asked, without the pages of its menu that were let go.
  private func failures() throws(CacheError) -> [SiteID: Int] {
    let sources = followed.flatMap(\.sources)
    guard try !cache.failures(among: sources).isEmpty else { return [:] }
    let states = try cache.sourceStates().map { (Source.Key(site: $0.site, address: $0.address), $0) }
    let known = Dictionary(states) { $1 }
    return try cache.failures(
      among: sources.filter { source in !(known[source.key].map(source.isLetGo) ?? false) })
  }
}
