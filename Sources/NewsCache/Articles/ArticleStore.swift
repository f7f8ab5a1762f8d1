import Foundation
import GRDB
import NewsModel

/// One transaction's work on the articles of one site: finds what is known, inserts, revises, files into sections,
/// and hands the search index its changes in the order that it likes.
struct ArticleStore {
  let db: Database
  let site: String
  let now: Int64
  /// The number of the source that tells; `nil` for a page that was opened.
  let source: Int64?
  var index: SearchIndexChanges
  var finder: ArticleFinder
  private var sections: [SectionID: Int64] = [:]
  private var languages: Set<String> = []
  private let precedence: SourcePrecedence

  init(db: Database, site: SiteID, source: Int64? = nil, now: Date) throws {
    self.db = db
    self.site = site.rawValue
    self.now = Stamp.seconds(now)
    self.source = source
    index = SearchIndexChanges()
    finder = try ArticleFinder(db: db, site: site.rawValue, source: source)
    precedence = try SourcePrecedence(site: site.rawValue, in: db)
  }

  /// What a draft changes of an article; `nil`: nothing.
  func revision(of known: KnownArticle, by draft: IdentifiedDraft, hash: Int64) -> Revision? {
    Revision(of: known, by: draft, hash: hash, source: source, precedes: precedence.precedes)
  }

  /// Inserts an article that is not there.
  /// - Returns: its number, and whether it had an earlier life.
  mutating func insert(_ prepared: PreparedArticle) throws -> (id: Int64, isReturning: Bool) {
    let (draft, fields) = (prepared.draft, prepared.fields)
    let isExpired = try isExpired(draft)
    let status = try status(of: draft)
    let date = fields.told.published ?? now
    try note(language: fields.language)
    let searchID = try index.add(prepared.indexed, date: date, in: db)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO article (site, identity, source, address, addressKey, title, titleKey, summary, authors, tags,
          published, isDayOnly, modified, firstSeen, date, language, picture, tellers, contentHash, searchID,
          searchHash, isRead, isSaved)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let isReturning = isExpired || status != nil
    let isRead = isExpired || status?[0] ?? false
    try statement.execute(arguments: [
      site, draft.identity, source, fields.address?.text, draft.key?.text, fields.title, draft.titleKey,
      fields.summary, JSONText.encode(fields.authors), JSONText.encode(fields.tags), fields.told.published,
      fields.told.isDayOnly, fields.modified, now, date, fields.language, fields.picture?.text,
      fields.marks.text, prepared.hash, searchID, prepared.indexed.hash, isRead, status?[1] ?? false,
    ])
    let id = db.lastInsertedRowID
    if let json = prepared.documentJSON {
      try putDocument(json, version: draft.draft.document?.version ?? 1, id: id, isFromPage: false)
    }
    for section in draft.draft.sections { try file(id, under: section, date: date, isRead: isRead) }
    finder.met.insert(id)
    try name(id, draft.otherKeys)
    return (id, isReturning)
  }

  /// Takes over what a source tells better of an article; the earlier title and text are kept where the source itself
  /// words them otherwise now.
  mutating func revise(_ known: KnownArticle, _ revision: Revision, with prepared: PreparedArticle) throws {
    guard let stored = try StoredText(id: known.id, in: db) else { return }
    let draft = prepared.draft
    var fields = revision.fields
    let before = known.fields
    let isRetitled = fields.title != stored.title && fields.marks.title == before.marks.title
    let kept = stored.text
    let text = revision.bringsText ? draft.draft.document?.plainText ?? "" : kept
    let isReworded = isRetitled || revision.isOwn && !kept.isEmpty && text != kept && !known.isUnmarked
    if isReworded {
      try keepEarlier(stored, id: known.id)
      if fields.modified == nil || fields.modified == before.modified { fields.modified = now }
    }
    let indexed =
      revision.bringsText && fields == prepared.fields
      ? prepared.indexed
      : IndexedText(title: fields.title, summary: fields.summary, text: text, language: fields.language)
    let identity = !known.hasOwnGuid && draft.hasOwnGuid ? draft.identity : known.identity
    try write(fields, to: known.id, replacing: stored, indexed: indexed)
    let statement = try db.cachedStatement(
      sql: """
        UPDATE article SET identity = ?, contentHash = ?, removed = NULL, source = coalesce(?, source),
          corrected = CASE WHEN ? THEN ? ELSE corrected END
        WHERE id = ?
        """)
    try statement.execute(arguments: [
      identity, revision.isOwn ? prepared.hash : known.hash, revision.isOwn ? source : nil,
      revision.isCorrected, now, known.id,
    ])
    if known.identity != identity { try moveStatus(from: known.identity, to: identity) }
    if revision.bringsText, let json = prepared.documentJSON {
      try putDocument(json, version: draft.draft.document?.version ?? 1, id: known.id, isFromPage: false)
    }
  }

  /// Writes an article's fields and what the index holds of it.
  mutating func write(
    _ fields: ArticleFields, to id: Int64, replacing stored: StoredText, indexed: IndexedText
  ) throws {
    let date = fields.told.published ?? stored.firstSeen
    try note(language: fields.language)
    let searchID = try index.replace(stored, with: indexed, date: date, in: db)
    let statement = try db.cachedStatement(
      sql: """
        UPDATE article SET address = ?, addressKey = ?, title = ?, titleKey = ?, summary = ?, authors = ?, tags = ?,
          published = ?, isDayOnly = ?, modified = ?, date = ?, language = ?, picture = ?, tellers = ?,
          searchID = ?, searchHash = ?
        WHERE id = ?
        """)
    try statement.execute(arguments: [
      fields.address?.text, fields.address.map { AddressKey($0).text }, fields.title,
      ArticleIdentity.titleKey(ArticleIdentity.words(of: fields.title)), fields.summary,
      JSONText.encode(fields.authors), JSONText.encode(fields.tags), fields.told.published,
      fields.told.isDayOnly, fields.modified, date, fields.language, fields.picture?.text, fields.marks.text,
      searchID, indexed.hash, id,
    ])
  }

  /// Gives an article other names, under which it is found again.
  func name(_ id: Int64, _ names: some Sequence<String>) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO alias (site, key, article) SELECT site, ?2, id FROM article
          WHERE id = ?1 AND identity <> ?2 AND addressKey IS NOT ?2
        """)
    for name in names where !name.isEmpty { try statement.execute(arguments: [id, name]) }
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

  /// Whether retention threw an article away: under either of the names of `status(of:)`.
  private func isExpired(_ draft: IdentifiedDraft) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM expired WHERE site = ? AND identity = ?")
    if try Int.fetchOne(statement, arguments: [site, draft.identity]) != nil { return true }
    guard draft.hasOwnGuid, draft.isAddressTelling, let key = draft.key?.text,
      try Int.fetchOne(statement, arguments: [site, key]) != nil
    else { return false }
    try Self.moveExpired(from: key, to: draft.identity, site: site, in: db)
    return true
  }

  private static func moveExpired(from old: String, to new: String, site: String, in db: Database) throws {
    try db.execute(
      sql: "UPDATE OR REPLACE expired SET identity = ? WHERE site = ? AND identity = ?",
      arguments: [new, site, old])
  }

  /// What was done with an article in an earlier life: under its identity, or under the address that it went by before
  /// its source gave it a guid.
  private func status(of draft: IdentifiedDraft) throws -> Row? {
    let statement = try db.cachedStatement(
      sql: "SELECT isRead, isSaved FROM status WHERE site = ? AND identity = ?")
    if let row = try Row.fetchOne(statement, arguments: [site, draft.identity]) { return row }
    guard draft.hasOwnGuid, draft.isAddressTelling, let key = draft.key?.text,
      let row = try Row.fetchOne(statement, arguments: [site, key])
    else { return nil }
    try moveStatus(from: key, to: draft.identity)
    return row
  }

  /// What was done with an article goes with it; what was done under both names adds up.
  func moveStatus(from old: String, to new: String) throws {
    try Self.moveStatus(from: old, to: new, site: site, in: db)
  }

  /// The same, outside of a transaction's work.
  static func moveStatus(from old: String, to new: String, site: String, in db: Database) throws {
    try moveExpired(from: old, to: new, site: site, in: db)
    try db.execute(
      sql: """
        INSERT INTO status (site, identity, isRead, isSaved, position)
          SELECT site, ?3, isRead, isSaved, position FROM status WHERE site = ?1 AND identity = ?2
          ON CONFLICT (site, identity) DO UPDATE SET isRead = max(isRead, excluded.isRead),
            isSaved = max(isSaved, excluded.isSaved), position = max(position, excluded.position)
        """,
      arguments: [site, old, new])
    try db.execute(sql: "DELETE FROM status WHERE site = ? AND identity = ?", arguments: [site, old])
  }
}

/// Which of two sources that know a field equally well is believed: the one with the shorter address, which is a site's
/// own before its sections', then the one whose address comes first. What is no more gives way.
private struct SourcePrecedence {
  private var addresses: [Int64: String] = [:]

  init(site: String, in db: Database) throws {
    let statement = try db.cachedStatement(sql: "SELECT id, address FROM source WHERE site = ?")
    for row in try Row.fetchAll(statement, arguments: [site]) { addresses[row[0]] = row[1] }
  }

  func precedes(_ first: Int64, _ second: Int64) -> Bool {
    guard let other = addresses[second] else { return true }
    return addresses[first].map { ($0.utf8.count, $0) < (other.utf8.count, other) } ?? false
  }
}
