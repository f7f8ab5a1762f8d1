import NewsModel

/// The drafts of one source, each identity once, with what their addresses are good for.
struct DraftBatch {
  let drafts: [ArticleDraft]
  private let ambiguous: Set<WebAddress>
  private let identities: Set<String>

  /// Of drafts with one identity the first counts; one with an empty identity goes by its address or title.
  /// - Parameter source: where they come from: its section is theirs unless they name some.
  init(_ drafts: [ArticleDraft], source: Source? = nil) {
    var kept: [ArticleDraft] = []
    var identities: Set<String> = []
    var addresses: Set<WebAddress> = []
    var ambiguous: Set<WebAddress> = []
    if let source { ambiguous.insert(source.address) }
    for var draft in drafts {
      if draft.identity.isEmpty { draft.identity = draft.address?.text ?? draft.title }
      guard !draft.identity.isEmpty, identities.insert(draft.identity).inserted else { continue }
      if draft.sections.isEmpty, let section = source?.section { draft.sections = [section] }
      if let address = draft.address, !addresses.insert(address).inserted { ambiguous.insert(address) }
      kept.append(draft)
    }
    self.drafts = kept
    self.identities = identities
    self.ambiguous = ambiguous
  }

  /// Whether the draft may be taken for the article at its address: a feed whose items all lead to one page names
  /// none of them by it.
  func mayGoByAddress(_ draft: ArticleDraft) -> Bool {
    draft.address.map { !ambiguous.contains($0) } ?? false
  }

  /// Whether a draft has this identity.
  func holds(_ identity: String) -> Bool { identities.contains(identity) }
}
