import Foundation
import Markup
import NewsModel

/// What WordPress's REST interface answers: posts, and categories or tags.
enum WordPressReader {
  static func parse(_ list: [JSONValue], address: WebAddress?, now: Date) -> FeedResult {
    let isPosts = list.contains { $0["title"]?["rendered"] != nil || $0["content"]?["rendered"] != nil }
    if isPosts { return .feed(feed(list, address: address, now: now)) }
    guard list.contains(where: { $0["taxonomy"] != nil && $0["name"] != nil }) else {
      return .notAFeed(.otherJSON)
    }
    var assembly = FeedAssembly(address: address, now: now)
    return .terms(list.prefix(HeardFeed.maximumItems).compactMap { term($0, &assembly) })
  }

  private static func feed(_ list: [JSONValue], address: WebAddress?, now: Date) -> ParsedFeed {
    var assembly = FeedAssembly(address: address, now: now)
    var feed = ParsedFeed(format: .wordPress)
    feed.home = address.flatMap { address in
      Reference.resolve("/", against: address.text).flatMap { WebAddress($0) }
    }
    feed.items = list.prefix(HeardFeed.maximumItems).compactMap { post($0, base: address?.text, &assembly) }
    assembly.finish(&feed)
    return feed
  }

  private static func post(_ value: JSONValue, base: String?, _ assembly: inout FeedAssembly) -> ParsedItem? {
    guard value["title"] ?? value["content"] ?? value["link"] != nil else { return nil }
    var item = ParsedItem()
    item.id = (rendered(value["guid"]) ?? value["id"]?.text).map { CleanText.line($0, limit: 2000) }
    item.address = assembly.resolved(value["link"]?.text.map { FeedLink(reference: $0, base: base) })
    item.base = item.address
    item.title = rendered(value["title"]).map { HTMLFragment.line($0) } ?? ""
    item.contentHTML = rendered(value["content"]).map(HTMLFragment.cleaned)
    item.summary = rendered(value["excerpt"]).map(HTMLFragment.cleaned)
    DerivedTitle.supply(to: &item)
    assembly.publish(&item, universal(value["date_gmt"]), value["date"]?.text)
    item.modified = assembly.date(universal(value["modified_gmt"]), value["modified"]?.text)
    let embedded = value["_embedded"]
    item.authors = Tags.distinct((embedded?["author"]?.list ?? []).compactMap { line($0["name"]) })
    let terms = (embedded?["wp:term"]?.list ?? []).flatMap { $0.list ?? [] }
    item.tags = Tags.distinct(terms.compactMap { line($0["name"]) })
    let picture =
      embedded?["wp:featuredmedia"]?.list?.first?["source_url"]?.text
      ?? value["jetpack_featured_media_url"]?.text
    item.picture =
      assembly.resolved(picture.map { FeedLink(reference: $0, base: base) })
      ?? assembly.firstPicture(of: item)
    return item
  }

  private static func term(_ value: JSONValue, _ assembly: inout FeedAssembly) -> WordPressTerm? {
    guard let id = value["id"]?.number, let title = line(value["name"]) else { return nil }
    return WordPressTerm(
      id: id, parent: value["parent"]?.number ?? 0, title: title,
      address: assembly.resolved(value["link"]?.text.map { FeedLink(reference: $0, base: nil) }),
      count: value["count"]?.number ?? 0)
  }

  private static func rendered(_ value: JSONValue?) -> String? { value?["rendered"]?.text ?? value?.text }

  private static func line(_ value: JSONValue?) -> String? {
    value?.text.flatMap { HTMLFragment.line($0).nonEmpty }
  }

  /// WordPress writes its dates without a zone: these are UTC by name.
  private static func universal(_ value: JSONValue?) -> String? {
    value?.text.map { $0.hasSuffix("Z") ? $0 : $0 + "Z" }
  }
}
