import Foundation
import GRDB
import NewsModel

extension ArticleCache {
  /// So many articles go in one transaction, so that no other process waits long.
  private static let prunedAtOnce = 500
  private static let weekSeconds: Int64 = 7 * 86_400

  /// Throws away what retention allows. Statuses stay as their readers left them; what went is noted, so that an item
  /// that its source still lists does not come back as new.
  /// - Parameters:
  ///   - now: a moment that is borne out: what is thrown away does not come back.
  ///   - limit: how many may go, the oldest first.
  /// - Returns: how many articles went.
  @discardableResult
  package func prune(
    _ retention: Retention = Retention(), now: Date, limit: Int = .max
  ) throws(CacheError) -> Int {
    let ids = try read { db in try expired(retention, now: Stamp.seconds(now), in: db) }.prefix(limit)
    var start = 0
    while start < ids.count {
      let end = min(ids.count, start + Self.prunedAtOnce)
      try write { db in try remove(ids[start..<end], in: db) }
      start = end
    }
    if !ids.isEmpty { try tidy() }
    return ids.count
  }

  /// What `prune` would throw away.
  package func retentionPlan(
    _ retention: Retention = Retention(), now: Date
  ) throws(CacheError) -> RetentionPlan {
    try read { db in
      let ids = try expired(retention, now: Stamp.seconds(now), in: db)
      let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
      let dates = try Row.fetchOne(
        db,
        sql: "SELECT min(date), max(date) FROM json_each(?) n CROSS JOIN article a ON a.id = n.value",
        arguments: [list])
      return RetentionPlan(
        articles: try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0, expired: ids.count,
        oldest: (dates?[0] as Int64?).map(Stamp.date), newest: (dates?[1] as Int64?).map(Stamp.date))
    }
  }

  /// Folds the search index's parts together a little, forgets events that no article tells of any more, notes what the
  /// query planner wants to know, gives pages that nothing uses back to the disk. For the end of a refresh.
  package func tidy() throws(CacheError) {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO search (search, rank) VALUES ('merge', 2000);
          DELETE FROM event WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.event = event.id);
          PRAGMA incremental_vacuum(20000);
          """)
    }
    if let obstacle { throw obstacle }
    do {
      try writer.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA analysis_limit = 400; PRAGMA optimize")
        if !path.isEmpty { try db.checkpoint(.passive) }
      }
    } catch {
      throw CacheError(error, path: path)
    }
  }

  private func expired(_ retention: Retention, now: Int64, in db: Database) throws -> [Int64] {
    let oldest = now - Int64(max(0, retention.days)) * 86_400
    let mayGo = "a.isSaved = 0 AND (a.isRead = 1 OR a.firstSeen < ?2)"
    let week = now - Self.weekSeconds
    // What was met lately has been kept for a short time only, however old it is; its source may list it still.
    let old = try Int64.fetchAll(
      db,
      sql: """
        SELECT a.id FROM article a WHERE a.date < ?1 AND a.firstSeen < ?1 AND \(mayGo) ORDER BY a.searchID
        """,
      arguments: [oldest, week])
    let surplus = try Int64.fetchAll(
      db,
      sql: """
        SELECT a.id FROM article a JOIN (
          SELECT id, row_number() OVER (PARTITION BY source ORDER BY date DESC, id DESC) AS place
          FROM article WHERE source IS NOT NULL
        ) p ON p.id = a.id
        WHERE p.place > ?1 AND \(mayGo) ORDER BY a.searchID
        """,
      arguments: [max(0, retention.perSource), week])
    var seen = Set(old)
    return old + surplus.filter { seen.insert($0).inserted }
  }

  private func remove(_ ids: ArraySlice<Int64>, in db: Database) throws {
    var index = SearchIndexChanges()
    let note = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO expired (site, identity) SELECT site, identity FROM article WHERE id = ?")
    // Another process may have saved one since they were chosen.
    let isSaved = try db.cachedStatement(sql: "SELECT isSaved FROM article WHERE id = ?")
    let delete = try db.cachedStatement(sql: "DELETE FROM article WHERE id = ?")
    for id in ids {
      guard try Bool.fetchOne(isSaved, arguments: [id]) == false, let stored = try StoredText(id: id, in: db)
      else { continue }
      index.remove(stored)
      try note.execute(arguments: [id])
      try delete.execute(arguments: [id])
    }
    try index.apply(in: db)
  }
}
