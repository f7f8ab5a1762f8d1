import NewsCache
import NewsModel

/// Why what is followed stays as it is.
package enum FollowingFailure: Error, Hashable, Sendable {
  /// Following both would bring every article twice: the one that is followed.
  case alreadyFollowed(Site)
  case notFollowed(SiteID)
  /// The list of what is followed cannot be written, or not without losing what people wrote there.
  case notWritten
  case cache(CacheError)
}

extension NewsDesk {
  /// What is followed, in the order of the ids.
  package var followed: [Site] { sites.sites() }

  /// The same, read anew: for who was told of a change.
  package var freshlyFollowed: [Site] { sites.freshSites() }

  /// The followed site of an id.
  package func site(_ id: SiteID) -> Site? { sites.site(id) }

  /// How many sites can be followed.
  package var capacity: Int { sites.capacity }

  /// The followed site that brings the same articles as another would.
  package func followed(like site: Site) -> Site? { followed.first { $0.isSame(as: site) } }

  /// Follows a site; what had ended of its sources is asked again.
  package func follow(_ site: Site) throws(FollowingFailure) {
    if let known = followed(like: site) { throw .alreadyFollowed(known) }
    do throws(CacheError) { try askAgain(site) } catch { throw .cache(error) }
    try save(site)
  }

  /// Stops following; its articles stay.
  package func unfollow(_ id: SiteID) throws(FollowingFailure) {
    let isThere: Bool
    do { isThere = try sites.remove(id) } catch { throw .notWritten }
    guard isThere else { throw .notFollowed(id) }
  }

  /// Changes what is followed of a site: its name, sections, feeds, folder. What people wrote into its file otherwise
  /// stays.
  package func edit(_ id: SiteID, _ change: (inout Site) -> Void) throws(FollowingFailure) {
    guard var site = freshlyFollowed.first(where: { $0.id == id }) else { throw .notFollowed(id) }
    let before = site
    change(&site)
    site.id = id
    if site != before { try save(site) }
  }

  func save(_ site: Site) throws(FollowingFailure) {
    do { try sites.save(site) } catch { throw .notWritten }
  }

  /// Sources that had ended are asked again: a person follows them anew.
  func askAgain(_ site: Site) throws(CacheError) {
    let ended = try cache.sourceStates(site: site.id).filter(\.isGone)
    guard !ended.isEmpty else { return }
    try cache.record(ended.map { SourceState(site: $0.site, address: $0.address) })
  }
}

extension Site {
  /// Whether following both would bring every article twice.
  fileprivate func isSame(as other: Site) -> Bool {
    rules.isFeedOnly == other.rules.isFeedOnly
      && (rules.isFeedOnly ? !Set(feeds).isDisjoint(with: other.feeds) : home == other.home)
  }
}
