import NewsModel

/// Which articles a list asks the cache for.
package enum ListQuery: Hashable, Sendable {
  case section(SiteID, SectionID)
  /// All of a site, newest first.
  case site(SiteID)
  case saved
  /// What is new since the last visit, ranked.
  case sinceLastVisit
}

/// The order of a list.
package enum ListOrder: String, Hashable, Sendable, CaseIterable {
  case newest
  case oldest
  case top
  case unreadFirst
}

/// A search in the archive of all sites; answers carry the query back, so that late ones are told apart.
package struct SearchQuery: Hashable, Sendable {
  /// As typed, filters (`is:unread`) included.
  package var text: String
  /// `nil`: all sites.
  package var site: SiteID?

  package init(text: String, site: SiteID? = nil) {
    self.text = text
    self.site = site
  }
}

extension SectionID {
  /// The titles from the menu's top down, as people read them.
  var path: String { rawValue.split(separator: "/").joined(separator: " · ") }
}
