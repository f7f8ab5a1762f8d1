import GRDB

/// Copies what can be read of a damaged cache, table by table, and mends what rows say of one another.
struct Rescue {
  private let damaged: Database
  private let db: Database

  init(from damaged: Database, to db: Database) {
    self.damaged = damaged
    self.db = db
  }

  func run() throws -> RebuildReport {
    var report = RebuildReport(tables: [])
    for (table, columns) in Self.numbered { report.tables.append(try copyNumbered(table, columns)) }
    for (table, columns, key) in Self.keyed { report.tables.append(try copyKeyed(table, columns, key: key)) }
    report.tables.append(try copySectionEntries())
    try mend()
    return report
  }

  /// Tables with row numbers. The places in the search index are left out: it is made anew.
  private static let numbered: [(String, [String])] = [
    (
      "source",
      [
        "id", "site", "address", "movedTo", "etag", "lastModified", "contentHash", "lastFetched",
        "lastChanged", "asked", "outcome", "detail", "bytes", "failures", "notBefore", "isGone",
      ]
    ),
    ("event", ["id", "found"]),
    (
      "article",
      [
        "id", "site", "identity", "source", "address", "title", "summary", "authors", "tags", "published",
        "modified", "firstSeen", "date", "language", "picture", "event", "removed", "contentHash", "isRead",
        "isSaved", "isDayOnly", "addressKey", "titleKey", "tellers", "corrected",
      ]
    ),
    ("section", ["id", "site", "name"]),
    ("status", ["id", "site", "identity", "isRead", "isSaved", "position"]),
    ("expired", ["id", "site", "identity"]),
    ("document", ["article", "version", "stored", "isFromPage", "json"]),
    ("earlier", ["id", "article", "replaced", "title", "summary", "json"]),
  ]

  /// Every table that is copied, with the columns that are.
  static let copied: [(table: String, columns: [String])] =
    numbered.map { ($0.0, $0.1) } + keyed.map { ($0.0, $0.1) }
    + [("article_section", ["section", "date", "article", "isRead"])]

  /// The tables that archives of every version have.
  static let tables = copied.map(\.table).filter { !["alias", "expired", "page"].contains($0) }

  /// What is not copied, because it is made anew: where the search index has an article, and what bears the clock out.
  static let madeAnew: [String: Set<String>] = [
    "article": ["searchID", "searchHash"], "clock": ["id", "witnessed", "lastRun"],
    "stems": ["id", "version"], "renewal": ["id", "version", "firstRow"], "renewed": ["row", "hash"],
  ]

  /// The columns that the damaged cache has: one that an earlier version made lacks the newest.
  private func present(_ columns: [String], in table: String) throws -> [String] {
    let there = Set(try damaged.columns(in: table).map(\.name))
    return columns.filter(there.contains)
  }

  /// Small tables without row numbers.
  private static let keyed: [(String, [String], key: [String])] = [
    ("host", ["name", "failures", "notBefore", "outcome"], ["name"]),
    ("front", ["site", "seen", "page"], ["site"]),
    ("language", ["tag"], ["tag"]),
    ("alias", ["site", "key", "article"], ["site", "key"]),
    ("page", ["article", "failures", "notBefore"], ["article"]),
  ]

  private func copyNumbered(_ table: String, _ columns: [String]) throws -> RebuildReport.Table {
    // An earlier version had not all of them.
    if (try? damaged.tableExists(table)) == false { return Tally().table(table, isWhole: true) }
    guard let columns = try? present(columns, in: table) else { return Tally().table(table, isWhole: false) }
    let insert = try insertion(into: table, columns)
    var walk = TableWalk(table, columns: columns, in: damaged)
    var tally = Tally()
    try walk.walk { row in try take(Array(row.databaseValues.dropFirst()), insert, &tally) }
    let lost = walk.unreadable.map { $0.upperBound.subtractingReportingOverflow($0.lowerBound) }
    let isTold = !walk.isCutOff && lost.allSatisfy { !$0.overflow }
    tally.refused += lost.reduce(0) { $0 + ($1.overflow ? 0 : Int($1.partialValue) + 1) }
    return tally.table(table, isWhole: isTold)
  }

  /// Reads from both ends: what lies behind an unreadable place from either side is lost.
  private func copyKeyed(_ table: String, _ columns: [String], key: [String]) throws -> RebuildReport.Table {
    // An earlier version had not all of them.
    if (try? damaged.tableExists(table)) == false { return Tally().table(table, isWhole: true) }
    let insert = try insertion(into: table, columns)
    var tally = Tally()
    let list = columns.joined(separator: ", ")
    for isForward in [true, false] {
      let isWhole = try copy("SELECT \(list) FROM \(table)", by: key, isForward, insert, &tally)
      if isWhole { return tally.table(table, isWhole: true) }
    }
    return tally.table(table, isWhole: false)
  }

  /// The entries stand in the table and, but for the mark, in its index: what one lost the other may have.
  private func copySectionEntries() throws -> RebuildReport.Table {
    let columns = ["section", "date", "article", "isRead"]
    let insert = try insertion(into: "article_section", columns)
    var tally = Tally()
    for (index, key) in [
      ("", ["section", "date", "article"]), (" INDEXED BY article_section_article", ["article", "section"]),
    ] {
      for isForward in [true, false] {
        let mark = index.isEmpty ? "isRead" : "0 AS isRead"
        let isWhole = try copy(
          "SELECT section, date, article, \(mark) FROM article_section\(index)", by: key, isForward, insert,
          &tally)
        if isWhole { return tally.table("article_section", isWhole: true) }
      }
    }
    return tally.table("article_section", isWhole: false)
  }

  /// Copies rows in the order of their key.
  /// - Returns: whether all of them could be read.
  private func copy(
    _ selection: String, by key: [String], _ isForward: Bool, _ insert: Statement, _ tally: inout Tally
  ) throws -> Bool {
    let ordered = key.map { "\($0) \(isForward ? "ASC" : "DESC")" }.joined(separator: ", ")
    guard let rows = try? Row.fetchCursor(damaged, sql: "\(selection) ORDER BY \(ordered)") else {
      return false
    }
    var order = RowOrder(isForward: isForward)
    while true {
      let row: Row?
      do { row = try rows.next() } catch { return false }
      guard let row else { return true }
      guard order.follows(key.map { row[$0] }) else { return false }
      try take(Array(row.databaseValues), insert, &tally)
    }
  }

  private func insertion(into table: String, _ columns: [String]) throws -> Statement {
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
  }

  /// What became of a table's rows.
  private struct Tally {
    var saved = 0
    /// Rows that could not be read, or broke the schema's rules.
    var refused = 0

    /// - Parameter isWhole: whether every row was met or is counted.
    func table(_ name: String, isWhole: Bool) -> RebuildReport.Table {
      RebuildReport.Table(name: name, saved: saved, lostAtMost: isWhole ? refused : nil)
    }
  }

  /// A row that breaks the schema's rules is no row of ours any more.
  private func take(
    _ values: [DatabaseValue], _ insert: Statement, _ tally: inout Tally
  ) throws {
    do {
      try insert.execute(arguments: StatementArguments(values))
      if db.changesCount > 0 { tally.saved += 1 }
    } catch let error as DatabaseError
      where [.SQLITE_CONSTRAINT, .SQLITE_MISMATCH].contains(error.resultCode)
    {
      tally.refused += 1
    }
  }

  /// Marks are told by statuses; a lost status is told by its article's marks. References to nothing go.
  private func mend() throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO status (site, identity, isRead, isSaved)
          SELECT site, identity, isRead, isSaved FROM article
          WHERE isSaved = 1 OR isRead = 1 AND (site, identity) NOT IN (SELECT site, identity FROM expired);
        UPDATE article SET isRead = s.isRead, isSaved = s.isSaved FROM status s
          WHERE s.site = article.site AND s.identity = article.identity
            AND (article.isRead, article.isSaved) <> (s.isRead, s.isSaved);
        UPDATE article SET source = NULL WHERE source NOT IN (SELECT id FROM source);
        UPDATE article SET event = NULL WHERE event NOT IN (SELECT id FROM event);
        DELETE FROM document WHERE article NOT IN (SELECT id FROM article) OR NOT json_valid(json);
        DELETE FROM alias WHERE article NOT IN (SELECT id FROM article);
        DELETE FROM earlier WHERE article NOT IN (SELECT id FROM article);
        DELETE FROM page WHERE article NOT IN (SELECT id FROM article);
        DELETE FROM article_section
          WHERE article NOT IN (SELECT id FROM article) OR section NOT IN (SELECT id FROM section);
        UPDATE article_section SET date = a.date, isRead = a.isRead FROM article a
          WHERE a.id = article_section.article AND (article_section.date, article_section.isRead) <> (a.date, a.isRead);
        INSERT OR IGNORE INTO language (tag) SELECT DISTINCT language FROM article WHERE language IS NOT NULL;
        """)
    try db.execute(sql: Schema.lastRun)
  }
}
