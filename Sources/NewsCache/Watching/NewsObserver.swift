import GRDB
import Synchronization

/// Tells of committed transactions that brought or took articles, texts or front pages.
///
/// By the names of tables and columns: to observe requests, SQLite would have to read the whole schema at every start.
final class NewsObserver: TransactionObserver, Sendable {
  /// What of a table's rows is news when it changes; `nil`: everything. An article's row repeats its marks.
  private static let news: [String: Set<String>?] = [
    "article": ["title", "summary", "date", "event", "removed"], "document": nil, "front": nil,
  ]

  private let changed: @Sendable () -> Void
  /// Whether the transaction that is going on has news.
  private let hasNews = Mutex(false)

  /// - Parameter changed: called on the writer's own queue.
  init(changed: @escaping @Sendable () -> Void) { self.changed = changed }

  func observes(eventsOfKind kind: DatabaseEventKind) -> Bool {
    switch kind {
    case .insert(let table), .delete(let table): Self.news[table] != nil
    case .update(let table, let columns):
      Self.news[table].map { $0.map { !$0.isDisjoint(with: columns) } ?? true } ?? false
    }
  }

  func databaseDidChange(with event: DatabaseEvent) {
    hasNews.withLock { $0 = true }
    stopObservingDatabaseChangesUntilNextTransaction()
  }

  func databaseDidChange() { hasNews.withLock { $0 = true } }

  func databaseDidCommit(_ db: Database) {
    let isNews = hasNews.withLock { hasNews in
      defer { hasNews = false }
      return hasNews
    }
    if isNews { changed() }
  }

  func databaseDidRollback(_ db: Database) { hasNews.withLock { $0 = false } }
}
