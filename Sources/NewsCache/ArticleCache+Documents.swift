import Foundation
import GRDB
import NewsModel

extension ArticleCache {
  /// Keeps the full text that an article's page gave, and makes it searchable. An earlier text that differs is kept
  /// as a version.
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
      let published = stored.published ?? document.published.map { min(Stamp.seconds($0), stored.firstSeen) }
      let language = stored.language ?? document.language
      let indexed = IndexedText(title: stored.title, summary: stored.summary, text: text, language: language)
      let date = published ?? stored.firstSeen
      try store.note(language: language)
      let searchID = try store.index.replace(stored, with: indexed, date: date, in: db)
      try store.putDocument(json, version: document.version, id: id.rawValue, isFromPage: true)
      try db.cachedStatement(
        sql: """
          UPDATE article SET searchID = ?, searchHash = ?, published = ?, date = ?, language = ?,
            picture = coalesce(picture, ?), authors = CASE authors WHEN '[]' THEN ? ELSE authors END,
            tags = CASE tags WHEN '[]' THEN ? ELSE tags END
          WHERE id = ?
          """
      ).execute(arguments: [
        searchID, indexed.hash, published, date, language, document.picture?.text,
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

  /// What an article said before, the latest first.
  package func versions(of id: ArticleID) throws(CacheError) -> [ArticleVersion] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT title, summary, json, replaced FROM earlier WHERE article = ? ORDER BY id DESC",
        arguments: [id.rawValue]
      ).map { row in
        ArticleVersion(
          title: row[0], summary: row[1],
          document: (row[2] as String?).flatMap { try? JSONText.decode(ArticleDocument.self, from: $0) },
          replaced: Stamp.date(row[3]))
      }
    }
  }

  /// Notes that a site took an article down; ours stays.
  package func markRemoved(_ id: ArticleID, at date: Date) throws(CacheError) {
    try write { db in
      try db.execute(
        sql: "UPDATE article SET removed = coalesce(removed, ?) WHERE id = ?",
        arguments: [Stamp.seconds(date), id.rawValue])
    }
  }

  /// When its site took an article down; `nil` while it stands.
  package func removed(_ id: ArticleID) throws(CacheError) -> Date? {
    try read { db in
      try Int64.fetchOne(
        db, sql: "SELECT removed FROM article WHERE id = ?", arguments: [id.rawValue]
      ).map(Stamp.date)
    }
  }

  /// Unread articles without a full text, the newest first: what a refresh may fetch ahead of time.
  package func articlesWithoutDocument(
    site: SiteID?, since: Date? = nil, limit: Int
  ) throws(CacheError) -> [ListedArticle] {
    try articles(
      ArticleQuery(site: site, isUnread: true, hasDocument: false, since: since, limit: limit))
  }
}
