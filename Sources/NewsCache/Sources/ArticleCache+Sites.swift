import GRDB
import NewsModel

extension ArticleCache {
  /// Carries everything known of a site over to its new id.
  package func renameSite(_ old: SiteID, to new: SiteID) throws(CacheError) {
    guard old != new else { return }
    try write { db in
      for table in ["article", "status", "expired", "section", "source", "front", "alias"] {
        try db.execute(
          sql: "UPDATE OR IGNORE \(table) SET site = ? WHERE site = ?",
          arguments: [new.rawValue, old.rawValue])
      }
    }
  }
}
