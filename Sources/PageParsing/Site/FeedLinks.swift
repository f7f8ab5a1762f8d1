import Markup
import NewsModel

/// The feeds a page names: `rel=alternate`, and links that look like feeds.
struct FeedLinks {
  let context: PageContext

  func find() -> [WebAddress] {
    let document = context.document
    var seen: Set<WebAddress> = []
    var result: [WebAddress] = []
    func add(_ index: Int) {
      guard let address = context.addresses[index],
        seen.insert(address).inserted,
        result.count < 200
      else { return }
      result.append(address)
    }
    for index in 0..<document.count where document.name(index) == .link {
      let relation = document.attribute(.rel, of: index)?.lowercased() ?? ""
      let type = document.attribute(.type, of: index)?.lowercased() ?? ""
      let isFeed =
        type.contains("rss") || type.contains("atom") || type.contains("feed+json")
        || type.contains("rdf+xml")
      if isFeed, relation.contains("alternate") || relation.isEmpty || relation.contains("feed") {
        add(index)
      }
    }
    let kinds = LinkKinds(address: context.page.address)
    let baseMayBeFeed = context.page.base?.holdsAny(of: Self.words) ?? false
    for index in 0..<document.count where document.name(index) == .a {
      guard let href = document.attribute(.href, of: index), href.utf8.count < 300,
        baseMayBeFeed || href.holdsAny(of: Self.words), let address = context.addresses[index],
        kinds.isOwn(address)
      else { continue }
      let path = address.path.lowercased()
      let ends = [
        "/rss", "/rss/", "/rss.xml", "/feed", "/feed/", "/feed.xml", "/atom.xml", ".rss", "/rss2", "/rss.php",
        "/index.xml", "/export/rss",
      ]
      if ends.contains(where: { path.hasSuffix($0) }) || address.text.contains("feed=rss") { add(index) }
    }
    return result
  }

  /// One of these stands in every address that looks like a feed's.
  private static let words: [StaticString] = ["rss", "feed", "atom.xml", "index.xml"]
}
