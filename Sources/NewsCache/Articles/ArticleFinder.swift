import GRDB
import NewsModel

/// Finds the article that a draft means among those of a site.
///
/// In this order: the one with its identity; the one that bears its identity or its address as another name; the one at
/// its address, where that is one article's; the one of its title that `ArticleTwins` takes for the same. An article
/// that another draft of the same answer is, is never meant.
struct ArticleFinder {
  let db: Database
  let site: String
  /// The source that tells; `nil` for a headline that was opened.
  let source: Int64?
  /// Articles that were met in this transaction.
  var met: Set<Int64> = []
  /// Whether any article of the site has other names.
  private let hasAliases: Bool

  /// More articles at one address, or of one title, are not compared.
  private static let most = 20

  init(db: Database, site: String, source: Int64?) throws {
    self.db = db
    self.site = site
    self.source = source
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM alias WHERE site = ? LIMIT 1")
    hasAliases = try Int.fetchOne(statement, arguments: [site]) != nil
  }

  func find(_ draft: IdentifiedDraft, in batch: DraftBatch) throws -> KnownArticle? {
    if let known = try first("a.site = ? AND a.identity = ?", [site, draft.identity]) { return known }
    if hasAliases, let known = try named(draft, in: batch) { return known }
    if let known = try there(draft, in: batch) { return known }
    return try twin(of: draft, in: batch)
  }

  /// The one that bears the identity or the address as another name.
  private func named(_ draft: IdentifiedDraft, in batch: DraftBatch) throws -> KnownArticle? {
    let names = [draft.identity] + (draft.isAddressTelling ? [draft.key?.text].compactMap(\.self) : [])
    for name in names {
      let known = try first(
        "a.id = (SELECT article FROM alias WHERE site = ? AND key = ?)", [site, name])
      if let known, !isTaken(known, by: draft, in: batch) { return known }
    }
    return nil
  }

  /// The one at its address. Where several were met there, the address tells nothing without the title.
  private func there(_ draft: IdentifiedDraft, in batch: DraftBatch) throws -> KnownArticle? {
    guard let key = draft.key else { return nil }
    let all = try several("a.addressKey = ? AND a.site = ? ORDER BY a.id", [key.text, site])
    let free = all.filter { !isTaken($0, by: draft, in: batch) }
    if draft.isAddressTelling, all.count == 1, let known = free.first {
      return isAnotherOfItsSource(known, draft) ? nil : known
    }
    return free.first {
      ArticleTwins.isSameTitled(draft, $0.candidate) && !isAnotherOfItsSource($0, draft, isSameTitled: true)
    }
  }

  /// A source that gives two guids means two articles, unless it tells the same words of both: some programs make a
  /// guid anew each time.
  private func isAnotherOfItsSource(
    _ known: KnownArticle, _ draft: IdentifiedDraft, isSameTitled: Bool = false
  ) -> Bool {
    guard draft.hasOwnGuid, known.hasOwnGuid, known.titleMark.source == source else { return false }
    return !(isSameTitled || ArticleTwins.isSameTitled(draft, known.candidate))
  }

  /// The one article at an address that is not a draft's, though the draft leads there: told by a line of a list alone,
  /// or under the same title.
  func only(
    at key: String, besides id: Int64, _ draft: IdentifiedDraft, in batch: DraftBatch
  ) throws -> KnownArticle? {
    let all = try several("a.addressKey = ? AND a.site = ? ORDER BY a.id", [key, site]).filter { $0.id != id }
    guard all.count == 1, let other = all.first, !isTaken(other, by: draft, in: batch), !other.hasOwnGuid
    else {
      return nil
    }
    return other.titleMark.rank <= FieldMark.rank(.list) || ArticleTwins.isSameTitled(draft, other.candidate)
      ? other : nil
  }

  private func twin(of draft: IdentifiedDraft, in batch: DraftBatch) throws -> KnownArticle? {
    guard !draft.words.isEmpty else { return nil }
    let same = try several("a.titleKey = ? AND a.site = ? ORDER BY a.id DESC", [draft.titleKey, site])
    if let known = same.first(where: {
      !isTaken($0, by: draft, in: batch) && ArticleTwins.isSameTitled(draft, $0.candidate)
    }) {
      return known
    }
    guard !draft.hasOwnGuid, let moment = draft.moment, draft.key != nil else { return nil }
    return try several("a.site = ? AND a.date = ? ORDER BY a.id", [site, moment]).first {
      !$0.hasOwnGuid && !isTaken($0, by: draft, in: batch) && ArticleTwins.isCorrected(draft, $0.candidate)
    }
  }

  private func isTaken(_ known: KnownArticle, by draft: IdentifiedDraft, in batch: DraftBatch) -> Bool {
    met.contains(known.id) || batch.holds(identity: known.identity, key: known.addressKey, besides: draft)
  }

  private func first(_ condition: String, _ arguments: StatementArguments) throws -> KnownArticle? {
    let statement = try db.cachedStatement(sql: "\(KnownArticle.select) WHERE \(condition)")
    return try Row.fetchOne(statement, arguments: arguments).map(KnownArticle.init)
  }

  private func several(_ condition: String, _ arguments: StatementArguments) throws -> [KnownArticle] {
    let statement = try db.cachedStatement(
      sql: "\(KnownArticle.select) WHERE \(condition) LIMIT \(Self.most)")
    return try Row.fetchAll(statement, arguments: arguments).map(KnownArticle.init)
  }
}
