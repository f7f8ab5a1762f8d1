import Foundation

/// What became of an article after it was first kept.
package struct ArticleHistory: Hashable, Sendable {
  /// What it said before its site changed it, the latest first.
  package var earlier: [ArticleVersion]
  /// When its site was found to have taken it down; `nil` while it stands.
  package var removed: Date?

  package init(earlier: [ArticleVersion] = [], removed: Date? = nil) {
    self.earlier = earlier
    self.removed = removed
  }
}

/// What an article said before its site changed it.
package struct ArticleVersion: Hashable, Sendable {
  /// One plain line.
  package var title: String
  /// Plain text; empty when there was none.
  package var summary: String
  /// The full text, where it was kept.
  package var document: ArticleDocument?
  /// When the next version took its place.
  package var replaced: Date

  package init(title: String, summary: String, document: ArticleDocument?, replaced: Date) {
    self.title = title
    self.summary = summary
    self.document = document
    self.replaced = replaced
  }
}
