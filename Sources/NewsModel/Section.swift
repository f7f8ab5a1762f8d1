/// An entry of a site's menu; may have sub-sections.
package struct Section: Hashable, Sendable {
  /// As the menu shows it.
  package var title: String
  /// Its page; `nil` for a menu that only opens («Разделы»).
  package var address: WebAddress?
  /// Its feed, preferred to the page where there is one.
  package var feed: WebAddress?
  /// Its sub-sections, in the menu's order.
  package var sections: [Section]

  package init(
    title: String, address: WebAddress? = nil, feed: WebAddress? = nil, sections: [Section] = []
  ) {
    self.title = title
    self.address = address
    self.feed = feed
    self.sections = sections
  }
}
