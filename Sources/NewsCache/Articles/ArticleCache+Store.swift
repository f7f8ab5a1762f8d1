import Foundation
import GRDB
import NewsModel

extension ArticleCache {
  /// Makes ready what a source told, which takes most of the time: texts are stemmed and documents encoded. Nothing
  /// is written; several threads may do so at once.
  package func prepare(
    _ drafts: [ArticleDraft], from source: Source, state: SourceState, now: Date
  ) throws(CacheError) -> PreparedEdition {
    let batch = DraftBatch(drafts, source: source)
    return PreparedEdition(
      batch: batch, articles: try prepare(batch, site: source.site, now: now), source: source, state: state,
      now: now)
  }

  /// Stores what was made ready, with the source's new state, in one transaction.
  ///
  /// A draft is the article with its identity, else the one at its address when no other draft names that address.
  package func store(_ edition: PreparedEdition) throws(CacheError) -> ArticleChanges {
    try write { db in
      let number = try record(edition.state, in: db)
      return try store(
        edition.batch, prepared: edition.articles, site: edition.source.site, source: number,
        now: edition.now,
        in: db)
    }
  }

  /// Makes ready and stores what a source told.
  package func store(
    _ drafts: [ArticleDraft], from source: Source, state: SourceState, now: Date
  ) throws(CacheError) -> ArticleChanges {
    try store(prepare(drafts, from: source, state: state, now: now))
  }

  /// The article that a page's headline leads to; made with what the headline says when no source told of it.
  package func ensureArticle(
    for headline: Headline, site: SiteID, section: SectionID?, now: Date
  ) throws(CacheError) -> ArticleID {
    let draft = ArticleDraft(
      identity: headline.address.text, address: headline.address, title: headline.title,
      summary: headline.summary ?? "", published: headline.published, isDayOnly: headline.isDayOnly,
      sections: section.map { [$0] } ?? [])
    let batch = DraftBatch([draft])
    let found = try read { db in
      try ArticleStore(db: db, site: site, now: now).known(draft, in: batch)?.id
    }
    if let found { return ArticleID(rawValue: found) }
    let prepared = try prepare(batch, site: site, now: now)
    return try write { db in
      let changes = try store(batch, prepared: prepared, site: site, source: nil, now: now, in: db)
      if let id = (changes.new + changes.returned).first { return id }
      guard let known = try ArticleStore(db: db, site: site, now: now).known(draft, in: batch) else {
        throw CacheError.failed(reason: "article not stored")
      }
      return ArticleID(rawValue: known.id)
    }
  }

  /// Stems and encodes the drafts that are not stored as they are. Another process may store some of them before
  /// our transaction begins: the transaction decides anew.
  private func prepare(
    _ batch: DraftBatch, site: SiteID, now: Date
  ) throws(CacheError) -> [PreparedArticle?] {
    let stored = try read { db in
      let store = ArticleStore(db: db, site: site, now: now)
      return try batch.drafts.map { try store.known($0, in: batch)?.hash }
    }
    let writer = StemWriter()
    do {
      return try zip(batch.drafts, stored).map { draft, stored in
        let hash = PreparedArticle.hash(of: draft)
        return hash == stored ? nil : try PreparedArticle(draft, hash: hash, writer: writer)
      }
    } catch {
      throw CacheError(error, path: path)
    }
  }

  private func store(
    _ batch: DraftBatch, prepared: [PreparedArticle?], site: SiteID, source: Int64?, now: Date,
    in db: Database
  ) throws -> ArticleChanges {
    var store = ArticleStore(db: db, site: site, now: now)
    var changes = ArticleChanges()
    for (draft, prepared) in zip(batch.drafts, prepared) {
      let known = try store.known(draft, in: batch)
      let hash = prepared?.hash ?? PreparedArticle.hash(of: draft)
      if let known, !known.isToBeUpdated(by: draft, hash: hash, source: source) {
        try store.file(known.id, under: draft.sections)
        changes.unchanged += 1
        continue
      }
      let ready = try prepared ?? PreparedArticle(draft, hash: hash, writer: StemWriter())
      if let known {
        try store.update(known, with: ready, source: source)
        try store.file(known.id, under: draft.sections)
        changes.changed.append(ArticleID(rawValue: known.id))
      } else {
        let (id, isReturning) = try store.insert(ready, source: source)
        if isReturning {
          changes.returned.append(ArticleID(rawValue: id))
        } else {
          changes.new.append(ArticleID(rawValue: id))
        }
      }
    }
    try store.index.apply(in: db)
    return changes
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
