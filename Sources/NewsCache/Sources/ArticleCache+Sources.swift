import Foundation
import GRDB
import NewsModel

extension ArticleCache {
  /// What is known of a source; `nil` when it was never recorded.
  package func sourceState(of source: Source) throws(CacheError) -> SourceState? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT \(sourceColumns) FROM source WHERE site = ? AND address = ?",
        arguments: [source.site.rawValue, source.address.text]
      ).flatMap(SourceState.init(row:))
    }
  }

  /// Every source that was recorded, of one site or of all, by site and address.
  package func sourceStates(site: SiteID? = nil) throws(CacheError) -> [SourceState] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(sourceColumns) FROM source WHERE ?1 IS NULL OR site = ?1 ORDER BY site, address
          """,
        arguments: [site?.rawValue]
      ).compactMap(SourceState.init(row:))
    }
  }

  /// When each site last answered as it should; sites that never did are not among them.
  package func lastSuccesses() throws(CacheError) -> [SiteID: Date] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT site, max(lastFetched) FROM source WHERE lastFetched IS NOT NULL GROUP BY site")
      return Dictionary(rows.map { (SiteID(rawValue: $0[0]), Stamp.date($0[1])) }) { first, _ in first }
    }
  }

  /// How many of these sources failed when they were last asked, by site; sites without one are not among them.
  package func failures(among sources: [Source]) throws(CacheError) -> [SiteID: Int] {
    let failing = try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT site, address FROM source WHERE failures > 0")
      return Set(rows.map { [$0[0], $0[1]] as [String] })
    }
    return Dictionary(
      sources.filter { failing.contains([$0.site.rawValue, $0.address.text]) }.map { ($0.site, 1) },
      uniquingKeysWith: +)
  }

  /// Those of some sources that know no article since a moment better than another source does.
  package func sourcesWithoutOwn(_ sources: [Source], since: Date) throws(CacheError) -> [Source] {
    guard !sources.isEmpty else { return [] }
    return try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT 1 FROM source s JOIN article a ON a.source = s.id AND a.date > ?
            WHERE s.site = ? AND s.address = ? LIMIT 1
          """)
      return try sources.filter {
        try Int.fetchOne(statement, arguments: [Stamp.seconds(since), $0.site.rawValue, $0.address.text])
          == nil
      }
    }
  }

  /// Records what a source answered, in place of what was known of it.
  package func record(_ state: SourceState) throws(CacheError) {
    try write { db in _ = try record(state, in: db) }
  }

  /// Records what many sources and hosts answered, in one transaction.
  package func record(_ states: [SourceState], hosts: [HostState] = []) throws(CacheError) {
    guard !(states.isEmpty && hosts.isEmpty) else { return }
    try write { db in
      for state in states { _ = try record(state, in: db) }
      for host in hosts { try record(host, in: db) }
    }
  }

  /// Every host that was recorded.
  package func hostStates() throws(CacheError) -> [HostState] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT name, failures, notBefore, outcome FROM host ORDER BY name").map {
        row in
        HostState(
          name: row[0], failures: row[1], notBefore: (row[2] as Int64?).map(Stamp.date), outcome: row[3])
      }
    }
  }

  /// A host without failures needs no row.
  private func record(_ host: HostState, in db: Database) throws {
    guard host.failures > 0 else {
      try db.execute(sql: "DELETE FROM host WHERE name = ?", arguments: [host.name])
      return
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO host (name, failures, notBefore, outcome) VALUES (?, ?, ?, ?)",
      arguments: [host.name, host.failures, host.notBefore.map(Stamp.seconds), host.outcome])
  }

  /// Writes a source's state and gives its row's number.
  func record(_ state: SourceState, in db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO source (site, address, movedTo, etag, lastModified, contentHash, lastFetched, lastChanged,
          outcome, detail, bytes, failures, notBefore, isGone, asked)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (site, address) DO UPDATE SET movedTo = excluded.movedTo, etag = excluded.etag,
          lastModified = excluded.lastModified, contentHash = excluded.contentHash,
          lastFetched = excluded.lastFetched, lastChanged = excluded.lastChanged, outcome = excluded.outcome,
          detail = excluded.detail, bytes = excluded.bytes, failures = excluded.failures,
          notBefore = excluded.notBefore, isGone = excluded.isGone, asked = excluded.asked
        RETURNING id
        """)
    statement.arguments = [
      state.site.rawValue, state.address.text, state.movedTo?.text, state.etag, state.lastModified,
      state.contentHash, state.lastFetched.map(Stamp.seconds), state.lastChanged.map(Stamp.seconds),
      state.outcome, state.detail, max(0, state.bytes), max(0, state.failures),
      state.notBefore.map(Stamp.seconds), state.isGone, state.lastAsked.map(Stamp.seconds),
    ]
    guard let id = try Int64.fetchOne(statement) else {
      throw CacheError.failed(reason: "source not recorded")
    }
    return id
  }
}

private let sourceColumns = """
  site, address, movedTo, etag, lastModified, contentHash, lastFetched, lastChanged, outcome, detail, bytes, \
  failures, notBefore, isGone, asked
  """

extension SourceState {
  /// - Returns: `nil` for an address that this version no longer understands.
  fileprivate init?(row: Row) {
    guard let address = WebAddress(row[1] as String) else { return nil }
    self.init(
      site: SiteID(rawValue: row[0]), address: address,
      movedTo: (row[2] as String?).flatMap { WebAddress($0) },
      etag: row[3], lastModified: row[4], contentHash: row[5],
      lastAsked: (row[14] as Int64?).map(Stamp.date),
      lastFetched: (row[6] as Int64?).map(Stamp.date),
      lastChanged: (row[7] as Int64?).map(Stamp.date), outcome: row[8], detail: row[9], bytes: row[10],
      failures: row[11], notBefore: (row[12] as Int64?).map(Stamp.date), isGone: row[13])
  }
}
