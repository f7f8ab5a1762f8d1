import Foundation
import GRDB
import NewsModel

extension ArticleCache {
  /// Stores what a source told, with its new state, in one transaction.
  ///
  /// A draft is the article with its identity, else the one at its address when no other draft names that address.
  /// Texts are stemmed and documents encoded before the transaction begins.
  package func store(
    _ drafts: [ArticleDraft], from source: Source, state: SourceState, now: Date
  ) throws(CacheError) -> ArticleChanges {
    let batch = DraftBatch(drafts, source: source)
    let prepared = try prepare(batch, site: source.site, now: now)
    return try write { db in
      let number = try record(state, in: db)
      return try store(batch, prepared: prepared, site: source.site, source: number, now: now, in: db)
    }
  }

  /// The article that a page's headline leads to; made with what the headline says when no source told of it.
  package func ensureArticle(
    for headline: Headline, site: SiteID, section: SectionID?, now: Date
  ) throws(CacheError) -> ArticleID {
    let draft = ArticleDraft(
      identity: headline.address.text, address: headline.address, title: headline.title,
      summary: headline.summary ?? "", published: headline.published, sections: section.map { [$0] } ?? [])
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
