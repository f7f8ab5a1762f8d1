import FeedParsing
import Fetching
import Foundation
import Language
import NewsModel
import PageParsing

/// What one source's bytes turned out to hold: the same reading for every kind of source.
enum SourceReading {
  case feed(ParsedFeed)
  case page(SitePage)
  case notNews(FeedResult.Reason)

  /// Sniffs and parses; never fails, never asks the network.
  static func read(_ body: FetchedBody, for site: Site?, now: Date) -> SourceReading {
    switch FeedParser.parse(body.bytes, contentType: body.contentType, address: body.address, now: now) {
    case .feed(let feed): return .feed(feed)
    case .notAFeed(.page):
      let page = PageText(body.bytes, contentType: body.contentType, address: body.address)
      return .page(
        SitePageReader.site(
          in: page, rules: site?.rules ?? SiteRules(), timeZone: site?.zone, now: now))
    case .notAFeed(let reason): return .notNews(reason)
    case .sitemapIndex, .outlines, .terms: return .notNews(.otherXML(root: ""))
    }
  }
}

extension Site {
  /// The zone of dates that carry none.
  var zone: ClockZone? { timeZone.flatMap { ClockZone(named: $0) } }
}

extension SitePage {
  /// Every headline of the page, once an address, with the section's title it stands under.
  var headlines: [Headline] {
    var seen: Set<WebAddress> = []
    let inBlocks = front.blocks.flatMap { block in
      block.headlines.map { headline in
        var copy = headline
        copy.section = headline.section ?? block.title
        return copy
      }
    }
    return (inBlocks + front.ticker + front.top).filter { seen.insert($0.address.withoutFragment).inserted }
  }
}
