import FeedParsing
import Fetching
import Foundation
import NewsModel

/// What was found behind an address, before anything of it is kept.
package struct Discovery: Hashable, Sendable {
  /// As it would be followed.
  package var site: Site
  /// Headlines on its front page, or items of the feed.
  package var headlines: Int
  /// Whether it is one feed, not a site with pages.
  package var isFeed: Bool
  /// How much each source brings that would be followed, as far as it was asked.
  package var counts: [WebAddress: Int]
  /// Feeds that answered and would not be followed.
  package var leftOut: [LeftOutFeed]

  package init(
    site: Site, headlines: Int, isFeed: Bool, counts: [WebAddress: Int] = [:], leftOut: [LeftOutFeed] = []
  ) {
    self.site = site
    self.headlines = headlines
    self.isFeed = isFeed
    self.counts = counts
    self.leftOut = leftOut
  }
}

/// Why nothing can be followed there.
package enum DiscoveryFailure: Error, Hashable, Sendable {
  /// The text is no address.
  case notAnAddress(String)
  case fetch(FetchFailure, WebAddress)
  /// A page without menu, headlines and feeds.
  case noNews(WebAddress)
  /// Neither page nor feed.
  case notNews(FeedResult.Reason, WebAddress)
}

extension NewsDesk {
  /// Finds the name, language, sections and feeds of what a person pasted; nothing is stored.
  package func discover(_ pasted: String) async -> Result<Discovery, DiscoveryFailure> {
    let candidates = PastedAddress.candidates(for: pasted)
    guard let first = candidates.first else {
      return .failure(.notAnAddress(CleanText.line(pasted, limit: 200)))
    }
    let finder = SiteFinder(transport: transport, now: now, taken: Set(sites.sites().map(\.id)))
    var failure = DiscoveryFailure.notAnAddress(pasted)
    for address in candidates {
      switch await transport.fetch(FetchRequest(address: address, wanted: .either, priority: .reader)) {
      case .fetched(let body): return await finder.discovery(of: body, asked: address)
      case .notModified: failure = .fetch(.empty, address)
      case .failed(let reason):
        if address == first || !reason.has(.isWantOfHost) { failure = .fetch(reason, address) }
      }
    }
    return .failure(failure)
  }
}

extension NewsDesk {
  /// A discovery with what each of its sections' pages brings, for people who want to see it before they follow it.
  package func count(_ discovery: Discovery) async -> Discovery {
    guard !discovery.isFeed else { return discovery }
    let finder = SiteFinder(transport: transport, now: now, taken: [])
    var counted = discovery
    counted.counts.merge(await finder.counts(of: discovery.site)) { known, _ in known }
    return counted
  }
}
