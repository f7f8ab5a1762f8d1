import NewsModel

/// The drafts of one answer, each article once, with who it is and what its address is good for.
struct DraftBatch {
  private(set) var drafts: [IdentifiedDraft] = []
  /// Where each stands.
  private var identities: [String: Int] = [:]
  private var keys: Set<String> = []

  /// - Parameters:
  ///   - source: where they come from: its section is theirs unless they name some.
  ///   - home: the site's front page, if it is known.
  init(_ drafts: [ArticleDraft], source: Source? = nil, home: WebAddress? = nil) {
    let all = drafts.map { draft in
      var draft = draft
      draft.identity = ArticleIdentity.canonical(draft.identity)
      if draft.sections.isEmpty, let section = source?.section { draft.sections = [section] }
      return IdentifiedDraft(draft)
    }
    let places = [source?.address, home].compactMap { $0.map { AddressKey($0).text } }
    let links = SharedNames(all.map { ($0.key?.text, $0.words) }, useless: places)
    let guids = SharedNames(all.map { ($0.draft.identity, $0.words) }, useless: places + [""])
    let repeated = RepeatedTitles(all.map(\.words))
    for one in all where !one.isNothing {
      var one = one
      let guid = one.draft.identity
      one.isAddressTelling = one.key.map { !links.isShared($0.text) } ?? false
      // A source that has no guid of its own often writes the link there.
      one.hasOwnGuid = !guids.isShared(guid) && guid != one.key?.text
      if guids.isShared(guid) {
        if let key = one.key, one.isAddressTelling {
          one.draft.identity = guid.isEmpty || places.contains(guid) ? key.text : "\(guid) \(key.text)"
        } else {
          one.draft.identity = ArticleIdentity.made(
            of: one.draft, words: one.words, beside: guid.isEmpty ? one.key?.text ?? "" : guid,
            with: one.moment == nil && repeated.holds(one.words))
        }
      }
      add(one)
    }
  }

  /// Whether another draft has this identity or leads to this address.
  func holds(identity: String, key: String?, besides draft: IdentifiedDraft) -> Bool {
    identity != draft.identity && identities[identity] != nil
      || key.map { $0 != draft.key?.text && keys.contains($0) } ?? false
  }

  private mutating func add(_ one: IdentifiedDraft) {
    if let place = identities[one.identity] {
      drafts[place].take(one)
      return
    }
    if let place = twin(of: one) {
      drafts[place].take(one)
      return
    }
    identities[one.identity] = drafts.count
    if let key = one.key { keys.insert(key.text) }
    if one.words.contains(" "), one.key != nil, places[one.words, default: []].count < Self.mostTwins {
      places[one.words, default: []].append(drafts.count)
    }
    drafts.append(one)
  }

  /// More drafts of one title are not compared with one another.
  private static let mostTwins = 20

  /// Where drafts with several words in their title stand, by these words.
  private var places: [String: [Int]] = [:]

  /// The same article under another section's address.
  private func twin(of one: IdentifiedDraft) -> Int? {
    guard !one.hasOwnGuid else { return nil }
    return places[one.words]?.first { place in
      !drafts[place].hasOwnGuid && ArticleTwins.areOneUnderTwoAddresses(drafts[place], one)
    }
  }
}

extension IdentifiedDraft {
  /// Takes from a second telling of the same answer what the first leaves open.
  fileprivate mutating func take(_ other: IdentifiedDraft) {
    if let key = other.key?.text, key != self.key?.text { otherKeys.insert(key) }
    for section in other.draft.sections where !draft.sections.contains(section) {
      draft.sections.append(section)
    }
    let isEarlierChange =
      draft.isDateOfChange && other.draft.isDateOfChange
      && (other.draft.published ?? .distantFuture) < (draft.published ?? .distantPast)
    if draft.published == nil || isEarlierChange {
      (draft.published, draft.isDayOnly) = (other.draft.published, other.draft.isDayOnly)
    }
    if draft.summary.isEmpty { draft.summary = other.draft.summary }
    if draft.authors.isEmpty { draft.authors = other.draft.authors }
    if draft.tags.isEmpty { draft.tags = other.draft.tags }
    draft.picture = draft.picture ?? other.draft.picture
    draft.document = draft.document ?? other.draft.document
  }
}

/// Guids or links of one answer: those that drafts with different titles share name none of them.
private struct SharedNames {
  private var shared: Set<String>

  init(_ pairs: [(name: String?, words: String)], useless: [String]) {
    shared = Set(useless)
    var first: [String: String] = [:]
    for (name, words) in pairs {
      guard let name else { continue }
      if let known = first[name] {
        if known != words { shared.insert(name) }
      } else {
        first[name] = words
      }
    }
  }

  func isShared(_ name: String) -> Bool { shared.contains(name) }
}

/// Titles that stand in one answer several times.
private struct RepeatedTitles {
  private var several: Set<String> = []

  init(_ titles: [String]) {
    var seen: Set<String> = []
    for title in titles where !seen.insert(title).inserted { several.insert(title) }
  }

  func holds(_ words: String) -> Bool { several.contains(words) }
}
