import Foundation
import GRDB
import NewsModel

extension ArticleCache {
  /// The articles that a query asks for, in its order.
  package func articles(_ query: ArticleQuery) throws(CacheError) -> [ListedArticle] {
    try read { db in
      guard let (sql, arguments) = try query.statement(in: db) else { return [] }
      let statement = try db.cachedStatement(sql: sql)
      let ids = try Int64.fetchAll(statement, arguments: StatementArguments(arguments))
      return try ArticleRow.fetch(ids, in: db)
    }
  }

  /// How many articles a query asks for, its limit and offset aside.
  package func count(_ query: ArticleQuery) throws(CacheError) -> Int {
    try read { db in
      guard let (sql, arguments) = try query.counting(in: db) else { return 0 }
      return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments)) ?? 0
    }
  }

  /// The number of the next unread row of a query's list after a row, or of the one before it; its limit and offset
  /// aside. `nil` where there is none.
  package func unreadRow(
    of query: ArticleQuery, from row: Int, isForward: Bool
  ) throws(CacheError) -> Int? {
    var rest = query
    rest.limit = Int(Int32.max)
    rest.offset = row + 1
    if !isForward {
      rest.order = query.order == .newest ? .oldest : .newest
      rest.offset = try max(0, count(query) - row)
    }
    return try read { db in
      guard let (sql, arguments) = try rest.statement(in: db) else { return nil }
      let statement = try db.cachedStatement(
        sql: "WITH n (id) AS (\(sql)) SELECT a.isRead FROM n CROSS JOIN article a ON a.id = n.id")
      let rows = try Bool.fetchCursor(statement, arguments: StatementArguments(arguments))
      var step = 1
      while let isRead = try rows.next() {
        if !isRead { return isForward ? row + step : row - step }
        step += 1
      }
      return nil
    }
  }

  /// The article with a number.
  package func article(_ id: ArticleID) throws(CacheError) -> ListedArticle? {
    try read { db in try ArticleRow.fetch([id.rawValue], in: db).first }
  }

  /// The articles with these numbers, in the numbers' order.
  package func articles(_ ids: [ArticleID]) throws(CacheError) -> [ListedArticle] {
    try read { db in try ArticleRow.fetch(ids.map(\.rawValue), in: db) }
  }

  /// The article at an address, of one site or of any; a fragment does not matter.
  package func article(address: WebAddress, site: SiteID? = nil) throws(CacheError) -> ListedArticle? {
    try read { db in
      guard let id = try Self.number(at: address, site: site, in: db) else { return nil }
      return try ArticleRow.fetch([id], in: db).first
    }
  }

  /// A site's articles at these addresses, in the addresses' order, each once; a fragment does not matter.
  package func articles(at addresses: [WebAddress], site: SiteID) throws(CacheError) -> [ListedArticle] {
    try read { db in
      var seen: Set<Int64> = []
      let ids = try addresses.compactMap { try Self.number(at: $0, site: site, in: db) }
      return try ArticleRow.fetch(ids.filter { seen.insert($0).inserted }, in: db)
    }
  }

  private static func number(at address: WebAddress, site: SiteID?, in db: Database) throws -> Int64? {
    let key = AddressKey(address)
    for text in key.fragment == nil ? [key.page] : [key.text, key.page] {
      for sql in [
        "SELECT id FROM article WHERE addressKey = ?1 AND (?2 IS NULL OR site = ?2) ORDER BY id LIMIT 1",
        "SELECT article FROM alias WHERE key = ?1 AND (?2 IS NULL OR site = ?2) ORDER BY article LIMIT 1",
      ] {
        let statement = try db.cachedStatement(sql: sql)
        if let id = try Int64.fetchOne(statement, arguments: [text, site?.rawValue]) { return id }
      }
    }
    return nil
  }

  /// How many articles of each section of a site are unread.
  package func unreadCounts(site: SiteID) throws(CacheError) -> [SectionID: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT name, (SELECT count(*) FROM article_section s WHERE s.section = n.id AND s.isRead = 0)
          FROM section n WHERE site = ?
          """,
        arguments: [site.rawValue])
      return Dictionary(rows.map { (SectionID(rawValue: $0[0]), $0[1]) }, uniquingKeysWith: +)
    }
  }

  /// How many articles of a site are unread, each once.
  package func unreadCount(site: SiteID) throws(CacheError) -> Int {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT count(*) FROM article INDEXED BY article_unread WHERE isRead = 0 AND site = ?")
      return try Int.fetchOne(statement, arguments: [site.rawValue]) ?? 0
    }
  }

  /// How many articles of each site are unread.
  package func unreadCounts() throws(CacheError) -> [SiteID: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT site, count(*) FROM article INDEXED BY article_unread WHERE isRead = 0 GROUP BY site"
      )
      return Dictionary(rows.map { (SiteID(rawValue: $0[0]), $0[1]) }, uniquingKeysWith: +)
    }
  }
}
