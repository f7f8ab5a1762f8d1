import Foundation
import GRDB
import Language
import NewsModel

/// An article that may be offered beside another one.
package struct RelatedArticle: Hashable, Sendable, Identifiable {
  package var listed: ListedArticle
  /// BM25 by the other article's most telling words, lowered with the distance of the dates; greater is nearer.
  package var score: Double

  package init(listed: ListedArticle, score: Double) {
    self.listed = listed
    self.score = score
  }

  package var id: ArticleID { listed.id }
}

extension NewsCache {
  /// How many of an article's words are looked up, and how many of them make the query.
  private static let examinedTerms = 60
  private static let tellingTerms = 14
  /// A word in more articles than this tells nothing.
  private static let commonFrequency = 1500

  /// The articles nearest to one by its most telling words, the nearest first, itself not among them. Those of the
  /// same event have its `event`.
  package func related(to id: ArticleID, limit: Int) throws(CacheError) -> [ListedArticle] {
    try scoredRelated(to: id, limit: limit).map(\.listed)
  }

  /// The same, with how near they are.
  package func scoredRelated(to id: ArticleID, limit: Int) throws(CacheError) -> [RelatedArticle] {
    try read { db in
      guard let stored = try StoredText(id: id.rawValue, in: db) else { return [] }
      let terms = try tellingTerms(of: stored, in: db)
      guard !terms.isEmpty else { return [] }
      let statement = try db.cachedStatement(
        sql: """
          SELECT rowid, bm25(search, 4.0, 1.0) FROM search WHERE search MATCH ? AND rowid <> ?
          ORDER BY rank LIMIT ?
          """)
      let match = terms.map { "\"\($0)\"" }.joined(separator: " OR ")
      let rows = try Row.fetchAll(
        statement, arguments: [match, stored.searchID ?? -1, max(0, limit) * 2 + 20])
      let numbers = try db.cachedStatement(sql: "SELECT id, date FROM article WHERE searchID = ?")
      let date = stored.published ?? stored.firstSeen
      let scored = try rows.compactMap { row -> (Int64, Double)? in
        guard let article = try Row.fetchOne(numbers, arguments: [row[0] as Int64]) else { return nil }
        let days = Double(abs((article[1] as Int64) - date)) / 86_400
        return (article[0], -(row[1] as Double) / (1 + days / 30).squareRoot())
      }.sorted { $0.1 > $1.1 }.prefix(max(0, limit))
      let listed = try ArticleRow.fetch(scored.map(\.0), in: db)
      return zip(listed, scored).map { RelatedArticle(listed: $0, score: $1.1) }
    }
  }

  /// The words of an article that tell most about it: often in it (thrice in the title), rarely elsewhere.
  private func tellingTerms(of stored: StoredText, in db: Database) throws -> [String] {
    let indexed = stored.indexed
    var counts: [Substring: Double] = [:]
    for term in indexed.body.split(separator: " ") { counts[term, default: 0] += 1 }
    for term in indexed.title.split(separator: " ") { counts[term, default: 0] += 3 }
    let examined = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(Self.examinedTerms)
    let total = Double(
      try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'article'") ?? 1)
    let statement = try db.cachedStatement(
      sql: "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT \(Self.commonFrequency))")
    let weighted = try examined.compactMap { term, count -> (String, Double)? in
      let frequency = try Int.fetchOne(statement, arguments: ["\"\(term)\""]) ?? 0
      guard frequency > 1, frequency < Self.commonFrequency else { return nil }
      let rarity = log(1 + (total - Double(frequency) + 0.5) / (Double(frequency) + 0.5))
      return (String(term), count / (count + 1.2) * rarity)
    }
    return weighted.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }.prefix(Self.tellingTerms).map(\.0)
  }
}
