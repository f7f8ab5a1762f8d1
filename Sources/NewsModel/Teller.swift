/// Who tells of an article, from the least exact to the most: fields are taken from the best teller that has them.
package enum Teller: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// A line of a front page or of a section.
  case list
  /// The article's own page.
  case page
  /// A feed of the site.
  case feed

  package static func < (left: Teller, right: Teller) -> Bool { left.rawValue < right.rawValue }
}
