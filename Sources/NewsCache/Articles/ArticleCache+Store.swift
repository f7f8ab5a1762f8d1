import Foundation
import GRDB
import NewsModel

extension ArticleCache {
  /// Makes ready what a source told, which takes most of the time: texts are stemmed and documents encoded. Nothing
  /// is written; several threads may do so at once.
  /// - Parameter home: the site's front page: an item that links to it is named by something else.
  package func prepare(
    _ drafts: [ArticleDraft], from source: Source, home: WebAddress? = nil, state: SourceState, now: Date
  ) throws(CacheError) -> PreparedEdition {
    let batch = DraftBatch(drafts, source: source, home: home)
    return PreparedEdition(
      batch: batch, articles: try prepare(batch, site: source.site, from: source, now: now), source: source,
      state: state, now: now)
  }

  /// Stores what was made ready, with the source's new state, in one transaction.
  ///
  /// Which article a draft is, `ArticleFinder` says; what is kept of two tellings of one, `ArticleFields`.
  package func store(_ edition: PreparedEdition) throws(CacheError) -> ArticleChanges {
    try write { db in
      let number = try record(edition.state, in: db)
      return try store(
        edition.batch, prepared: edition.articles, site: edition.source.site, source: number,
        isFeed: edition.source.kind == .feed, now: edition.now, in: db)
    }
  }

  /// Makes ready and stores what a source told.
  package func store(
    _ drafts: [ArticleDraft], from source: Source, home: WebAddress? = nil, state: SourceState, now: Date
  ) throws(CacheError) -> ArticleChanges {
    try store(prepare(drafts, from: source, home: home, state: state, now: now))
  }

  /// The article that a page's headline leads to; made with what the headline says when no source told of it.
  package func ensureArticle(
    for headline: Headline, site: SiteID, section: SectionID?, now: Date
  ) throws(CacheError) -> ArticleID {
    let draft = ArticleDraft(
      identity: "", address: headline.address, title: headline.title,
      summary: headline.summary ?? "", published: headline.published, isDayOnly: headline.isDayOnly,
      picture: headline.picture, sections: section.map { [$0] } ?? [], teller: .list)
    let batch = DraftBatch([draft])
    func known(in db: Database) throws -> ArticleID? {
      guard let draft = batch.drafts.first else { return nil }
      let finder = try ArticleFinder(db: db, site: site.rawValue, source: nil)
      return try finder.find(draft, in: batch).map { ArticleID(rawValue: $0.id) }
    }
    if let found = try read(known) { return found }
    let prepared = try prepare(batch, site: site, from: nil, now: now)
    return try write { db in
      let changes = try store(
        batch, prepared: prepared, site: site, source: nil, isFeed: false, now: now, in: db)
      if let id = (changes.new + changes.returned).first { return id }
      guard let known = try known(in: db) else { throw CacheError.failed(reason: "article not stored") }
      return known
    }
  }

  /// Stems and encodes the drafts that are not stored as they are. Another process may store some of them before
  /// our transaction begins: the transaction decides anew.
  private func prepare(
    _ batch: DraftBatch, site: SiteID, from source: Source?, now: Date
  ) throws(CacheError) -> [PreparedArticle?] {
    let planned = try read { db -> [(hash: Int64, fields: ArticleFields?)] in
      let number = try source.flatMap { try self.number(of: $0, in: db) }
      let store = try ArticleStore(db: db, site: site, source: number, now: now)
      return try batch.drafts.map { draft in
        let hash = PreparedArticle.hash(of: draft.draft)
        guard let known = try store.finder.find(draft, in: batch) else {
          return (hash, ArticleFields(draft.draft, source: number, seen: store.now))
        }
        return (hash, store.revision(of: known, by: draft, hash: hash)?.fields)
      }
    }
    let writer = StemWriter()
    do {
      return try zip(batch.drafts, planned).map { draft, plan in
        try plan.fields.map { try PreparedArticle(draft, hash: plan.hash, fields: $0, writer: writer) }
      }
    } catch {
      throw CacheError(error, path: path)
    }
  }

  private func number(of source: Source, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db, sql: "SELECT id FROM source WHERE site = ? AND address = ?",
      arguments: [source.site.rawValue, source.address.text])
  }

  private func store(
    _ batch: DraftBatch, prepared: [PreparedArticle?], site: SiteID, source: Int64?, isFeed: Bool, now: Date,
    in db: Database
  ) throws -> ArticleChanges {
    var store = try ArticleStore(db: db, site: site, source: source, now: now)
    var changes = ArticleChanges()
    for (draft, prepared) in zip(batch.drafts, prepared) {
      let hash = prepared?.hash ?? PreparedArticle.hash(of: draft.draft)
      if let known = try store.finder.find(draft, in: batch) {
        store.finder.met.insert(known.id)
        try tell(draft, of: known, hash: hash, prepared: prepared, to: &store, changes: &changes)
        try store.file(known.id, under: draft.draft.sections)
        try store.nameAnew(known, by: draft, in: batch)
      } else {
        let fields = ArticleFields(draft.draft, source: source, seen: store.now)
        let (id, isReturning) = try store.insert(ready(prepared, draft, hash, fields))
        if isReturning {
          changes.returned.append(ArticleID(rawValue: id))
        } else {
          changes.new.append(ArticleID(rawValue: id))
        }
      }
    }
    if isFeed { try store.noteAbsent(from: batch) }
    try store.index.apply(in: db)
    return changes
  }

  private func tell(
    _ draft: IdentifiedDraft, of known: KnownArticle, hash: Int64, prepared: PreparedArticle?,
    to store: inout ArticleStore, changes: inout ArticleChanges
  ) throws {
    guard let revision = store.revision(of: known, by: draft, hash: hash) else {
      changes.unchanged += 1
      return
    }
    try store.revise(known, revision, with: ready(prepared, draft, hash, revision.fields))
    if revision.isVisible {
      changes.changed.append(ArticleID(rawValue: known.id))
    } else {
      changes.unchanged += 1
    }
  }

  /// What was made ready, where nothing has happened meanwhile.
  private func ready(
    _ prepared: PreparedArticle?, _ draft: IdentifiedDraft, _ hash: Int64, _ fields: ArticleFields
  ) throws -> PreparedArticle {
    // A source that is told of for the first time had no number yet.
    if let prepared, prepared.fields.isEqual(fields) {
      return prepared.fields == fields ? prepared : prepared.with(fields)
    }
    return try PreparedArticle(draft, hash: hash, fields: fields, writer: StemWriter())
  }
}

/// What one source told, ready to be written.
package struct PreparedEdition: Sendable {
  let batch: DraftBatch
  /// In the order of the drafts; `nil` for what is stored as it is.
  let articles: [PreparedArticle?]
  let source: Source
  let state: SourceState
  let now: Date
}
