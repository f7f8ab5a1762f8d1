import Foundation
import GRDB
import GRDBSQLite

/// How well an article answers a query: `relevance(search, weight, …)` in SQL, with a weight for each phrase of the
/// query in its order.
///
/// Like BM25, it lets every further hit of a phrase count for less. Where BM25 measures a hit by the length of the
/// text, this measures it by how early it stands: a newspaper tells first what an article is about. It needs neither a
/// look at every article's length nor a count of all articles with a word, which for a common word take longer than
/// all the rest of a search.
enum SearchRank {
  /// What a hit in a title is worth beside one at the beginning of a text.
  private static let titleWorth = 5.0
  /// So many words into a text a hit is worth half.
  private static let halfWorthAt = 256.0
  /// The worth of hits at which a phrase has half its weight: BM25's k1.
  private static let saturation = 1.2
  /// Phrases and hits beyond these count nothing.
  static let mostPhrases = 32
  private static let mostHits: Int32 = 512

  /// Makes the function known to a connection.
  static func register(in db: Database) {
    guard let api = interface(of: db) else { return }
    _ = api.pointee.xCreateFunction(api, "relevance", nil, relevance, nil)
  }

  /// FTS5's own functions, as SQLite's documentation tells to get them (FTS5, §7); nil where SQLite was built without.
  private static func interface(of db: Database) -> UnsafeMutablePointer<fts5_api>? {
    var statement: OpaquePointer?
    var api: UnsafeMutablePointer<fts5_api>?
    guard sqlite3_prepare_v2(db.sqliteConnection, "SELECT fts5(?)", -1, &statement, nil) == SQLITE_OK else {
      return nil
    }
    defer { sqlite3_finalize(statement) }
    let kind: StaticString = "fts5_api_ptr"
    withUnsafeMutablePointer(to: &api) { place in
      kind.utf8Start.withMemoryRebound(to: CChar.self, capacity: kind.utf8CodeUnitCount + 1) { kind in
        _ = sqlite3_bind_pointer(statement, 1, place, kind, nil)
        _ = sqlite3_step(statement)
      }
    }
    return api
  }

  private static let relevance: fts5_extension_function = { api, row, result, count, values in
    guard let api, let row, let values else { return sqlite3_result_double(result, 0) }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: mostPhrases) { worths in
      worths.initialize(repeating: 0)
      var hits: Int32 = 0
      guard api.pointee.xInstCount(row, &hits) == SQLITE_OK else { return sqlite3_result_double(result, 0) }
      var (phrase, column, offset): (Int32, Int32, Int32) = (0, 0, 0)
      for hit in 0..<min(hits, mostHits) {
        guard api.pointee.xInst(row, hit, &phrase, &column, &offset) == SQLITE_OK, phrase < mostPhrases else {
          continue
        }
        worths[Int(phrase)] += column == 0 ? titleWorth : halfWorthAt / (halfWorthAt + Double(offset))
      }
      var sum = 0.0
      for phrase in 0..<min(Int(count), mostPhrases) {
        let worth = worths[phrase]
        sum += sqlite3_value_double(values[phrase]) * worth / (worth + saturation)
      }
      sqlite3_result_double(result, sum)
    }
  }
}
