import NewsModel

/// A feed that a page names, or that one of its links may lead to: what answers there decides.
package struct FoundFeed: Hashable, Sendable {
  /// Where it would be.
  package var address: WebAddress
  /// What the page calls it; empty where it says nothing.
  package var title: String
  /// BCP 47, as the page says (`hreflang`).
  package var language: String?
  /// Whether the page says that it is one, or its address does; else only a word of the link does.
  package var isStated: Bool

  package init(address: WebAddress, title: String = "", language: String? = nil, isStated: Bool) {
    self.address = address
    self.title = title
    self.language = language
    self.isStated = isStated
  }
}
