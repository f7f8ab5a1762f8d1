import Foundation
import GRDB
import Language
import NewsModel

extension ArticleCache {
  /// Of articles with all the words, this many of the newest are ranked.
  package static let rankedHits = 2500
  /// And of those for a word that is still being typed.
  private static let rankedWhileTyping = 200
  /// So many hits are on the first screen: while a query is typed, only of these the whole texts are read.
  private static let shownWhileTyping = 16
  /// Words in more articles than this all count as common.
  private static let countedArticles = 2000

  /// The articles with a query's words, the most relevant and newest first.
  ///
  /// A query that finds nothing is tried as typed on the other keyboard layout, then as transliterated Cyrillic;
  /// `SearchResults.reading` tells.
  package func search(_ query: SearchQuery, limit: Int = 50, now: Date) throws(CacheError) -> SearchResults {
    try read { db in
      let languages = try languages(in: db)
      let results = try search(query, limit: limit, languages: languages, now: now, in: db)
      guard results.hits.isEmpty, !query.hasNoWords else { return results }
      for (other, reading) in query.otherReadings {
        var results = try search(other, limit: limit, languages: languages, now: now, in: db)
        if !results.hits.isEmpty {
          results.reading = reading
          return results
        }
      }
      return results
    }
  }

  private func search(
    _ query: SearchQuery, limit: Int, languages: [String?], now: Date, in db: Database
  ) throws -> SearchResults {
    let expression = SearchExpression(query, languages: languages)
    guard let filter = try SearchFilter(query, in: db) else { return SearchResults() }
    let ranked = query.isHurried ? Self.rankedWhileTyping : Self.rankedHits
    let found =
      try query.hasNoWords
      ? newest(filter, limit: limit, in: db)
      : found(expression, among: ranked, filter: filter, now: now, in: db)
    let best = found.prefix(max(0, limit))
    let listed = try ArticleRow.fetch(best.map(\.row), by: "searchID", in: db)
    let marker = HitMarker(expression)
    var tokenizers: [String?: SearchTokenizer] = [:]
    let hits = try listed.enumerated().map { number, listed in
      let tokenizer =
        tokenizers[listed.article.language] ?? SearchTokenizer(language: listed.article.language)
      tokenizers[listed.article.language] = tokenizer
      // The summary is at hand; the whole text has to be fetched.
      var snippet = marker.snippet(of: listed.article.summaryLine, tokenizer: tokenizer)
      if snippet.words < expression.wantedCount, !query.isHurried || number < Self.shownWhileTyping,
        let text = try StoredText(id: listed.id.rawValue, in: db)?.words
      {
        let inside = marker.snippet(of: text, tokenizer: tokenizer)
        if inside.words > snippet.words || snippet.text.isEmpty { snippet = inside }
      }
      return SearchHit(
        listed: listed, titleHits: marker.hits(in: listed.article.title, tokenizer: tokenizer),
        snippet: snippet.text, snippetHits: snippet.hits)
    }
    return SearchResults(hits: hits, isNewestOnly: !query.hasNoWords && found.count >= ranked)
  }

  /// What the filters alone let through; nothing where there are none.
  private func newest(
    _ filter: SearchFilter, limit: Int, in db: Database
  ) throws -> [(row: Int64, score: Double)] {
    guard !filter.isEmpty else { return [] }
    let rows = try Int64.fetchAll(
      db,
      sql:
        "SELECT a.searchID FROM article a WHERE a.searchID IS NOT NULL\(filter.sql) ORDER BY a.date DESC LIMIT ?",
      arguments: StatementArguments(filter.arguments) + [max(0, limit)])
    return rows.map { ($0, 0) }
  }

  /// The newest rows with the words, the most relevant first.
  private func found(
    _ expression: SearchExpression, among most: Int, filter: SearchFilter, now: Date, in db: Database
  ) throws -> [(row: Int64, score: Double)] {
    guard let match = expression.match else { return [] }
    let weights = try weights(of: expression, in: db)
    var result: [(row: Int64, score: Double)] = []
    for (table, range) in try IndexRenewal.tables(in: db) where result.count < most {
      let join = filter.isEmpty ? "" : " CROSS JOIN article a ON a.searchID = \(table).rowid"
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(table).rowid, relevance(\(table)\(String(repeating: ", ?", count: weights.count)))
          FROM \(table)\(join)
          WHERE \(table) MATCH ? AND \(table).rowid >= ?\(range)\(filter.sql)
          ORDER BY \(table).rowid DESC LIMIT \(most - result.count)
          """)
      statement.arguments =
        StatementArguments(weights) + [match, filter.firstRow] + StatementArguments(filter.arguments)
      let rows = try Row.fetchCursor(statement)
      while let row = try rows.next() {
        result.append((row[0], Self.aged(row[1], row: row[0], now: now)))
      }
    }
    return result.sorted { $0.score != $1.score ? $0.score > $1.score : $0.row > $1.row }
  }

  /// What each phrase of a query weighs beside the others, by how few articles have it.
  private func weights(of expression: SearchExpression, in db: Database) throws -> [Double] {
    let phrases = expression.phrases.prefix(SearchRank.mostPhrases)
    guard expression.wantedCount > 1 else { return phrases.map { _ in 1 } }
    let rarity = try Rarity(upTo: Self.countedArticles, in: db)
    return try phrases.map { try rarity.weight(of: $0, in: db) }
  }

  /// Half the weight at three months, a third at nine.
  private static func aged(_ score: Double, row: Int64, now: Date) -> Double {
    let newest = SearchIndexChanges.firstNumber(at: Stamp.seconds(now))
    let hours = Double(max(0, newest - row) / SearchIndexChanges.numbersPerHour)
    return score / (1 + hours / (24 * 30)).squareRoot()
  }

  /// The languages that articles were stemmed by; `nil` is always among them.
  func languages(in db: Database) throws -> [String?] {
    let known = try String.fetchAll(db.cachedStatement(sql: "SELECT tag FROM language ORDER BY tag LIMIT 12"))
    return [nil] + known
  }
}

extension SearchQuery {
  /// The query read in the ways that people mistype it.
  fileprivate var otherReadings: [(query: SearchQuery, reading: SearchResults.Reading)] {
    func rewritten(_ texts: [String], _ alternative: (String) -> String?) -> [String]? {
      let result = texts.compactMap(alternative)
      return result.count == texts.count ? result : nil
    }
    let typed = (words + phrases).joined(separator: " ")
    var result: [(SearchQuery, SearchResults.Reading)] = []
    for (texts, isLayout) in [
      (KeyboardLayout.alternatives(forQuery: typed), true),
      (Transliteration.cyrillicAlternatives(of: typed), false),
    ] {
      for text in texts.prefix(6) where text != typed {
        let all = text.split(separator: " ").map(String.init)
        guard all.count == typed.split(separator: " ").count else { continue }
        var other = self
        other.words = Array(all.prefix(words.count))
        var rest = all.dropFirst(words.count)
        other.phrases = phrases.map { phrase in
          let count = phrase.split(separator: " ").count
          defer { rest = rest.dropFirst(count) }
          return rest.prefix(count).joined(separator: " ")
        }
        result.append((other, isLayout ? .otherLayout(text) : .transliteration(text)))
      }
    }
    return result
  }
}
