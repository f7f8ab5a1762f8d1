import NewsModel

/// What is known of articles' numbers and statuses: the one place where the reader looks up whether a row is read
/// or saved, whichever list it stands in.
package struct Shelf: Equatable, Sendable {
  /// The numbers of addresses that pages link to.
  package private(set) var numbers: [WebAddress: ArticleID] = [:]
  /// The statuses of articles that were met; others are unread and not saved.
  package private(set) var statuses: [ArticleID: ArticleStatus] = [:]
  /// What was changed since the program started.
  private var changed: Set<ArticleID> = []
  private var addresses: [ArticleID: WebAddress] = [:]
  private var sites: [ArticleID: SiteID] = [:]
  /// Articles whose full texts are kept.
  private var texts: Set<ArticleID> = []

  package init() {}

  /// Takes over what the cache told.
  package mutating func add(_ listed: ListedArticle) {
    // What was changed here may not have reached the cache when it answered.
    if !changed.contains(listed.id) { statuses[listed.id] = listed.status }
    if listed.article.hasDocument { texts.insert(listed.id) }
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

  /// The number of what a row leads to; `nil` while the cache does not keep it.
  package func number(of reference: ArticleReference) -> ArticleID? {
    switch reference {
    case .kept(let id): id
    case .headline(let headline, _): numbers[headline.address.withoutFragment]
    }
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

  /// Changes a status; nothing happens to an article that is not known here.
  package mutating func change(_ id: ArticleID, _ change: (inout ArticleStatus) -> Void) {
    guard var status = statuses[id] else { return }
    change(&status)
    changed.insert(id)
    statuses[id] = status
  }
}
