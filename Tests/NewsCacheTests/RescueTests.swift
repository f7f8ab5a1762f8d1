import GRDB
import Testing

@testable import NewsCache

@Suite("What is brought over from a damaged archive")
struct RescueTests {
  @Test("every column of every table is copied, or made anew for a reason")
  func columns() throws {
    let cache = try ArticleCache.inMemory()
    let copied = Dictionary(uniqueKeysWithValues: Rescue.copied.map { ($0.table, Set($0.columns)) })
    let tables = try cache.read { db in
      try Row.fetchAll(db, sql: "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
        .map { $0[0] as String }
        .filter { !$0.hasPrefix("sqlite_") && !$0.hasPrefix("grdb_") }
        .map { table in (table, Set(try db.columns(in: table).map(\.name))) }
    }
    #expect(tables.count > 10)
    for (table, columns) in tables {
      let known = (copied[table] ?? []).union(Rescue.madeAnew[table] ?? [])
      #expect(columns.subtracting(known) == [], "\(table)")
      #expect(known.subtracting(columns) == [], "\(table)")
    }
    #expect(Set(copied.keys).subtracting(tables.map(\.0)) == [])
  }
}
