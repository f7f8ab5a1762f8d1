/// What a site file says about its pages where Vestnik's own understanding must give way: CSS selectors by role.
package struct SiteRules: Hashable, Sendable {
  /// A part of a page that a selector can name.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    case menu
    case ticker
    case block
    case top
    case related
    case title
    case date
    case author
    case body
    case remove
    case tags
    case next
  }

  /// Selectors (CSS 3) by role; a role that is absent is found by Vestnik itself.
  package var selectors: [Role: String]
  /// A followed feed whose site's own pages are not read.
  package var isFeedOnly: Bool

  package init(selectors: [Role: String] = [:], isFeedOnly: Bool = false) {
    self.selectors = selectors
    self.isFeedOnly = isFeedOnly
  }
}
