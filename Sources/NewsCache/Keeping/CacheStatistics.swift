import Foundation

/// How much the cache holds.
package struct CacheStatistics: Hashable, Sendable {
  /// All that are kept.
  package var articles: Int
  /// Articles that nobody opened or marked as read.
  package var unread: Int
  /// Articles that are kept whatever their age.
  package var saved: Int
  /// Articles readable without a network.
  package var documents: Int
  /// Sources of which a state is kept.
  package var sources: Int
  /// Happenings found since the cache was made, those that only pruned articles told of included.
  package var events: Int
  /// The date of the oldest article; `nil` when there is none.
  package var oldest: Date?
  /// The date of the newest article; `nil` when there is none.
  package var newest: Date?
  /// Rows of the search index that belong to no article any more; a rebuilt index has none.
  package var abandonedSearchRows: Int
  /// The file and the log beside it.
  package var bytes: Int
}
