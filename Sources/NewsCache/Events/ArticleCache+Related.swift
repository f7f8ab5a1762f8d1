import Foundation
import GRDB
import Language
import NewsModel

extension ArticleCache {
  /// How many of an article's words are weighed, and how many of them are looked up.
  private static let weighedTerms = 56
  private static let tellingTerms = 14
  /// How many articles are read to be weighed in full.
  private static let readCandidates = 20
  /// What shares less with an article than this part of what the article shares with itself is not related to it.
  private static let nearEnough = 0.15
  /// A word in more articles than this tells nothing.
  private static let commonFrequency = 500

  /// The articles nearest to one, those of its event first, then by words; itself not among them.
  package func related(to id: ArticleID, limit: Int) throws(CacheError) -> [ListedArticle] {
    try scoredRelated(to: id, limit: limit).map(\.listed)
  }

  /// The same, with how near they are.
  package func scoredRelated(to id: ArticleID, limit: Int) throws(CacheError) -> [RelatedArticle] {
    try read { db in
      guard let stored = try StoredText(id: id.rawValue, in: db) else { return [] }
      let terms = try weighed(stored, in: db)
      let scorer = RelatedScorer(stored, terms: terms)
      let event = try Int64.fetchOne(
        db, sql: "SELECT event FROM article WHERE id = ?", arguments: [id.rawValue])
      let candidates = try candidates(id: id.rawValue, event: event, terms: terms, in: db)
      let own = scorer.score(stored)
      let scored = try candidates.compactMap { candidate -> (id: Int64, isSister: Bool, score: Double)? in
        guard let text = try StoredText(id: candidate.id, in: db) else { return nil }
        let days = Double(abs(candidate.date - (stored.told.published ?? stored.firstSeen))) / 86_400
        let isSister = event != nil && candidate.event == event
        return (candidate.id, isSister, scorer.score(text) / (1 + days / 60).squareRoot())
      }.filter { $0.isSister || $0.score > Self.nearEnough * own }.sorted { left, right in
        if left.isSister != right.isSister { return left.isSister }
        return left.score != right.score ? left.score > right.score : left.id > right.id
      }.prefix(max(0, limit))
      let listed = try ArticleRow.fetch(scored.map(\.id), in: db)
      return zip(listed, scored).map { RelatedArticle(listed: $0, score: $1.score) }
    }
  }

  private struct Candidate {
    let id: Int64
    let date: Int64
    let event: Int64?
  }

  /// Articles of the same event, and those that the index finds nearest by the words that tell most.
  private func candidates(
    id: Int64, event: Int64?, terms: [RelatedScorer.Term], in db: Database
  ) throws -> [Candidate] {
    var rows: [Row] = []
    if let event {
      rows += try Row.fetchAll(
        db,
        sql:
          "SELECT id, date, event FROM article WHERE event = ? ORDER BY date DESC LIMIT \(Self.readCandidates)",
        arguments: [event])
    }
    let telling = terms.sorted { $0.count * $0.rarity > $1.count * $1.rarity }.prefix(Self.tellingTerms)
    if !telling.isEmpty {
      let match = telling.map { "\"\($0.stem)\"" }.joined(separator: " OR ")
      let weights = String(repeating: ", ?", count: telling.count)
      rows += try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT a.id, a.date, a.event FROM (
              SELECT rowid FROM search WHERE search MATCH ? ORDER BY relevance(search\(weights)) DESC
              LIMIT \(Self.readCandidates)) s
            JOIN article a ON a.searchID = s.rowid
            """),
        arguments: [match] + StatementArguments(telling.map(\.rarity)))
    }
    var seen: Set<Int64> = [id]
    return rows.map { Candidate(id: $0[0], date: $0[1], event: $0[2]) }.filter { seen.insert($0.id).inserted }
  }

  /// The words of an article that others have too, but not many, with their weights; the most frequent ones of it
  /// are looked at.
  private func weighed(_ stored: StoredText, in db: Database) throws -> [RelatedScorer.Term] {
    let indexed = stored.likelyIndexed(by: StemWriter())
    var counts: [Substring: Double] = [:]
    for term in indexed.body.split(separator: " ") { counts[term, default: 0] += 1 }
    for term in indexed.title.split(separator: " ") { counts[term, default: 0] += 3 }
    let examined = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(Self.weighedTerms)
    let rarity = try Rarity(upTo: Self.commonFrequency, in: db)
    return try examined.compactMap { term, count in
      let frequency = try rarity.articles(with: "\"\(term)\"", in: db)
      guard frequency > 1, frequency < Self.commonFrequency else { return nil }
      return RelatedScorer.Term(stem: String(term), count: count, rarity: rarity.weight(frequency))
    }
  }
}
