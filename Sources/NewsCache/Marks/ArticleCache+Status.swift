import GRDB
import NewsModel

extension ArticleCache {
  /// Marks articles as read or unread, saved or not; `nil` leaves as it is.
  /// - Parameter isNews: whether those who watch the cache are told.
  package func setStatus(
    _ ids: [ArticleID], read: Bool? = nil, saved: Bool? = nil, isNews: Bool = false
  ) throws(CacheError) {
    guard !ids.isEmpty, read != nil || saved != nil else { return }
    try write { db in
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO status (site, identity, isRead, isSaved)
          SELECT site, identity, coalesce(?2, isRead), coalesce(?3, isSaved) FROM article
          WHERE id = ?1 AND (coalesce(?2, isRead), coalesce(?3, isSaved)) <> (isRead, isSaved)
          ON CONFLICT (site, identity) DO UPDATE SET isRead = excluded.isRead, isSaved = excluded.isSaved
          """)
      for id in ids { try statement.execute(arguments: [id.rawValue, read, saved]) }
      if isNews { try db.notifyChanges(in: Table("article")) }
    }
  }

  /// Marks every article that a query asks for as read, its limit aside, and tells which were not.
  package func markAllRead(_ query: ArticleQuery) throws(CacheError) -> [ArticleID] {
    var query = query
    query.isUnread = true
    query.limit = Int(Int32.max)
    let ids = try read { db -> [Int64] in
      guard let (sql, arguments) = try query.statement(in: db) else { return [] }
      return try Int64.fetchAll(db, sql: sql, arguments: StatementArguments(arguments))
    }.map(ArticleID.init(rawValue:))
    try setStatus(ids, read: true)
    return ids
  }

  /// Keeps the place in an article's text: a byte offset into its document's plain text.
  package func setPosition(_ id: ArticleID, _ position: Int) throws(CacheError) {
    try write { db in
      try db.cachedStatement(
        sql: """
          INSERT INTO status (site, identity, isRead, isSaved, position)
          SELECT site, identity, isRead, isSaved, ?2 FROM article WHERE id = ?1
          ON CONFLICT (site, identity) DO UPDATE SET position = excluded.position
          """
      ).execute(arguments: [id.rawValue, max(0, position)])
    }
  }
}
