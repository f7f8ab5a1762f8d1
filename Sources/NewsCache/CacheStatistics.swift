import Foundation

/// How much the cache holds.
package struct CacheStatistics: Hashable, Sendable {
  package var articles: Int
  package var unread: Int
  package var saved: Int
  /// Articles readable without a network.
  package var documents: Int
  package var sources: Int
  package var events: Int
  package var oldest: Date?
  package var newest: Date?
  /// Rows of the search index that belong to no article any more; a rebuilt index has none.
  package var abandonedSearchRows: Int
  /// The file and the log beside it.
  package var bytes: Int
}
