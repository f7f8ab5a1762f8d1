import NewsModel

/// What makes an item the same at the next refresh: its guid, else its link, else a hash of its content.
enum ItemIdentity {
  /// Gives every item its identity. A guid that several different items share (some systems write the site's address
  /// or a constant) counts together with what tells them apart.
  /// - Returns: warnings about items that are twice in the feed.
  static func assign(to items: inout [ParsedItem]) -> [FeedWarning] {
    var holders: [String: Int] = [:]
    var shared: Set<String> = []
    for (index, item) in items.enumerated() {
      guard let id = item.id else { continue }
      if let first = holders[id] {
        if items[first].address != item.address || items[first].title != item.title { shared.insert(id) }
      } else {
        holders[id] = index
      }
    }
    var seen: Set<String> = []
    var warnings: [FeedWarning] = []
    for index in items.indices {
      let identity = identity(of: items[index], shared)
      items[index].identity = identity
      if !seen.insert(identity).inserted, warnings.count < FeedAssembly.maximumWarnings {
        warnings.append(.repeatedItem(identity))
      }
    }
    return warnings
  }

  private static func identity(of item: ParsedItem, _ shared: Set<String>) -> String {
    if let id = item.id {
      guard shared.contains(id) else { return id }
      return id + " " + contentHash(item)
    }
    return item.address?.text ?? item.unresolvedLink ?? contentHash(item)
  }

  /// The fingerprint of address, title and, without an address, text: the same on every machine and in every run.
  static func contentHash(_ item: ParsedItem) -> String {
    var hash = Fingerprint()
    func add(_ text: String?) {
      hash.add((text ?? "").utf8)
      hash.addEnd()
    }
    add(item.address?.text)
    add(item.title)
    if item.address == nil { add(item.fullestHTML) }
    return "hash:" + hash.digits
  }
}
