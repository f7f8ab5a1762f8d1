import FeedParsing
import Fetching
import Foundation
import Language
import NewsModel
import PageParsing

/// What was found behind an address, before anything of it is kept.
package struct Discovery: Hashable, Sendable {
  /// As it would be followed.
  package var site: Site
  /// Headlines on its front page, or items of the feed.
  package var headlines: Int
  /// Whether it is one feed, not a site with pages.
  package var isFeed: Bool

  package init(site: Site, headlines: Int, isFeed: Bool) {
    self.site = site
    self.headlines = headlines
    self.isFeed = isFeed
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
    var failure = DiscoveryFailure.notAnAddress(pasted)
    for address in candidates {
      switch await transport.fetch(FetchRequest(address: address, wanted: .either, priority: .reader)) {
      case .fetched(let body): return await discovery(of: body, asked: address)
      case .notModified: failure = .fetch(.empty, address)
      case .failed(let reason):
        if address == first || !reason.isWantOfHost { failure = .fetch(reason, address) }
      }
    }
    return .failure(failure)
  }

  private func discovery(of body: FetchedBody, asked: WebAddress) async -> Result<Discovery, DiscoveryFailure>
  {
    let address = body.permanentAddress ?? asked
    switch SourceReading.read(body, for: nil, now: now()) {
    case .feed(let feed): return .success(discovery(of: feed, at: address))
    case .notNews(let reason): return .failure(.notNews(reason, address))
    case .page(let page):
      if !page.sections.isEmpty || page.headlines.count >= Self.fewestHeadlines || !page.feeds.isEmpty {
        return .success(await discovery(of: page, at: body.address))
      }
      // A deep link into a site whose page shows no menu: its front page may.
      guard let front = body.address.frontPage, front != body.address,
        case .fetched(let frontBody) = await transport.fetch(FetchRequest(address: front, priority: .reader)),
        case .page(let page) = SourceReading.read(frontBody, for: nil, now: now()),
        !page.sections.isEmpty || !page.feeds.isEmpty
      else { return .failure(.noNews(address)) }
      return .success(await discovery(of: page, at: frontBody.address))
    }
  }

  /// A page with fewer headlines, no menu and no feed is no news site.
  private static let fewestHeadlines = 3

  private func discovery(of feed: ParsedFeed, at address: WebAddress) -> Discovery {
    let home = feed.home ?? address
    let name = feed.title.isEmpty ? home.host : feed.title
    let site = Site(
      id: newID(for: home.scheme == "file" ? address : home), name: name.isEmpty ? address.path : name,
      home: home,
      language: feed.language, feeds: [address], rules: SiteRules(isFeedOnly: true))
    return Discovery(site: site, headlines: feed.items.count, isFeed: true)
  }

  private func discovery(of page: SitePage, at address: WebAddress) async -> Discovery {
    // A deep link shows the menu of the whole site: what is followed is the site.
    let isDeep = page.sections.contains { $0.address == address.frontPage }
    let home = isDeep ? address.frontPage ?? address : address
    let feeds = await feeds(of: page, home: home)
    var site = Site(
      id: newID(for: home), name: page.name ?? home.host, home: home, language: page.spokenLanguage,
      timeZone: ZoneLearning.zone(of: page.headlines, feeds: feeds.map(\.feed)), sections: page.sections,
      pages: page.pages)
    FeedLinks.assign(feeds.map(\.address), to: &site)
    return Discovery(site: site, headlines: page.headlines.count, isFeed: false)
  }

  /// The feeds that a page names and that answer as feeds; where it names none, those that sites have by habit.
  private func feeds(of page: SitePage, home: WebAddress) async -> [NamedFeed] {
    let named = Array(page.feeds.prefix(FeedLinks.limit))
    if !named.isEmpty { return await living(named) }
    for path in FeedLinks.habits {
      guard let front = home.frontPage, let address = WebAddress(front.text + path) else { return [] }
      let found = await living([address])
      if !found.isEmpty { return found }
    }
    return []
  }

  private func living(_ addresses: [WebAddress]) async -> [NamedFeed] {
    await withTaskGroup(of: (Int, ParsedFeed?).self) { group in
      for (index, address) in addresses.enumerated() {
        group.addTask {
          guard
            case .fetched(let body) = await transport.fetch(
              FetchRequest(address: address, wanted: .feed, priority: .reader)),
            case .feed(let feed) = SourceReading.read(body, for: nil, now: now())
          else { return (index, nil) }
          return (index, feed)
        }
      }
      var found: [Int: ParsedFeed] = [:]
      for await (index, feed) in group { found[index] = feed }
      return addresses.indices.compactMap { index in
        found[index].map { NamedFeed(address: addresses[index], feed: $0) }
      }
    }
  }

  private func newID(for address: WebAddress) -> SiteID {
    SiteNaming.id(for: address, taken: Set(sites.sites().map(\.id)))
  }
}

/// A feed that answered, at the address it was named by.
private struct NamedFeed: Sendable {
  let address: WebAddress
  let feed: ParsedFeed
}

extension FetchFailure {
  /// Whether another scheme may still find the host.
  fileprivate var isWantOfHost: Bool {
    switch self {
    case .refused, .timedOut, .encryption: true
    default: false
    }
  }
}

extension WebAddress {
  /// The front page of the address's host; `nil` for files.
  var frontPage: WebAddress? {
    guard scheme != "file" else { return nil }
    return WebAddress("\(scheme)://\(authority)/")
  }
}

extension SitePage {
  /// The language of most headlines: pages declare what their template was made with, and one headline in another
  /// language says nothing of a site.
  fileprivate var spokenLanguage: String? {
    var votes: [String: Int] = [:]
    for headline in headlines {
      if let language = LanguageIdentifier.identify(headline.title) { votes[language, default: 0] += 1 }
    }
    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? language
  }
}
