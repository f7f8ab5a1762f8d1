import GRDB

extension ArticleStore {
  /// A shorter feed says too little.
  private static let fewestItems = 3
  /// More pages are not asked at a time.
  private static let mostAsked = 5

  /// Notes which articles a feed ceased to tell of though it still tells of older ones: their site may have taken them
  /// down, so that their pages are asked once more. A feed that is not in the order of its dates says nothing; what it
  /// gives no date, pages about the site, stands outside of that order.
  func noteAbsent(from batch: DraftBatch) throws {
    let moments = batch.drafts.compactMap(\.moment)
    guard let source, moments.count >= Self.fewestItems, let oldest = moments.last,
      zip(moments, moments.dropFirst()).allSatisfy(>=)
    else { return }
    let statement = try db.cachedStatement(
      sql: """
        SELECT id FROM article WHERE source = ? AND date > ? AND removed IS NULL AND corrected IS NULL
          AND isDayOnly = 0 AND address IS NOT NULL ORDER BY date DESC LIMIT ?
        """)
    let known = try Int64.fetchAll(statement, arguments: [source, oldest, moments.count + Self.mostAsked])
    let note = try db.cachedStatement(sql: "UPDATE article SET corrected = ? WHERE id = ?")
    for id in known.lazy.filter({ !finder.met.contains($0) }).prefix(Self.mostAsked) {
      try note.execute(arguments: [now, id])
    }
  }
}
