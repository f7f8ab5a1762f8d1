import NewsModel

/// What a telling changes of an article that is kept.
struct Revision {
  /// As they are to stand.
  var fields: ArticleFields
  /// Whether the telling's own text takes the place of what is kept, or is the first.
  var bringsText: Bool
  /// Whether its own source now tells otherwise: then a text that its page gave is to be read anew.
  var isCorrected: Bool
  /// Whether the hash of this telling is the one to compare the next with.
  var isOwn: Bool

  /// Whether anybody will see it: who told it alone is no change.
  var isVisible: Bool

  /// - Returns: `nil` when nothing changes.
  init?(
    of known: KnownArticle, by draft: IdentifiedDraft, hash: Int64, source: Int64?,
    precedes: (Int64, Int64) -> Bool
  ) {
    let before = known.titleMark
    let isItsSource = before.source == source ?? 0
    if hash == known.hash, isItsSource, !known.isUnmarked { return nil }
    let told = ArticleFields(draft.draft, source: source, seen: known.firstSeen)
    let isSame = isItsSource && (before.rank == told.marks.title.rank || known.isUnmarked)
    let kept = known.fields
    fields = kept
    fields.take(told, precedes: precedes)
    isOwn = fields.marks.title == told.marks.title
    let isChanged = hash != known.hash
    // A list of changes tells of one that came after the page was read.
    let isLaterChange =
      draft.draft.isDateOfChange && draft.draft.modified.map(Stamp.seconds) ?? 0 > known.textStored ?? .max
    isCorrected = known.isFromPage && !known.isUnmarked && (isSame && isChanged || isLaterChange)
    bringsText =
      draft.draft.document != nil && !known.isFromPage && (!known.hasDocument || isOwn && isChanged)
    isVisible = !fields.isEqual(kept) || bringsText
    guard fields != kept || bringsText || isOwn && isChanged || known.isUnmarked else { return nil }
  }
}
