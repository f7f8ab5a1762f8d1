import Foundation
import GRDB
import NewsModel

extension ArticleCache {
  /// What became of an article after it was first kept; empty for one that is not here.
  package func history(of id: ArticleID) throws(CacheError) -> ArticleHistory {
    try read { db in
      let versions = try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT title, summary, json, replaced FROM earlier WHERE article = ? ORDER BY id DESC"),
        arguments: [id.rawValue]
      ).map { row in
        ArticleVersion(
          title: row[0], summary: row[1],
          document: (row[2] as String?).flatMap { try? JSONText.decode(ArticleDocument.self, from: $0) },
          replaced: Stamp.date(row[3]))
      }
      let removed = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT removed FROM article WHERE id = ?"), arguments: [id.rawValue])
      return ArticleHistory(earlier: versions, removed: removed.map(Stamp.date))
    }
  }

  /// Notes that a site took an article down; ours stays. A text that its page gives later undoes it.
  package func markRemoved(_ id: ArticleID, at date: Date) throws(CacheError) {
    try write { db in
      try db.execute(
        sql: "UPDATE article SET removed = ?, corrected = NULL WHERE id = ? AND removed IS NULL",
        arguments: [Stamp.seconds(date), id.rawValue])
    }
  }
}
