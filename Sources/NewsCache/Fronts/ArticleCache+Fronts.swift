import Foundation
import GRDB
import NewsModel

extension ArticleCache {
  /// Keeps what a site's front page showed, in place of the one before.
  package func storeFront(_ front: FrontPage, site: SiteID, at date: Date) throws(CacheError) {
    let page: String
    do { page = try JSONText.encode(front) } catch { throw CacheError(error, path: path) }
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO front (site, seen, page) VALUES (?, ?, ?)",
        arguments: [site.rawValue, Stamp.seconds(date), page])
    }
  }

  /// What a site's front page showed last, and when.
  package func front(of site: SiteID) throws(CacheError) -> (page: FrontPage, seen: Date)? {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT page, seen FROM front WHERE site = ?")
      guard let row = try Row.fetchOne(statement, arguments: [site.rawValue]),
        let page = try? JSONText.decode(FrontPage.self, from: row[0])
      else { return nil }
      return (page, Stamp.date(row[1]))
    }
  }
}
