import Foundation
import Language
import Markup
import NewsModel

/// The feeds of a page: `link rel=alternate` and `rel=feed`, and links that look like feeds or say that they are.
struct FeedLinks {
  let context: PageContext

  /// So many that are named are believed; so many links that only speak of feeds are looked at.
  private static let mostStated = 200
  private static let mostGuessed = 12

  func find() -> [FoundFeed] {
    let document = context.document
    var seen: Set<WebAddress> = []
    var result: [FoundFeed] = []
    var guessed = 0
    func add(_ index: Int, isStated: Bool, title: String) {
      guard let address = address(of: index),
        isStated ? result.count < Self.mostStated : guessed < Self.mostGuessed,
        seen.insert(address).inserted
      else { return }
      if !isStated { guessed += 1 }
      result.append(
        FoundFeed(
          address: address, title: CleanText.line(title, limit: 200),
          language: document.attribute(.hreflang, of: index), isStated: isStated))
    }
    for index in 0..<document.count where document.name(index) == .link {
      let relation = document.attribute(.rel, of: index)?.lowercased() ?? ""
      let type = FeedType(document.attribute(.type, of: index))
      let isFeed = relation.split(separator: " ").contains("feed")
      guard isFeed || relation.contains("alternate") || relation.isEmpty else { continue }
      let title = document.attribute(.title, of: index) ?? ""
      switch type {
      case .feed: add(index, isStated: true, title: title)
      case .data where !isOtherData(index): add(index, isStated: isFeed, title: title)
      case .none where isFeed: add(index, isStated: true, title: title)
      case .data, .none: break
      }
    }
    let kinds = LinkKinds(address: context.page.address)
    for index in 0..<document.count where document.name(index) == .a {
      guard let href = document.attribute(.href, of: index), href.utf8.count < 300 else { continue }
      let isTyped = FeedType(document.attribute(.type, of: index)) == .feed
      guard isTyped || mayBeFeed(index, href), let address = address(of: index),
        isTyped || kinds.isOwn(address)
      else { continue }
      let isStated = isTyped || Self.hasFeedScheme(href) || Self.endsAsFeed(address)
      if isStated || Self.hasHint(address) || speaksOfFeed(index) {
        add(index, isStated: isStated, title: context.line(index, limit: 100))
      }
    }
    return result
  }

  /// An address of the old schemes of feed readers is one of http: `feed://host/path`, `feed:https://host/path`.
  private func address(of index: Int) -> WebAddress? {
    guard let href = context.document.attribute(.href, of: index), Self.hasFeedScheme(href) else {
      return context.addresses[index]
    }
    let rest = href.drop { $0 != ":" }.dropFirst()
    return context.page.resolve(rest.hasPrefix("//") ? "http:\(rest)" : String(rest))
  }

  private static func hasFeedScheme(_ href: String) -> Bool {
    let scheme = href.prefix(5).lowercased()
    return ["feed:", "rss:/", "itpc:"].contains { scheme.hasPrefix($0) }
  }

  /// Descriptions of a page that are no feeds, though they bear such a type.
  private func isOtherData(_ index: Int) -> Bool {
    guard let address = context.addresses[index] else { return true }
    let text = address.text.lowercased()
    return ["wp-json", "oembed", "xmlrpc", "rsd", "sitemap", "opensearch", "wlwmanifest", "manifest", "api."]
      .contains { text.contains($0) }
  }

  private static let endings = [
    "/rss", "/rss/", "/rss.xml", "/feed", "/feed/", "/feed.xml", "/atom.xml", ".rss", ".atom", "/rss2",
    "/rss.php",
    "/index.xml", "/export/rss", "/feed.php", "/feed.json",
  ]

  private static func endsAsFeed(_ address: WebAddress) -> Bool {
    let path = address.path.lowercased()
    return endings.contains { path.hasSuffix($0) } || address.text.contains("feed=rss")
  }

  private static let hints = [
    "format=feed", "page=backend", "feed=atom", "feed=rdf", "/rss/", "/rss2/", "/feed/", "/feeds/",
    "type=rss",
    "mode=rss", "rss.php", "/rss", "/xml/", "=rss", "alt=rss",
  ]

  private static func hasHint(_ address: WebAddress) -> Bool {
    guard !LinkKinds.looksLikeArticle(address) else { return false }
    let text = address.text.lowercased()
    return hints.contains { text.contains($0) }
  }

  /// Words without which no link is looked at closely.
  private static let words: [StaticString] = [
    "rss", "feed", "atom", "index.xml", "backend", "/xml/", "RSS", "Rss", "Feed",
  ]

  private func mayBeFeed(_ index: Int, _ href: String) -> Bool {
    if context.page.base?.holdsAny(of: Self.words) ?? false || href.holdsAny(of: Self.words) { return true }
    return speaksOfFeed(index)
  }

  /// Whether a short link says so: in its words, its title, its picture's, its class.
  private func speaksOfFeed(_ index: Int) -> Bool {
    let document = context.document
    guard document.textRange(index).count <= 80 else { return false }
    let attributes: [HTMLName] = [.title, .class, .ariaLabel, .rel]
    if attributes.contains(where: { isFeedWord(document.attribute($0, of: index)) }) { return true }
    if isFeedWord(context.line(index, limit: 60)) { return true }
    return (index..<document.end(index)).contains { node in
      node > index
        && [HTMLName.alt, .title, .ariaLabel, .class].contains {
          isFeedWord(document.attribute($0, of: node))
        }
    }
  }

  private func isFeedWord(_ text: String?) -> Bool {
    guard let text, text.utf8.count < 80 else { return false }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.count <= 5 && words.contains { Self.feedWords.contains($0) }
  }

  private static let feedWords: Set<Substring> = ["rss", "rss2", "atom", "feed", "newsfeed", "фид", "рсс"]
}

/// What a link's type says of it.
private enum FeedType {
  case feed
  /// XML or JSON of any kind (RFC 7303; JSON Feed 1.0 was `application/json`).
  case data
  case none

  init(_ text: String?) {
    let type = (text ?? "").lowercased().prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
    if ["rss", "atom", "feed+json", "rdf+xml"].contains(where: type.contains) {
      self = .feed
    } else if ["text/xml", "application/xml", "application/json"].contains(type) {
      self = .data
    } else {
      self = .none
    }
  }
}
