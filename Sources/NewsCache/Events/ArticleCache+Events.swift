import Foundation
import GRDB
import NewsModel

/// An article with its whole text: what events and digests are made from.
package struct ArticleText: Hashable, Sendable, Identifiable {
  /// The article as lists have it.
  package var listed: ListedArticle
  /// Title, summary and full text in a row.
  package var text: String

  package init(listed: ListedArticle, text: String) {
    self.listed = listed
    self.text = text
  }

  package var id: ArticleID { listed.id }
}

extension ArticleCache {
  /// Articles dated at a moment or later with their texts, the newest first.
  package func texts(since: Date, limit: Int) throws(CacheError) -> [ArticleText] {
    let listed = try articles(ArticleQuery(since: since, limit: limit))
    return try read { db in
      try listed.map { listed in
        let stored = try StoredText(id: listed.id.rawValue, in: db)
        let parts = [listed.article.title, listed.article.summary, stored?.text ?? ""]
        return ArticleText(listed: listed, text: parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
      }
    }
  }

  /// Notes which articles tell one event. An event that some of a group belong to already goes on; others are found
  /// now. Articles in no group keep theirs.
  package func assignEvents(_ groups: [[ArticleID]], now: Date) throws(CacheError) {
    guard !groups.isEmpty else { return }
    try write { db in
      let eventOf = try db.cachedStatement(sql: "SELECT event FROM article WHERE id = ?")
      let assign = try db.cachedStatement(
        sql: "UPDATE article SET event = ?1 WHERE id = ?2 AND event IS NOT ?1")
      for group in groups where group.count > 1 {
        let known = try group.compactMap { try Int64.fetchOne(eventOf, arguments: [$0.rawValue]) }.min()
        let event: Int64
        if let known {
          event = known
        } else {
          try db.execute(sql: "INSERT INTO event (found) VALUES (?)", arguments: [Stamp.seconds(now)])
          event = db.lastInsertedRowID
        }
        for id in group { try assign.execute(arguments: [event, id.rawValue]) }
      }
    }
  }

  /// How many articles tell of each of these events, of how many sites.
  package func eventSizes(_ events: [EventID]) throws(CacheError) -> [EventID: (articles: Int, sites: Int)] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT count(*), count(DISTINCT site) FROM article WHERE event = ?")
      var result: [EventID: (articles: Int, sites: Int)] = [:]
      for event in events {
        guard let row = try Row.fetchOne(statement, arguments: [event.rawValue]) else { continue }
        result[event] = (row[0], row[1])
      }
      return result
    }
  }
}
