import Foundation
import NewsModel

/// What an article said before its site changed it.
package struct ArticleVersion: Hashable, Sendable {
  package var title: String
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
