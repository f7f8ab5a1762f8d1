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
      guard let address = context.page.resolve(document.attribute(.href, of: index)),
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
    for index in 0..<document.count where document.name(index) == .a {
      guard let href = document.attribute(.href, of: index), href.utf8.count < 300,
        let address = context.page.resolve(href), kinds.isOwn(address)
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
}
