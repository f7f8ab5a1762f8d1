import NewsModel

/// A draft of which it is known who it is.
struct IdentifiedDraft {
  /// As `ArticleIdentity` makes it; its `identity` is that one.
  var draft: ArticleDraft
  /// Of its address.
  let key: AddressKey?
  /// The title's letters and digits, folded.
  let words: String
  /// Whether the address names this article and no other of the same answer.
  var isAddressTelling = false
  /// Whether its source gives it a guid that names it alone.
  var hasOwnGuid = false
  /// Other addresses under which the same answer has it.
  var otherKeys: Set<String> = []

  init(_ draft: ArticleDraft) {
    self.draft = draft
    key = draft.address.map(AddressKey.init)
    words = ArticleIdentity.words(of: draft.title)
  }

  /// Whether it has neither a name nor a word.
  var isNothing: Bool {
    draft.identity.isEmpty && key == nil && words.isEmpty && draft.summary.isEmpty && draft.document == nil
  }

  var identity: String { draft.identity }
  var titleKey: Int64 { ArticleIdentity.titleKey(words) }
  /// The moment it was published at; `nil` for a mere day.
  var moment: Int64? { draft.isDayOnly ? nil : draft.published.map(Stamp.seconds) }
}
