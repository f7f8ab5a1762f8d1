import Foundation
import GRDB
import NewsModel

extension ArticleCache {
  /// Keeps the full text that an article's page gave, and makes it searchable. An earlier text that differs is kept
  /// as a version; an article that was taken down stands again. What the page says of the article itself takes the place
  /// of what is known less exactly.
  /// - Parameter names: other addresses that the page calls its own: an article that is kept there under the same title
  ///   is the same one.
  package func storeDocument(
    _ document: ArticleDocument, for id: ArticleID, names: [WebAddress] = [], now: Date
  ) throws(CacheError) {
    let json: String
    do { json = try JSONText.encode(document) } catch { throw CacheError(error, path: path) }
    let text = document.plainText
    try write { db in
      guard let stored = try StoredText(id: id.rawValue, in: db),
        let row = try Row.fetchOne(db, sql: "\(KnownArticle.select) WHERE a.id = ?", arguments: [id.rawValue])
      else {
        throw CacheError.noSuchArticle(id.rawValue)
      }
      let known = KnownArticle(row)
      let site = try String.fetchOne(
        db, sql: "SELECT site FROM article WHERE id = ?", arguments: [id.rawValue])
      var store = try ArticleStore(db: db, site: SiteID(rawValue: site ?? ""), now: now)
      let before = known.fields
      var fields = before
      fields.take(ArticleFields(document, seen: known.firstSeen), precedes: { _, _ in false })
      let isRetitled = fields.title != before.title && fields.marks.title == before.marks.title
      if isRetitled || stored.isFromPage && stored.json != nil && text != stored.text {
        try store.keepEarlier(stored, id: id.rawValue)
        if fields.modified == nil || fields.modified == before.modified { fields.modified = store.now }
      }
      let indexed = IndexedText(
        title: fields.title, summary: fields.summary, text: text, language: fields.language)
      try store.write(fields, to: id.rawValue, replacing: stored, indexed: indexed)
      try store.putDocument(json, version: document.version, id: id.rawValue, isFromPage: true)
      try db.execute(
        sql: "UPDATE article SET removed = NULL, corrected = NULL WHERE id = ?", arguments: [id.rawValue])
      try store.index.apply(in: db)
      try store.take(names, of: known)
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

  /// Holds for an article `a` without a full text, or with one from before its source told otherwise or ceased to tell of
  /// it.
  private static let wantsText = """
    (a.corrected IS NOT NULL OR NOT EXISTS (SELECT 1 FROM document d WHERE d.article = a.id))
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
