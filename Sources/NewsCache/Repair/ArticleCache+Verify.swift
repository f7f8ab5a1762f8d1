import GRDB

extension ArticleCache {
  /// SQLite's integrity check and our own rules; empty when all is well. Nothing is changed.
  package func verify() throws(CacheError) -> [CacheFlaw] {
    let flaws = try read { db in try Self.damage(in: db) + Self.brokenRules(in: db) }
    guard flaws.isEmpty, !isReadOnly else { return flaws }
    // FTS5 checks itself by a statement that is a write to SQLite, though it changes nothing.
    do {
      try write { db in try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')") }
    } catch CacheError.damaged {
      return [.damage("search index")]
    }
    return []
  }

  private static func damage(in db: Database) throws -> [CacheFlaw] {
    do {
      let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
      return lines == ["ok"] ? [] : lines.map { .damage($0) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return [.damage(error.message ?? error.resultCode.description)]
    }
  }

  private static func brokenRules(in db: Database) throws -> [CacheFlaw] {
    var flaws: [CacheFlaw] = []
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
    do {
      let references = try Row.fetchAll(
        db, sql: "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1")
      flaws += references.map { .brokenReference(table: $0[0], rows: $0[1]) }
      let statuses = try count(
        """
        SELECT count(*) FROM article a LEFT JOIN status s ON s.site = a.site AND s.identity = a.identity
          LEFT JOIN expired e ON e.site = a.site AND e.identity = a.identity
        WHERE (a.isRead, a.isSaved) <> (max(coalesce(s.isRead, 0), e.id IS NOT NULL), coalesce(s.isSaved, 0))
        """)
      if statuses > 0 { flaws.append(.statusDiffers(articles: statuses)) }
      let entries = try count(
        """
        SELECT count(*) FROM article_section s JOIN article a ON a.id = s.article
        WHERE (s.date, s.isRead) <> (a.date, a.isRead)
        """)
      if entries > 0 { flaws.append(.sectionDiffers(entries: entries)) }
      let unsearchable = try count(
        """
        SELECT count(*) FROM article a
        WHERE NOT EXISTS (SELECT 1 FROM search_docsize d WHERE d.id = a.searchID)
        """)
      if unsearchable > 0 { flaws.append(.notSearchable(articles: unsearchable)) }
      let documents = try count("SELECT count(*) FROM document WHERE NOT json_valid(json)")
      if documents > 0 { flaws.append(.unreadableDocument(documents: documents)) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      flaws.append(.damage(error.message ?? error.resultCode.description))
    }
    return flaws
  }
}
