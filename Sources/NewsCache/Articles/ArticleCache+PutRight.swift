import GRDB
import NewsModel

extension ArticleCache {
  /// So many articles go in one transaction: whoever is killed loses no more than that, and goes on there.
  private static let putRightAtOnce = 500

  /// Gives the articles of an earlier version their names as `ArticleIdentity` has them, and makes one of those that
  /// turn out to be the same: at one address under one title, or with one guid. An article that waits for it has the
  /// title's number -1; done once, a cache is never looked through again.
  static func putRight(_ writer: any DatabaseWriter) throws {
    while try writer.write({ db in try putSomeRight(in: db) }) {}
  }

  /// Whether none waits.
  static func areAllNamed(in db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT 1 FROM article WHERE titleKey = -1 LIMIT 1") == nil
  }

  /// - Returns: whether more wait.
  private static func putSomeRight(in db: Database) throws -> Bool {
    let waiting = try Row.fetchAll(
      db,
      sql: "SELECT id, site, address, identity, title FROM article WHERE titleKey = -1 ORDER BY id LIMIT ?",
      arguments: [putRightAtOnce])
    for row in waiting { try putRight(row, in: db) }
    return waiting.count == putRightAtOnce
  }

  private static func putRight(_ row: Row, in db: Database) throws {
    let (id, site): (Int64, String) = (row[0], row[1])
    let key = (row[2] as String?).flatMap { WebAddress($0) }.map { AddressKey($0).text }
    let identity = ArticleIdentity.canonical(row[3])
    let title = ArticleIdentity.titleKey(ArticleIdentity.words(of: row[4]))
    try db.cachedStatement(
      sql: "UPDATE OR IGNORE article SET identity = ?, addressKey = ?, titleKey = ? WHERE id = ?"
    ).execute(arguments: [identity, key, title, id])
    let isNamed = db.changesCount > 0
    let former: String = row[3]
    if former != identity { try ArticleStore.moveStatus(from: former, to: identity, site: site, in: db) }
    if !isNamed {
      // Another article has that identity: it keeps its own until the two are one.
      try db.cachedStatement(sql: "UPDATE article SET addressKey = ?, titleKey = ? WHERE id = ?")
        .execute(arguments: [key, title, id])
    }
    let same = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          \(KnownArticle.select) WHERE a.site = ?1 AND a.identity = ?2 AND a.id <> ?4
          UNION SELECT * FROM (\(KnownArticle.select) WHERE a.addressKey = ?3 AND a.site = ?1 AND a.id <> ?4
            AND a.titleKey = ?5 AND ?5 <> 0)
          """),
      arguments: [site, identity, key, id, title]
    ).map(KnownArticle.init)
    guard !same.isEmpty else { return }
    var store = try ArticleStore(db: db, site: SiteID(rawValue: site), now: Stamp.date(0))
    var kept = id
    for other in same {
      let statement = try db.cachedStatement(sql: "\(KnownArticle.select) WHERE a.id = ?")
      guard let known = try Row.fetchOne(statement, arguments: [kept]).map(KnownArticle.init) else {
        continue
      }
      if ArticleIdentity.canonical(other.identity) != identity, isTwoOfOneAddress(known, other) { continue }
      kept = try store.merge(known, other)
    }
  }

  /// Bulletins with guids of their own at one address, or with other days.
  private static func isTwoOfOneAddress(_ first: KnownArticle, _ second: KnownArticle) -> Bool {
    let (own, other) = (first.fields.told, second.fields.told)
    guard let published = own.published, let others = other.published else { return false }
    return !own.isDayOnly && !other.isDayOnly && published != others
  }
}
