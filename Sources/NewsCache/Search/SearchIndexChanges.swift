import GRDB

/// Changes to the full-text index, collected in a transaction and applied in the order of their rows: FTS5 writes a
/// new segment whenever a row's number is smaller than the one before.
///
/// A row's number holds the article's date, so that the newest hits are the ones with the greatest numbers.
struct SearchIndexChanges {
  /// Each hour since 1970 has this many numbers; a fuller one goes on into the next.
  static let numbersPerHour: Int64 = 4096

  private let writer = StemWriter()
  private var next: [Int64: Int64] = [:]
  private var additions: [(id: Int64, text: IndexedText)] = []
  private var removals: [(id: Int64, text: IndexedText)] = []
  /// Of what the index holds with other stems, the stems of today.
  private var otherRemovals: [(id: Int64, text: IndexedText)] = []

  /// The least number of rows dated at a second or later.
  static func firstNumber(at seconds: Int64) -> Int64 { max(0, seconds) / 3600 * numbersPerHour }

  /// Takes a number for a text and notes it down.
  mutating func add(_ text: IndexedText, date: Int64, in db: Database) throws -> Int64 {
    let id = try takeNumber(date: date, in: db)
    additions.append((id, text))
    return id
  }

  /// Notes that a text takes the place of what is indexed; the number stays where hour and stems allow it.
  mutating func replace(_ stored: StoredText, with text: IndexedText, date: Int64, in db: Database) throws
    -> Int64
  {
    guard let old = stored.searchID else { return try add(text, date: date, in: db) }
    let hour = Self.firstNumber(at: date)
    let staysInHour = (hour..<hour + Self.numbersPerHour).contains(old)
    if stored.searchHash == text.hash, staysInHour { return old }
    guard remove(stored), staysInHour else { return try add(text, date: date, in: db) }
    additions.append((old, text))
    return old
  }

  /// Notes that what is indexed of a text goes.
  /// - Returns: whether it can be taken out; if not, its row stays behind without an article until the index is made
  ///   anew, because the stems that it was made of are no longer known.
  @discardableResult
  mutating func remove(_ stored: StoredText) -> Bool {
    guard let id = stored.searchID else { return false }
    let indexed = stored.indexed(by: writer)
    guard indexed.hash == stored.searchHash else {
      otherRemovals.append((id, indexed))
      return false
    }
    removals.append((id, indexed))
    return true
  }

  /// Applies what was noted.
  mutating func apply(in db: Database) throws {
    if let renewal = try IndexRenewal(in: db) {
      try renewal.follow(removals: removals + otherRemovals, additions: additions, in: db)
    }
    if !removals.isEmpty {
      let delete = try db.cachedStatement(
        sql: "INSERT INTO search (search, rowid, title, body) VALUES ('delete', ?, ?, ?)")
      for (id, text) in removals.sorted(by: { $0.id < $1.id }) {
        try delete.execute(arguments: [id, text.title, text.body])
      }
    }
    if !additions.isEmpty {
      let insert = try db.cachedStatement(sql: "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)")
      for (id, text) in additions.sorted(by: { $0.id < $1.id }) {
        try insert.execute(arguments: [id, text.title, text.body])
      }
    }
    removals.removeAll()
    otherRemovals.removeAll()
    additions.removeAll()
  }

  private mutating func takeNumber(date: Int64, in db: Database) throws -> Int64 {
    var hour = Self.firstNumber(at: date)
    while true {
      let number = try next[hour] ?? nextFree(from: hour, in: db)
      next[hour] = number + 1
      if number < hour + Self.numbersPerHour { return number }
      hour += Self.numbersPerHour
    }
  }

  /// Asks the index itself, not the articles: a row left behind must not be written over.
  private func nextFree(from hour: Int64, in db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT max(id) FROM search_docsize WHERE id >= ? AND id < ?")
    let last = try Int64.fetchOne(statement, arguments: [hour, hour + Self.numbersPerHour])
    return last.map { $0 + 1 } ?? hour
  }
}
