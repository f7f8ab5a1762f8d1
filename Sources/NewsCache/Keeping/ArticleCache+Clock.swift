import Foundation
import GRDB
import NewsModel

extension ArticleCache {
  /// So many articles are put right in one transaction.
  private static let healedAtOnce = 500

  /// What bears the clock out.
  package func clockMemory() throws(CacheError) -> ClockMemory? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT witnessed, lastRun FROM clock").map { row in
        ClockMemory(
          witnessed: (row[0] as Int64?).map(Stamp.date), lastRun: (row[1] as Int64?).map(Stamp.date))
      }
    }
  }

  /// Keeps what bears the clock out, in place of what was kept.
  package func remember(_ memory: ClockMemory) throws(CacheError) {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO clock (id, witnessed, lastRun) VALUES (1, ?, ?)",
        arguments: [memory.witnessed.map(Stamp.seconds), memory.lastRun.map(Stamp.seconds)])
    }
  }

  /// Puts right what was written down under a clock that was ahead: what was met, asked or published later than now
  /// was so now; waits without an end are over.
  /// - Parameter now: a moment that is borne out.
  package func heal(now date: Date) throws(CacheError) {
    let now = Stamp.seconds(date)
    let ids = try read { db in
      try Int64.fetchAll(
        db, sql: "SELECT id FROM article WHERE firstSeen > ?1 OR removed > ?1 OR modified > ?1",
        arguments: [now])
    }
    for start in stride(from: 0, to: ids.count, by: Self.healedAtOnce) {
      try write { db in try heal(ids[start..<min(ids.count, start + Self.healedAtOnce)], now: now, in: db) }
    }
    try write { db in
      for (table, column) in [
        ("document", "stored"), ("earlier", "replaced"), ("event", "found"), ("front", "seen"),
        ("source", "asked"), ("source", "lastFetched"), ("source", "lastChanged"),
      ] {
        try db.execute(
          sql: "UPDATE \(table) SET \(column) = ?1 WHERE \(column) > ?1", arguments: [now])
      }
      let latest = now + Self.longestPageWait
      try db.execute(
        sql: "UPDATE source SET notBefore = NULL WHERE notBefore > ? AND isGone = 0", arguments: [latest])
      try db.execute(sql: "UPDATE host SET notBefore = NULL WHERE notBefore > ?", arguments: [latest])
      try db.execute(sql: "DELETE FROM page WHERE notBefore > ?", arguments: [latest])
    }
  }

  private func heal(_ ids: ArraySlice<Int64>, now: Int64, in db: Database) throws {
    var index = SearchIndexChanges()
    let update = try db.cachedStatement(
      sql: """
        UPDATE article SET firstSeen = ?2, published = ?3, date = ?4, searchID = ?5, searchHash = ?6,
          removed = min(removed, ?7), modified = min(modified, ?7)
        WHERE id = ?1
        """)
    for id in ids {
      guard let stored = try StoredText(id: id, in: db) else { continue }
      let seen = min(stored.firstSeen, now)
      let published = stored.told.published.map { min($0, now) }
      let date = published ?? seen
      let indexed = IndexedText(
        title: stored.title, summary: stored.summary, text: stored.text, language: stored.language)
      let searchID = try index.replace(stored, with: indexed, date: date, in: db)
      try update.execute(arguments: [id, seen, published, date, searchID, indexed.hash, now])
    }
    try index.apply(in: db)
  }
}
