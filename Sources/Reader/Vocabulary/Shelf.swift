import NewsModel

/// What is known of articles' numbers and statuses: the one place where the reader looks up whether a row is read
/// or saved, whichever list it stands in.
package struct Shelf: Equatable, Sendable {
  /// The numbers of addresses that pages link to.
  package private(set) var numbers: [WebAddress: ArticleID] = [:]
  /// The statuses of articles that were met, marks that were not answered yet among them; others are unread and not
  /// saved.
  package private(set) var statuses: [ArticleID: ArticleStatus] = [:]
  /// What the archive was asked to keep and has not answered.
  private var pending: [ArticleID: PendingMarks] = [:]
  private var addresses: [ArticleID: WebAddress] = [:]
  private var sites: [ArticleID: SiteID] = [:]
  /// Articles whose full texts are kept.
  private var texts: Set<ArticleID> = []
  /// How many other sites tell of an article's event, where any does.
  private var tellers: [ArticleID: Int] = [:]

  package init() {}

  /// Takes over what the cache told: all of it but for marks that it has not answered yet.
  package mutating func add(_ listed: ListedArticle) {
    pending[listed.id]?.kept = listed.status
    statuses[listed.id] = pending[listed.id]?.shown ?? listed.status
    if listed.article.hasDocument { texts.insert(listed.id) }
    if let count = listed.otherTellers { tellers[listed.id] = count == 0 ? nil : count }
    sites[listed.id] = listed.article.site
    guard let address = listed.article.address else { return }
    numbers[address.withoutFragment] = listed.id
    addresses[listed.id] = address
  }

  /// Takes over what the cache told of many articles.
  package mutating func add(_ listed: some Sequence<ListedArticle>) {
    for article in listed { add(article) }
  }

  /// Remembers the number of an address, as when a page gives an article another address than its feed.
  package mutating func remember(_ address: WebAddress, as id: ArticleID) {
    numbers[address.withoutFragment] = id
  }

  /// Remembers that an article's text is kept from now on.
  package mutating func rememberText(of id: ArticleID) { texts.insert(id) }

  /// Whether what a row leads to can be read without a network.
  package func hasText(of reference: ArticleReference) -> Bool {
    number(of: reference).map(texts.contains) ?? false
  }

  /// How many other sites tell of the event that a row tells of.
  package func otherTellers(of reference: ArticleReference) -> Int {
    number(of: reference).flatMap { tellers[$0] } ?? 0
  }

  /// The number of what a row leads to; `nil` while the cache does not keep it.
  package func number(of reference: ArticleReference) -> ArticleID? {
    switch reference {
    case .kept(let id): id
    case .headline(let headline, _): numbers[headline.address.withoutFragment]
    }
  }

  /// Whether two rows lead to one article, however its address or its line was written.
  package func isSame(_ one: ArticleReference, _ other: ArticleReference) -> Bool {
    if one == other { return true }
    if let number = number(of: one), let second = self.number(of: other) { return number == second }
    guard case .headline(let line, let site) = one, case .headline(let second, let otherSite) = other else {
      return false
    }
    return site == otherSite && line.address.withoutFragment == second.address.withoutFragment
  }

  /// The status of what a row leads to; unread and not saved while the cache does not keep it.
  package func status(of reference: ArticleReference) -> ArticleStatus {
    number(of: reference).flatMap { statuses[$0] } ?? ArticleStatus()
  }

  /// The address a number was met under.
  package func address(of id: ArticleID) -> WebAddress? { addresses[id] }

  /// The site of an article that was met.
  package func site(of id: ArticleID) -> SiteID? { sites[id] }

  /// The site of what a row leads to; `nil` where it was never met.
  package func site(of reference: ArticleReference) -> SiteID? {
    switch reference {
    case .kept(let id): sites[id]
    case .headline(_, let site): site
    }
  }
}

extension Shelf {
  /// Shows a mark that the archive is being asked to keep.
  mutating func ask(for mark: Mark, on ids: [ArticleID]) {
    for id in ids {
      pending[id, default: PendingMarks(kept: statuses[id])].ask(for: mark)
      show(id)
    }
  }

  /// Settles a mark that was kept, or takes back one that was refused.
  ///
  /// - Returns: by how much what is unread in the archive has changed, for each site.
  mutating func answer(_ mark: Mark, on ids: [ArticleID], isKept: Bool) -> [SiteID: Int] {
    var changes: [SiteID: Int] = [:]
    for id in ids {
      guard var waiting = pending[id] else { continue }
      let before = waiting.kept
      waiting.answer(mark, isKept: isKept)
      if let site = sites[id], let before, let after = waiting.kept, before.isRead != after.isRead {
        changes[site, default: 0] += after.isRead ? -1 : 1
      }
      pending[id] = waiting
      show(id)
      if waiting.marks.isEmpty { pending[id] = nil }
    }
    return changes
  }

  /// By how much what is unread in a site will change, once the archive has answered.
  func pendingUnread(of site: SiteID) -> Int {
    pending.reduce(0) { sites[$1.key] == site ? $0 + $1.value.unread : $0 }
  }

  private mutating func show(_ id: ArticleID) {
    if let shown = pending[id]?.shown { statuses[id] = shown }
  }
}
