import GRDB

/// Reads every row of a damaged table that can still be read: by row number from the start, past each unreadable
/// range by growing steps, and back again from behind it.
struct TableWalk {
  let db: Database
  let table: String
  let columns: [String]
  /// Row numbers that could not be read; not all of them need have been rows.
  private(set) var unreadable: [ClosedRange<Int64>] = []
  /// Whether behind the last row that was read there may be more, nobody can tell how many.
  private(set) var isCutOff = false

  /// No table of a cache has numbers as large as this.
  private static let largestStep: Int64 = 1 << 40

  init(_ table: String, columns: [String], in db: Database) {
    self.db = db
    self.table = table
    self.columns = columns
  }

  /// Hands on each row: its columns in their order. What `take` throws ends the walk.
  mutating func walk(_ take: (Row) throws -> Void) throws {
    var position = Int64.min
    while true {
      let (last, isWhole) = try read(position...Int64.max, isForward: true, take)
      if isWhole { return }
      let start = (last ?? (position == .min ? 0 : position - 1)) &+ 1
      guard start < Int64.max - Self.largestStep else { return }
      let next = beyond(start)
      let end = next.map { $0 - 1 } ?? start + Self.largestStep
      let (first, isEmpty) = try read(start...end, isForward: false, take)
      // Behind the last row there is nothing to be lost.
      if let lost = first.map({ $0 - 1 }) ?? next.map({ $0 - 1 }), lost >= start {
        unreadable.append(start...lost)
      }
      guard let next else {
        isCutOff = first == nil && !isEmpty
        return
      }
      position = next
    }
  }

  /// The next row number after an unreadable place from which rows can be read.
  private func beyond(_ start: Int64) -> Int64? {
    var step: Int64 = 1
    while step <= Self.largestStep {
      if let found = try? Int64.fetchOne(
        db, sql: "SELECT rowid FROM \(table) NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1",
        arguments: [start + step]), found >= start + step
      {
        // The number may come from a page above the rows: only a row that can be read whole counts.
        if (try? Row.fetchOne(
          db, sql: "SELECT \(columnList) FROM \(table) NOT INDEXED WHERE rowid = ?", arguments: [found]))
          != nil
        {
          return found
        }
      }
      step *= 2
    }
    return nil
  }

  /// Reads rows in order until the end of the range or the first one that cannot be read.
  /// - Returns: the last row number that was read, and whether the range was read to its end.
  private func read(
    _ range: ClosedRange<Int64>, isForward: Bool, _ take: (Row) throws -> Void
  ) throws -> (last: Int64?, isWhole: Bool) {
    let sql = """
      SELECT rowid, \(columnList) FROM \(table) NOT INDEXED WHERE rowid BETWEEN ? AND ? \
      ORDER BY rowid \(isForward ? "ASC" : "DESC")
      """
    var last: Int64?
    var order = RowOrder(isForward: isForward)
    guard let rows = try? Row.fetchCursor(db, sql: sql, arguments: [range.lowerBound, range.upperBound])
    else {
      return (nil, false)
    }
    while true {
      let row: Row?
      do { row = try rows.next() } catch { return (last, false) }
      guard let row else { return (last, true) }
      // Spoiled pages lead to rows that were not asked for.
      let number: Int64 = row[0]
      guard range.contains(number), order.follows([number.databaseValue]) else { return (last, false) }
      try take(row)
      last = number
    }
  }

  private var columnList: String { columns.map { "\"\($0)\"" }.joined(separator: ", ") }
}
