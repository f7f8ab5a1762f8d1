/// The name of a followed site: the stem of its file in `sites/`, lower-case ASCII letters, digits and hyphens.
package struct SiteID: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package var description: String { rawValue }

  package static func < (left: SiteID, right: SiteID) -> Bool { left.rawValue < right.rawValue }
}

/// The stable number of an article: what `vestnik list` prints and `vestnik read` takes.
package struct ArticleID: RawRepresentable, Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  package let rawValue: Int64

  package init(rawValue: Int64) { self.rawValue = rawValue }

  package var description: String { String(rawValue) }

  package static func < (left: ArticleID, right: ArticleID) -> Bool { left.rawValue < right.rawValue }
}

/// A section within its site: its titles from the menu's top down, joined by `/` (`Разделы/Стратегия`).
package struct SectionID: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package var description: String { rawValue }
}

/// The same happening told by several articles.
package struct EventID: RawRepresentable, Hashable, Sendable, Codable {
  package let rawValue: Int64

  package init(rawValue: Int64) { self.rawValue = rawValue }
}
