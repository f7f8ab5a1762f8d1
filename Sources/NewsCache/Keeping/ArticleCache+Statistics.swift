import Foundation
import GRDB

extension ArticleCache {
  /// How much the cache holds.
  package func statistics() throws(CacheError) -> CacheStatistics {
    let bytes = [path, path + "-wal"].filter { !$0.isEmpty }.reduce(0) { sum, name in
      sum + ((try? FileManager.default.attributesOfItem(atPath: name)[.size] as? Int) ?? 0)
    }
    return try read { db in
      func count(_ sql: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(sql)") ?? 0
      }
      let articles = try count("article")
      let indexed = try count("article WHERE searchID IS NOT NULL")
      return CacheStatistics(
        articles: articles, unread: try count("article WHERE isRead = 0"),
        saved: try count("article WHERE isSaved = 1"), documents: try count("document"),
        sources: try count("source"), events: try count("event"),
        oldest: try Int64.fetchOne(db, sql: "SELECT min(date) FROM article").map(Stamp.date),
        newest: try Int64.fetchOne(db, sql: "SELECT max(date) FROM article").map(Stamp.date),
        abandonedSearchRows: try max(0, count("search_docsize") - indexed), bytes: bytes)
    }
  }
}
