import GRDB

/// An index of stems of an earlier version becomes one of today's, some articles at a time, the newest first.
///
/// The new one grows beside the old, which stays what it was until the new one is whole and takes its place, in one
/// transaction. Until then rows from `firstRow` on are looked for in the new one, the others in the old: a question is
/// stemmed as today, and most words still have the stems that they had. What is written meanwhile goes into both.
struct IndexRenewal {
  /// Raised whenever a text may get other stems than before.
  static let stemsVersion: Int64 = 2

  private static let table = "search_next"

  /// No row above it is missing in the new index.
  let firstRow: Int64

  /// `nil` where the index is of today's stems.
  init?(in db: Database) throws {
    let statement = try db.cachedStatement(sql: "SELECT firstRow FROM renewal WHERE version = ?")
    guard let row = try Int64.fetchOne(statement, arguments: [Self.stemsVersion]) else { return nil }
    firstRow = row
  }

  /// Renews so many articles more.
  /// - Returns: whether any are left.
  static func goOn(_ count: Int, in db: Database) throws -> Bool {
    guard try Int64.fetchOne(db, sql: "SELECT version FROM stems") != stemsVersion else { return false }
    if try IndexRenewal(in: db) == nil { try begin(in: db) }
    guard let renewal = try IndexRenewal(in: db) else { return false }
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, searchID FROM article WHERE searchID < ? ORDER BY searchID DESC LIMIT ?",
      arguments: [renewal.firstRow, count])
    guard let last = rows.last else {
      try end(in: db)
      return false
    }
    let writer = StemWriter()
    for row in rows.reversed() {
      guard let stored = try StoredText(id: row[0], in: db) else { continue }
      try add(stored.indexed(by: writer), row: row[1], in: db)
    }
    try db.execute(sql: "UPDATE renewal SET firstRow = ?", arguments: [last[1] as Int64])
    return true
  }

  /// A renewal to other stems that was not finished begins anew.
  private static func begin(in db: Database) throws {
    try drop(in: db)
    try db.execute(sql: Schema.searchTable(named: table))
    try db.execute(
      sql: "INSERT INTO renewal (id, version, firstRow) VALUES (1, ?, ?)",
      arguments: [stemsVersion, Int64.max])
  }

  private static func end(in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE article SET searchHash = (SELECT hash FROM renewed WHERE row = searchID)
          WHERE searchID IN (SELECT row FROM renewed);
        DROP TABLE search;
        ALTER TABLE \(table) RENAME TO search;
        """)
    try drop(in: db)
    try noteStems(in: db)
  }

  /// Forgets a renewal that was begun.
  static func drop(in db: Database) throws {
    try db.execute(sql: "DROP TABLE IF EXISTS \(table); DELETE FROM renewal; DELETE FROM renewed")
  }

  /// Notes that the index is of today's stems.
  static func noteStems(in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO stems (id, version) VALUES (1, ?)", arguments: [stemsVersion])
  }

  private static func add(_ text: IndexedText, row: Int64, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO \(table) (rowid, title, body) VALUES (?, ?, ?)")
      .execute(arguments: [row, text.title, text.body])
    try db.cachedStatement(sql: "INSERT INTO renewed (row, hash) VALUES (?, ?)").execute(arguments: [
      row, text.hash,
    ])
  }

  /// Brings what changes meanwhile into the new index too: rows that it has not reached yet come later.
  func follow(
    removals: [(id: Int64, text: IndexedText)], additions: [(id: Int64, text: IndexedText)], in db: Database
  ) throws {
    for (row, text) in removals.sorted(by: { $0.id < $1.id }) {
      let known = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT hash FROM renewed WHERE row = ?"), arguments: [row])
      guard known == text.hash else { continue }
      try db.cachedStatement(
        sql: "INSERT INTO \(Self.table) (\(Self.table), rowid, title, body) VALUES ('delete', ?, ?, ?)"
      ).execute(arguments: [row, text.title, text.body])
      try db.cachedStatement(sql: "DELETE FROM renewed WHERE row = ?").execute(arguments: [row])
    }
    for (row, text) in additions.sorted(by: { $0.id < $1.id }) where row >= firstRow {
      try Self.add(text, row: row, in: db)
    }
  }

  /// Where rows are looked for: the tables, each with the rows that it answers for.
  static func tables(in db: Database) throws -> [(name: String, rows: String)] {
    guard let renewal = try IndexRenewal(in: db) else { return [("search", "")] }
    return [
      (table, " AND \(table).rowid >= \(renewal.firstRow)"),
      ("search", " AND search.rowid < \(renewal.firstRow)"),
    ]
  }
}

extension ArticleCache {
  /// So many articles are renewed in one transaction: others wait a tenth of a second at the most.
  private static let renewedAtOnce = 100

  /// Brings the search index to today's stems a little further, where it is of earlier ones: to be called again as long
  /// as something is left, while nothing else is to be done.
  /// - Returns: whether anything is left.
  package func renewIndex(_ count: Int? = nil) throws(CacheError) -> Bool {
    let isWanted = try read { db in
      try Int64.fetchOne(db, sql: "SELECT version FROM stems") != IndexRenewal.stemsVersion
    }
    guard isWanted else { return false }
    return try write { db in try IndexRenewal.goOn(count ?? Self.renewedAtOnce, in: db) }
  }
}
