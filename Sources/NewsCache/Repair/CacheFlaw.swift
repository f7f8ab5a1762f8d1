/// Something in the cache that is not as it must be.
package enum CacheFlaw: Hashable, Sendable {
  /// What SQLite's own check said of the file.
  case damage(String)
  /// Rows of a table that point to nothing.
  case brokenReference(table: String, rows: Int)
  /// Articles whose marks differ from their status.
  case statusDiffers(articles: Int)
  /// Entries of sections whose date or mark differs from their article's.
  case sectionDiffers(entries: Int)
  /// Articles that the search index does not hold.
  case notSearchable(articles: Int)
  /// Documents that are no JSON.
  case unreadableDocument(documents: Int)
}
