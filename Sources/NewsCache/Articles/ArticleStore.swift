import Foundation
import GRDB
import NewsModel

/// One transaction's work on the articles of one site: finds what is known, inserts, updates, files into sections,
/// and hands the search index its changes in the order that it likes.
struct ArticleStore {
  let db: Database
  let site: String
  let now: Int64
  var index: SearchIndexChanges
  private var sections: [SectionID: Int64] = [:]
  private var languages: Set<String> = []

  init(db: Database, site: SiteID, now: Date) {
    self.db = db
    self.site = site.rawValue
    self.now = Stamp.seconds(now)
    index = SearchIndexChanges()
  }

  /// The article that a draft means: the one with its identity, else, when the batch allows it, the one at its
  /// address.
  func known(_ draft: ArticleDraft, in batch: DraftBatch) throws -> KnownArticle? {
    let same = try db.cachedStatement(sql: "\(KnownArticle.select) WHERE a.site = ? AND a.identity = ?")
    if let row = try Row.fetchOne(same, arguments: [site, draft.identity]) { return KnownArticle(row) }
    guard batch.mayGoByAddress(draft), let address = draft.address else { return nil }
    let there = try db.cachedStatement(
      sql: "\(KnownArticle.select) WHERE a.address = ? AND a.site = ? ORDER BY a.id LIMIT 1")
    guard let known = try Row.fetchOne(there, arguments: [address.text, site]).map(KnownArticle.init) else {
      return nil
    }
    return batch.holds(known.identity) ? nil : known
  }

  /// Inserts an article that is not there.
  /// - Returns: its number, and whether its identity had a status from an earlier life.
  mutating func insert(_ prepared: PreparedArticle, source: Int64?) throws -> (id: Int64, isReturning: Bool) {
    let draft = prepared.draft
    let statusStatement = try db.cachedStatement(
      sql: "SELECT isRead, isSaved FROM status WHERE site = ? AND identity = ?")
    let status = try Row.fetchOne(statusStatement, arguments: [site, draft.identity])
    let told = ToldTime(draft.published, isDayOnly: draft.isDayOnly, seen: now)
    let date = told.published ?? now
    try note(language: draft.language)
    let searchID = try index.add(prepared.indexed, date: date, in: db)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO article (site, identity, source, address, title, summary, authors, tags, published, modified,
          firstSeen, date, language, picture, contentHash, searchID, searchHash, isRead, isSaved, isDayOnly)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let isRead: Bool = status?[0] ?? false
    try statement.execute(arguments: [
      site, draft.identity, source, draft.address?.text, draft.title, draft.summary, prepared.authors,
      prepared.tags, told.published, draft.modified.map(Stamp.seconds), now, date, draft.language,
      draft.picture?.text, prepared.hash, searchID, prepared.indexed.hash, isRead, status?[1] ?? false,
      told.isDayOnly,
    ])
    let id = db.lastInsertedRowID
    if let json = prepared.documentJSON {
      try putDocument(json, version: draft.document?.version ?? 1, id: id, isFromPage: false)
    }
    for section in draft.sections { try file(id, under: section, date: date, isRead: isRead) }
    return (id, status != nil)
  }

  /// Replaces what is told of an article; the earlier title and text are kept when they differ. What another source
  /// tells differently is no change: feeds and pages cut titles each in its way.
  mutating func update(_ known: KnownArticle, with prepared: PreparedArticle, source: Int64?) throws {
    let draft = prepared.draft
    guard let stored = try StoredText(id: known.id, in: db) else { return }
    let keepsPage = stored.isFromPage || (prepared.documentJSON == nil && stored.json != nil)
    let kept = stored.text
    let text = keepsPage ? kept : draft.document?.plainText ?? ""
    let firstSeen = stored.firstSeen
    let isReworded = draft.title != stored.title || !kept.isEmpty && text != kept
    let isChanged = isReworded && (source == nil || stored.source == source)
    if isChanged { try keepEarlier(stored, id: known.id) }
    let told = ToldTime(draft.published, isDayOnly: draft.isDayOnly, seen: firstSeen).refined(by: stored.told)
    let date = told.published ?? firstSeen
    let modified = draft.modified.map(Stamp.seconds) ?? (isChanged ? now : stored.modified)
    let indexed =
      keepsPage
      ? IndexedText(title: draft.title, summary: draft.summary, text: text, language: draft.language)
      : prepared.indexed
    try note(language: draft.language)
    let searchID = try index.replace(stored, with: indexed, date: date, in: db)
    let statement = try db.cachedStatement(
      sql: """
        UPDATE article SET identity = ?, address = coalesce(?, address), title = ?, summary = ?, authors = ?,
          tags = ?, published = ?, modified = ?, date = ?, language = coalesce(?, language),
          picture = coalesce(?, picture), contentHash = ?, searchID = ?, searchHash = ?, removed = NULL,
          source = coalesce(?, source), isDayOnly = ?
        WHERE id = ?
        """)
    try statement.execute(arguments: [
      draft.identity, draft.address?.text, draft.title, draft.summary, prepared.authors, prepared.tags,
      told.published, modified, date, draft.language, draft.picture?.text, prepared.hash, searchID,
      indexed.hash, source, told.isDayOnly, known.id,
    ])
    if known.identity != draft.identity { try moveStatus(from: known.identity, to: draft.identity) }
    if !keepsPage, let json = prepared.documentJSON {
      try putDocument(json, version: draft.document?.version ?? 1, id: known.id, isFromPage: false)
    }
  }

  /// Files a known article under sections that it was not under yet.
  mutating func file(_ id: Int64, under sections: [SectionID]) throws {
    guard !sections.isEmpty else { return }
    let statement = try db.cachedStatement(sql: "SELECT date, isRead FROM article WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return }
    for section in sections { try file(id, under: section, date: row[0], isRead: row[1]) }
  }

  func putDocument(_ json: String, version: Int, id: Int64, isFromPage: Bool) throws {
    let statement = try db.cachedStatement(
      sql:
        "INSERT OR REPLACE INTO document (article, version, stored, isFromPage, json) VALUES (?, ?, ?, ?, ?)")
    try statement.execute(arguments: [id, version, now, isFromPage, json])
  }

  func keepEarlier(_ stored: StoredText, id: Int64) throws {
    try db.execute(
      sql: "INSERT INTO earlier (article, replaced, title, summary, json) VALUES (?, ?, ?, ?, ?)",
      arguments: [id, now, stored.title, stored.summary, stored.json])
  }

  /// A query is stemmed by every language that articles were.
  mutating func note(language: String?) throws {
    guard let language, languages.insert(language).inserted else { return }
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO language (tag) VALUES (?)").execute(arguments: [
      language
    ])
  }

  private mutating func file(_ id: Int64, under section: SectionID, date: Int64, isRead: Bool) throws {
    let number = try number(of: section)
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO article_section (section, date, article, isRead) VALUES (?, ?, ?, ?)")
    try statement.execute(arguments: [number, date, id, isRead])
  }

  private mutating func number(of section: SectionID) throws -> Int64 {
    if let number = sections[section] { return number }
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO section (site, name) VALUES (?, ?)")
      .execute(arguments: [site, section.rawValue])
    let statement = try db.cachedStatement(sql: "SELECT id FROM section WHERE site = ? AND name = ?")
    guard let number = try Int64.fetchOne(statement, arguments: [site, section.rawValue]) else {
      throw CacheError.failed(reason: "section not stored")
    }
    sections[section] = number
    return number
  }

  private func moveStatus(from old: String, to new: String) throws {
    try db.execute(
      sql: "UPDATE OR IGNORE status SET identity = ? WHERE site = ? AND identity = ?",
      arguments: [new, site, old])
    try db.execute(sql: "DELETE FROM status WHERE site = ? AND identity = ?", arguments: [site, old])
  }
}
