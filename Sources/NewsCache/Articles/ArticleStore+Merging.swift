import GRDB
import NewsModel

extension ArticleStore {
  /// Notes the identity and the addresses under which a draft has an article, where it was not known by them. What is
  /// kept at that address is the same article then, if it bears the same title or was told by a mere line.
  mutating func nameAnew(_ known: KnownArticle, by draft: IdentifiedDraft, in batch: DraftBatch) throws {
    var names = draft.otherKeys
    if draft.hasOwnGuid, known.hasOwnGuid, draft.identity != known.identity { names.insert(draft.identity) }
    guard let key = draft.key?.text, key != known.addressKey, draft.isAddressTelling else {
      try name(known.id, names)
      return
    }
    names.insert(key)
    if let before = known.addressKey, draft.key != nil { names.insert(before) }
    if let other = try finder.only(at: key, besides: known.id, draft, in: batch) { try merge(known, other) }
    try name(known.id, names)
  }

  /// Takes over the addresses that an article's page calls its own. One that another article under another title is kept
  /// at says nothing: pages that call the front page their canonical address are not rare.
  mutating func take(_ names: [WebAddress], of known: KnownArticle) throws {
    var kept = known.id
    for key in names.map(AddressKey.init) where !key.isFront && key.text != known.addressKey {
      let statement = try db.cachedStatement(sql: "\(KnownArticle.select) WHERE a.id = ?")
      guard let own = try Row.fetchOne(statement, arguments: [kept]).map(KnownArticle.init) else { return }
      let there = try Row.fetchAll(
        db.cachedStatement(sql: "\(KnownArticle.select) WHERE a.addressKey = ? AND a.site = ? AND a.id <> ?"),
        arguments: [key.text, site, kept]
      ).map(KnownArticle.init)
      if there.isEmpty {
        try name(kept, [key.text])
      } else if there.count == 1, let other = there.first, own.candidate.words == other.candidate.words {
        kept = try merge(own, other)
      }
    }
  }

  /// Makes one article of two that were found to be the same: the older number stays. What was read, saved, noted as
  /// the place in the text adds up; versions, sections and names of both are kept, and of two texts the page's own.
  /// - Returns: the number that stays.
  @discardableResult
  mutating func merge(_ first: KnownArticle, _ second: KnownArticle) throws -> Int64 {
    let (kept, gone) = first.id < second.id ? (first, second) : (second, first)
    guard let stored = try StoredText(id: kept.id, in: db), let other = try StoredText(id: gone.id, in: db)
    else {
      return kept.id
    }
    try moveStatus(from: gone.identity, to: kept.identity)
    try moveDocument(from: gone, to: kept)
    for statement in Self.moves {
      try db.cachedStatement(sql: statement).execute(arguments: [kept.id, gone.id])
    }
    index.remove(other)
    try index.apply(in: db)
    try db.execute(sql: "DELETE FROM article WHERE id = ?", arguments: [gone.id])
    var fields = kept.fields
    fields.take(gone.fields, precedes: { _, _ in false })
    let text = try StoredText(id: kept.id, in: db)?.text ?? ""
    let indexed = IndexedText(
      title: fields.title, summary: fields.summary, text: text, language: fields.language)
    try write(fields, to: kept.id, replacing: stored, indexed: indexed)
    try index.apply(in: db)
    try name(kept.id, [gone.identity, gone.addressKey].compactMap(\.self))
    return kept.id
  }

  /// The page's own text goes before a feed's, a text before none.
  private func moveDocument(from gone: KnownArticle, to kept: KnownArticle) throws {
    guard gone.hasDocument, !kept.hasDocument || gone.isFromPage && !kept.isFromPage else { return }
    try db.execute(sql: "DELETE FROM document WHERE article = ?", arguments: [kept.id])
    try db.execute(
      sql: "UPDATE document SET article = ? WHERE article = ?", arguments: [kept.id, gone.id])
  }

  private static let moves = [
    "UPDATE earlier SET article = ?1 WHERE article = ?2",
    "UPDATE OR IGNORE alias SET article = ?1 WHERE article = ?2",
    """
    INSERT OR IGNORE INTO article_section (section, date, article, isRead)
      SELECT s.section, a.date, a.id, a.isRead FROM article_section s JOIN article a ON a.id = ?1 WHERE s.article = ?2
    """,
    """
    UPDATE article SET (isRead, isSaved, event, removed) = (
        SELECT max(article.isRead, g.isRead), max(article.isSaved, g.isSaved), coalesce(article.event, g.event),
          CASE WHEN article.removed IS NULL OR g.removed IS NULL THEN NULL ELSE article.removed END
        FROM article g WHERE g.id = ?2)
      WHERE id = ?1
    """,
  ]
}
