import FeedParsing
import Fetching
import Foundation
import Language
import NewsModel
import PageParsing

/// Looks at what stands behind an address, and around it, before anything is followed.
struct SiteFinder: Sendable {
  let transport: any Transport
  let now: @Sendable () -> Date
  /// The names of the sites that are followed already.
  let taken: Set<SiteID>

  /// A page with fewer headlines, no menu and no feed is no news site.
  private static let fewestHeadlines = 3
  /// More archives of one site are not looked at.
  private static let mostArchives = 4
  /// Pages that lead on at once are followed so far.
  private static let mostRefreshes = 5

  /// What can be followed at an address that answered.
  func discovery(of body: FetchedBody, asked: WebAddress) async -> Result<Discovery, DiscoveryFailure> {
    let body = await settled(body)
    let address = body.permanentAddress ?? asked
    switch SourceReading.read(body, for: nil, now: now()) {
    case .feed(let feed): return .success(discovery(of: feed, at: address))
    case .notNews(let reason): return .failure(.notNews(reason, address))
    case .page(let page):
      let feeds = await feeds(of: page, body)
      if !page.sections.isEmpty || page.headlines.count >= Self.fewestHeadlines || !feeds.followed.isEmpty {
        return .success(await discovery(of: page, feeds, at: body.address))
      }
      // A deep link into a site whose page shows no menu: its front page may.
      guard let front = body.address.frontPage, front != body.address,
        case .fetched(let fetched) = await fetch(front, .either),
        case .page(let page) = SourceReading.read(fetched, for: nil, now: now())
      else { return .failure(.noNews(address)) }
      let frontFeeds = await self.feeds(of: page, fetched)
      guard !page.sections.isEmpty || !frontFeeds.followed.isEmpty else { return .failure(.noNews(address)) }
      return .success(await discovery(of: page, frontFeeds, at: fetched.address))
    }
  }

  /// How many headlines the sections' pages bring that have no feed; none of one that cannot be read.
  func counts(of site: Site) async -> [WebAddress: Int] {
    let wanted = Set(site.sources.filter { $0.kind == .page && $0.section != nil }.map(\.address))
    return await withTaskGroup(of: (WebAddress, Int).self) { group in
      for address in wanted.sorted(by: { $0.text < $1.text }).prefix(FeedLinks.limit) {
        group.addTask {
          guard case .fetched(let body) = await fetch(address, .page),
            case .page(let page) = SourceReading.read(body, for: site, now: now())
          else { return (address, 0) }
          return (address, page.sectionHeadlines(at: body.address).count)
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  /// The answer that a page leads on to at once; a circle ends where it began.
  private func settled(_ body: FetchedBody) async -> FetchedBody {
    var body = body
    var seen: Set<WebAddress> = [body.address]
    while seen.count <= Self.mostRefreshes {
      let page = PageText(body.bytes.prefix(200_000), contentType: body.contentType, address: body.address)
      guard let target = PageRefresh.target(of: page, header: body.refresh), seen.insert(target).inserted,
        case .fetched(var next) = await fetch(target, .either)
      else { return body }
      next.permanentAddress = next.address
      body = next
    }
    return body
  }

  private func fetch(_ address: WebAddress, _ wanted: FetchRequest.Wanted) async -> FetchOutcome {
    await transport.fetch(FetchRequest(address: address, wanted: wanted, priority: .reader))
  }

  // MARK: What was found

  private func discovery(of feed: ParsedFeed, at address: WebAddress) -> Discovery {
    let home = Self.home(of: feed, at: address)
    let name = feed.title.isEmpty ? home.host : feed.title
    let site = Site(
      id: SiteNaming.id(for: home.scheme == "file" ? address : home, taken: taken),
      name: name.isEmpty ? address.path : name, home: home, language: feed.language, feeds: [address],
      rules: SiteRules(isFeedOnly: true))
    return Discovery(
      site: site, headlines: feed.items.count, isFeed: true, counts: [address: feed.items.count])
  }

  private func discovery(
    of page: SitePage, _ feeds: FoundFeeds, at address: WebAddress
  ) async -> Discovery {
    // A deep link shows the menu of the whole site: what is followed is the site.
    let isDeep = page.sections.contains { $0.address == address.frontPage }
    let home = isDeep ? address.frontPage ?? address : address
    let feedName = feeds.followed.map(\.feed.title).first { !$0.isEmpty && $0.count <= 60 }
    var site = Site(
      id: SiteNaming.id(for: home, taken: taken), name: page.name ?? feedName ?? home.host, home: home,
      language: page.spokenLanguage,
      timeZone: ZoneLearning.zone(of: page.headlines, feeds: feeds.followed.map(\.feed)),
      sections: page.sections, pages: page.pages)
    FeedLinks.assign(feeds.followed.map(\.address), to: &site)
    let ofSections = await sectionFeeds(of: &site, beside: feeds.followed)
    await leaveOutEmptyArchives(of: &site)
    return Discovery(
      site: site, headlines: page.headlines.count, isFeed: false,
      counts: Dictionary((feeds.followed + ofSections).map { ($0.address, $0.feed.items.count) }) {
        first, _ in
        first
      },
      leftOut: feeds.leftOut)
  }

  /// Hosts that an engine writes before anybody has told it the site's own (RFC 2606, RFC 6761).
  private static let nobodysHosts = ["example.com", "example.org", "example.net", "localhost"]
  private static let nobodysEndings = [".example.com", ".localhost", ".local", ".test", ".invalid"]

  private static func isNobodys(_ host: String) -> Bool {
    nobodysHosts.contains(host) || nobodysEndings.contains(where: host.hasSuffix)
  }

  /// The page that a feed belongs to; not the one of an engine's sample.
  private static func home(of feed: ParsedFeed, at address: WebAddress) -> WebAddress {
    guard let told = feed.home else { return address }
    guard isNobodys(told.host), told.host != address.host, address.scheme != "file" else { return told }
    let hosts = feed.items.compactMap(\.address).filter { $0.host == address.host }
    return (hosts.first ?? address).frontPage ?? address
  }

  // MARK: Feeds

  /// Asks for the feeds that sections have by the engine's habit, and gives them to the sections. A site that makes none
  /// is asked once; one that answers whatever it is asked with the feed of the whole site has none either.
  private func sectionFeeds(of site: inout Site, beside known: [AnsweredFeed]) async -> [AnsweredFeed] {
    guard let main = known.first(where: { site.feeds.contains($0.address) }) else { return [] }
    let aside = Set(site.pages.map(\.address))
    let wanting = site.flatSections.compactMap { _, section -> FoundFeed? in
      guard section.feed == nil, let page = section.address, !aside.contains(page),
        let feed = SectionFeeds.address(beside: page, as: main.address, beside: site.home)
      else { return nil }
      return FoundFeed(address: feed, isStated: false)
    }
    guard let first = wanting.first else { return [] }
    var answered = await living([first])
    guard !answered.isEmpty else { return [] }
    answered += await living(Array(wanting.dropFirst().prefix(FeedLinks.limit)))
    let found = answered.filter { !FeedChoice.isEqual($0, main) && !FeedChoice.isOfComments($0) }
    let home = site.home
    site.giveFeeds { page in
      let feed = SectionFeeds.address(beside: page, as: main.address, beside: home)
      return found.first { $0.address == feed }?.address
    }
    return found
  }

  /// Archives are looked at, few as they are: one that leads to years and months alone is no section.
  private func leaveOutEmptyArchives(of site: inout Site) async {
    var empty: Set<WebAddress> = []
    for (_, section) in site.flatSections
    where section.feed == nil && section.sections.isEmpty && SitePageReader.isArchive(section.title) {
      guard empty.count < Self.mostArchives, let address = section.address, address != site.home,
        case .fetched(let body) = await fetch(address, .page),
        case .page(let page) = SourceReading.read(body, for: site, now: now()),
        page.sectionHeadlines(at: body.address).isEmpty
      else { continue }
      empty.insert(address)
    }
    guard !empty.isEmpty else { return }
    func isWanted(_ section: Section) -> Bool { section.address.map { !empty.contains($0) } ?? true }
    site.sections = site.sections.filter(isWanted).map { section in
      var section = section
      section.sections = section.sections.filter(isWanted)
      return section
    }
  }

  struct FoundFeeds {
    var followed: [AnsweredFeed] = []
    var leftOut: [LeftOutFeed] = []
  }

  /// The feeds that a page or its answer's head names and that answer as feeds; where there is none, those that sites
  /// have by habit.
  private func feeds(of page: SitePage, _ body: FetchedBody) async -> FoundFeeds {
    let text = PageText(Data(), contentType: nil, address: body.address)
    var seen: Set<WebAddress> = []
    let named = (LinkHeader.feeds(in: body.links, of: text) + page.feedLinks).filter {
      seen.insert($0.address).inserted
    }
    var answered = await living(Array(named.prefix(FeedLinks.limit)))
    if answered.isEmpty {
      for address in habits(of: body.address) {
        answered = await living([FoundFeed(address: address, isStated: true)])
        if !answered.isEmpty { break }
      }
    }
    let (followed, leftOut) = FeedChoice.choose(answered, language: page.spokenLanguage)
    return FoundFeeds(followed: followed, leftOut: leftOut)
  }

  /// Below the page that was asked for, then below the site's front page.
  private func habits(of address: WebAddress) -> [WebAddress] {
    guard let front = address.frontPage else { return [] }
    let folder = address.text.prefix { $0 != "?" && $0 != "#" }
    var bases = [front.text]
    if folder.hasSuffix("/"), folder != front.text { bases.insert(String(folder), at: 0) }
    return bases.flatMap { base in FeedLinks.habits.compactMap { WebAddress(base + $0) } }
  }

  private func living(_ found: [FoundFeed]) async -> [AnsweredFeed] {
    await withTaskGroup(of: (Int, ParsedFeed?).self) { group in
      for (index, one) in found.enumerated() {
        group.addTask {
          guard case .fetched(let body) = await fetch(one.address, .feed),
            case .feed(let feed) = SourceReading.read(body, for: nil, now: now()),
            one.isStated || feed.format.isOfNews
          else { return (index, nil) }
          return (index, feed)
        }
      }
      var feeds: [Int: ParsedFeed] = [:]
      for await (index, feed) in group { feeds[index] = feed }
      return found.indices.compactMap { index in
        feeds[index].map { AnsweredFeed(found: found[index], feed: $0) }
      }
    }
  }
}

extension ParsedFeed.Format {
  /// Whether it is made to be followed: a site map or an answer to a program is, when it is asked for by name.
  fileprivate var isOfNews: Bool {
    switch self {
    case .rss, .rdf, .atom, .jsonFeed: true
    case .sitemap, .wordPress: false
    }
  }
}

extension WebAddress {
  /// The front page of the address's host; `nil` for files.
  var frontPage: WebAddress? {
    guard scheme != "file" else { return nil }
    let authority = text.dropFirst(scheme.count + 3).prefix { !"/?#".contains($0) }
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
