import Foundation
import GRDB

/// How rare a phrase is among the articles. They are counted up to a bound only: for a common word, a count of all
/// takes longer than a search for it.
struct Rarity {
  private let articles: Double
  private let bound: Int

  /// - Parameter bound: phrases in so many articles or more count as equally common.
  init(upTo bound: Int, in db: Database) throws {
    let last = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'article'"))
    articles = Double(last ?? 1)
    self.bound = bound
  }

  /// How many articles have a phrase of FTS5, up to the bound.
  func articles(with phrase: String, in db: Database) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT \(bound))")
    return try Int.fetchOne(statement, arguments: [phrase]) ?? 0
  }

  /// The inverse document frequency of BM25, above zero.
  func weight(_ frequency: Int) -> Double {
    log(1 + max(0, articles - Double(frequency) + 0.5) / (Double(frequency) + 0.5))
  }

  /// The same of a phrase.
  func weight(of phrase: String, in db: Database) throws -> Double {
    weight(try articles(with: phrase, in: db))
  }
}
