import Foundation
import Markup
import NewsModel

/// JSON Feed 1.0 and 1.1 (jsonfeed.org).
enum JSONFeedReader {
  static func feed(_ value: JSONValue, address: WebAddress?, now: Date) -> ParsedFeed {
    let own = address.flatMap { $0.scheme == "file" ? nil : $0.shown }
    let base = own ?? value["feed_url"]?.text ?? value["home_page_url"]?.text
    var assembly = FeedAssembly(address: address, now: now)
    var feed = ParsedFeed(format: .jsonFeed)
    feed.version = value["version"]?.text?.split(separator: "/").last.map { CleanText.line($0, limit: 20) }
    feed.title = value["title"]?.text.map { HTMLFragment.line($0) } ?? ""
    feed.subtitle = value["description"]?.text.map { HTMLFragment.line($0) } ?? ""
    feed.home = assembly.resolved(link(value["home_page_url"], base))
    feed.address = assembly.resolved(link(value["feed_url"], base))
    feed.nextPage = assembly.resolved(link(value["next_url"], base))
    feed.language = value["language"]?.text.flatMap(FeedAssembly.languageTag)
    feed.authors = authors(value)
    feed.image = assembly.resolved(link(value["icon"] ?? value["favicon"], base))
    let values = value["items"]?.list ?? []
    feed.items = FeedAssembly.withoutSuperfluous(
      values.prefix(HeardFeed.maximumItems).compactMap { item($0, base: base, &assembly) })
    feed.lendAuthors(feed.authors)
    if values.count > HeardFeed.maximumItems {
      feed.warnings.append(.tooManyItems(values.count - HeardFeed.maximumItems))
    }
    assembly.finish(&feed)
    return feed
  }

  private static func item(_ value: JSONValue, base: String?, _ assembly: inout FeedAssembly) -> ParsedItem? {
    guard case .object(let members) = value, !members.isEmpty else { return nil }
    var item = ParsedItem()
    item.id = value["id"]?.text.map { CleanText.line($0, limit: 2000) }
    item.address = assembly.resolved(link(value["url"] ?? value["external_url"], base))
    if item.address == nil, let id = item.id, id.hasPrefix("http") { item.address = WebAddress(id) }
    item.base = base.flatMap { WebAddress($0) } ?? item.address
    item.contentHTML =
      value["content_html"]?.text.map(HTMLFragment.cleaned)
      ?? value["content_text"]?.text.map(HTMLFragment.paragraphs)
    item.summary = value["summary"]?.text.map(HTMLFragment.paragraphs)
    item.title = value["title"]?.text.map { HTMLFragment.line($0) } ?? ""
    if item.title.isEmpty, let text = value["content_text"]?.text {
      DerivedTitle.supply(to: &item, otherwise: HTMLFragment.escaped(text))
    }
    DerivedTitle.supply(to: &item)
    item.authors = authors(value)
    assembly.publish(&item, value["date_published"]?.text)
    item.modified = assembly.date(value["date_modified"]?.text)
    item.tags = Tags.distinct(
      list(value["tags"]).compactMap { $0.text.flatMap { CleanText.line($0).nonEmpty } })
    item.enclosures = list(value["attachments"]).prefix(64).compactMap { attachment in
      assembly.resolved(link(attachment["url"], base)).map {
        Enclosure(
          address: $0,
          type: attachment["mime_type"]?.text.map { CleanText.line($0, limit: 100).lowercased() },
          bytes: attachment["size_in_bytes"]?.number.flatMap { $0 >= 0 ? $0 : nil })
      }
    }
    item.picture =
      assembly.resolved(link(value["image"] ?? value["banner_image"], base))
      ?? assembly.firstPicture(of: item)
    item.language = value["language"]?.text.flatMap(FeedAssembly.languageTag)
    return item
  }

  /// A list, or what stands alone where a list belongs.
  private static func list(_ value: JSONValue?) -> [JSONValue] { value?.list ?? value.map { [$0] } ?? [] }

  private static func link(_ value: JSONValue?, _ base: String?) -> FeedLink? {
    value?.text?.nonEmpty.map { FeedLink(reference: $0, base: base) }
  }

  /// `authors` of 1.1, else `author` of 1.0.
  private static func authors(_ value: JSONValue) -> [String] {
    let people = value["authors"] == nil ? list(value["author"]) : list(value["authors"])
    return Tags.distinct(
      people.compactMap {
        ($0["name"]?.text ?? $0.text ?? $0["url"]?.text).flatMap { CleanText.line($0).nonEmpty }
      })
  }
}
