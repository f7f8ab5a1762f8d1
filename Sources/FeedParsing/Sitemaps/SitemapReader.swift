import Foundation
import Markup
import NewsModel

/// Sitemaps (sitemaps.org 0.9) with Google's news and image elements, and sitemap indexes.
enum SitemapReader {
  static func parse(_ text: String, address: WebAddress?, now: Date) -> FeedResult {
    let expectation = XMLReader.Expectation(
      roots: ["urlset", "sitemapindex"], leaves: ["loc", "lastmod", "changefreq", "priority"],
      records: ["url", "sitemap"])
    guard let (handler, oddities) = XMLReader.read(text, expecting: expectation, into: { SitemapHandler() })
    else { return .notAFeed(.otherText) }
    var assembly = FeedAssembly(address: address, now: now)
    if handler.isIndex {
      let links = handler.entries.compactMap { $0.fields["loc"] }
      return .sitemapIndex(
        links.compactMap { assembly.resolved(FeedLink(reference: $0, base: address?.text)) })
    }
    var feed = ParsedFeed(format: .sitemap)
    feed.home = address.flatMap { address in
      Reference.resolve("/", against: address.text).flatMap { WebAddress($0) }
    }
    feed.title =
      handler.entries.lazy.compactMap { $0.fields["news:name"] }.first.map { HTMLFragment.line($0) } ?? ""
    feed.language = handler.entries.lazy.compactMap { $0.fields["news:language"] }.first
      .flatMap(FeedAssembly.languageTag)
    feed.items = handler.entries.compactMap { assembly.item($0, base: address?.text) }
    if handler.entriesLeftOut > 0 { feed.warnings.append(.tooManyItems(handler.entriesLeftOut)) }
    assembly.finish(&feed)
    feed.warnings = oddities.map(FeedWarning.xml) + feed.warnings
    return .feed(feed)
  }
}

extension FeedAssembly {
  fileprivate mutating func item(_ entry: SitemapEntry, base: String?) -> ParsedItem? {
    guard let location = entry.fields["loc"] else { return nil }
    var item = ParsedItem()
    item.address = resolved(FeedLink(reference: location, base: base))
    guard item.address != nil else { return nil }
    item.title = HTMLFragment.line(entry.fields["news:title"] ?? entry.fields["video:title"] ?? "")
    DerivedTitle.supply(to: &item)
    publish(&item, entry.fields["news:publication_date"], entry.fields["video:publication_date"])
    item.modified = date(entry.fields["lastmod"])
    item.tags = Tags.distinct(
      HTMLFragment.line(entry.fields["news:keywords"] ?? "").split(separator: ",")
        .compactMap { CleanText.line($0).nonEmpty })
    item.genre = entry.fields["news:genres"].flatMap { CleanText.line($0).nonEmpty }
    if let picture = entry.fields["image:loc"] ?? entry.fields["video:thumbnail_loc"] {
      item.picture = resolved(FeedLink(reference: picture, base: base))
    }
    return item
  }
}
