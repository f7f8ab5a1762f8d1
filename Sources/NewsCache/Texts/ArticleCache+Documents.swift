import Foundation
import GRDB
import NewsModel

extension ArticleCache {
  /// Keeps the full text that an article's page gave, and makes it searchable. An earlier text that differs is kept
  /// as a version; an article that was taken down stands again.
  package func storeDocument(
    _ document: ArticleDocument, for id: ArticleID, now: Date
  ) throws(CacheError) {
    let json: String
    do { json = try JSONText.encode(document) } catch { throw CacheError(error, path: path) }
    let text = document.plainText
    try write { db in
      guard let stored = try StoredText(id: id.rawValue, in: db) else {
        throw CacheError.noSuchArticle(id.rawValue)
      }
      let site = try String.fetchOne(
        db, sql: "SELECT site FROM article WHERE id = ?", arguments: [id.rawValue])
      var store = ArticleStore(db: db, site: SiteID(rawValue: site ?? ""), now: now)
      if stored.isFromPage, stored.json != nil, text != stored.text {
        try store.keepEarlier(stored, id: id.rawValue)
        try db.execute(
          sql: "UPDATE article SET modified = ? WHERE id = ?",
          arguments: [document.modified.map(Stamp.seconds) ?? store.now, id.rawValue])
      }
      let told = stored.told.refined(
        by: ToldTime(document.published, isDayOnly: document.isDayOnly, seen: stored.firstSeen))
      let language = stored.language ?? document.language
      let indexed = IndexedText(title: stored.title, summary: stored.summary, text: text, language: language)
      let date = told.published ?? stored.firstSeen
      try store.note(language: language)
      let searchID = try store.index.replace(stored, with: indexed, date: date, in: db)
      try store.putDocument(json, version: document.version, id: id.rawValue, isFromPage: true)
      try db.cachedStatement(
        sql: """
          UPDATE article SET searchID = ?, searchHash = ?, published = ?, isDayOnly = ?, date = ?, language = ?,
            removed = NULL, picture = coalesce(picture, ?), authors = CASE authors WHEN '[]' THEN ? ELSE authors END,
            tags = CASE tags WHEN '[]' THEN ? ELSE tags END
          WHERE id = ?
          """
      ).execute(arguments: [
        searchID, indexed.hash, told.published, told.isDayOnly, date, language, document.picture?.text,
        JSONText.encode(document.authors), JSONText.encode(document.tags), id.rawValue,
      ])
      try store.index.apply(in: db)
    }
  }

  /// The full text of an article; `nil` when there is none, or one that only a later version can read.
  package func document(_ id: ArticleID) throws(CacheError) -> ArticleDocument? {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT version, json FROM document WHERE article = ?")
      guard let row = try Row.fetchOne(statement, arguments: [id.rawValue]),
        (row[0] as Int) <= ArticleDocument.currentVersion
      else { return nil }
      return try? JSONText.decode(ArticleDocument.self, from: row[1])
    }
  }

  /// Holds for an article `a` without a full text, or with one that was fetched before it was corrected.
  private static let wantsText = """
    NOT EXISTS (
      SELECT 1 FROM document d WHERE d.article = a.id AND NOT (
        d.isFromPage = 1
        AND d.stored < (SELECT coalesce(max(replaced), 0) FROM earlier e WHERE e.article = a.id)))
    """

  /// Whether an article has no full text, or one from before it was corrected.
  package func wantsText(_ id: ArticleID) throws(CacheError) -> Bool {
    try read { db in
      let sql = "SELECT \(Self.wantsText) FROM article a WHERE a.id = ?"
      return try Bool.fetchOne(db, sql: sql, arguments: [id.rawValue]) ?? false
    }
  }

  /// Unread articles without a full text, or with one from before they were corrected, whose pages may be asked, the
  /// newest first: what is fetched ahead of time.
  package func articlesWantingText(
    sites: [SiteID], now: Date, limit: Int
  ) throws(CacheError) -> [ListedArticle] {
    try read { db in
      let ids = try Int64.fetchAll(
        db,
        sql: """
          SELECT a.id FROM article a
          WHERE a.site IN (SELECT value FROM json_each(?1)) AND a.isRead = 0 AND a.address IS NOT NULL
            AND \(Self.wantsText)
            AND NOT EXISTS (
              SELECT 1 FROM page p WHERE p.article = a.id AND p.notBefore > ?2 AND p.notBefore <= ?2 + ?3)
          ORDER BY a.date DESC, a.id DESC LIMIT ?4
          """,
        arguments: [
          JSONText.encode(sites.map(\.rawValue)), Stamp.seconds(now), Self.longestPageWait, max(0, limit),
        ])
      return try ArticleRow.fetch(ids, in: db)
    }
  }

  /// No page waits longer, in seconds: a wait that seems to was reckoned from a clock that was wrong.
  static let longestPageWait: Int64 = 3600 << 9

  /// Whether an article's page may be asked: it did not lately fail to give a text.
  package func mayAskPage(of id: ArticleID, now: Date) throws(CacheError) -> Bool {
    try read { db in
      let until = try Int64.fetchOne(
        db, sql: "SELECT notBefore FROM page WHERE article = ?", arguments: [id.rawValue])
      let earliest = Stamp.seconds(now)
      return until.map { $0 <= earliest || $0 > earliest + Self.longestPageWait } ?? true
    }
  }

  /// Notes that an article's page gave no text: it waits longer from time to time, beginning with an hour.
  package func notePageFailure(of id: ArticleID, now: Date) throws(CacheError) {
    try write { db in
      let failures = try Int.fetchOne(
        db, sql: "SELECT failures FROM page WHERE article = ?", arguments: [id.rawValue])
      let count = min((failures ?? 0) + 1, 10)
      // Twice as long each time, up to three weeks.
      let wait = Int64(3600) << Int64(count - 1)
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO page (article, failures, notBefore)
            SELECT id, ?, ? FROM article WHERE id = ?
          """,
        arguments: [count, Stamp.seconds(now) + wait, id.rawValue])
    }
  }
}
