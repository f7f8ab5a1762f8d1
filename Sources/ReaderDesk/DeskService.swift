import Configuration
import Foundation
import NewsCache
import NewsModel
import Newsroom
import Phrases
import Reader
import ReaderApp

/// The newsroom in the reader's words: what the reader's effects ask for.
package struct DeskService: NewsService {
  /// How many rows a list has at the most.
  private static let listLength = 500
  private static let topLength = 10
  private static let hitLimit = 60
  private static let tickerLength = 4

  let desk: NewsDesk
  let phrases: Phrasebook
  /// When the reader was closed the last time; what came since is new.
  let lastVisit: Date?
  let mutes: MuteList

  /// - Parameters:
  ///   - lastVisit: when the reader was closed the last time; what came since is new.
  ///   - mutes: what is not shown.
  package init(desk: NewsDesk, phrases: Phrasebook, lastVisit: Date?, mutes: MuteList) {
    self.desk = desk
    self.phrases = phrases
    self.lastVisit = lastVisit
    self.mutes = mutes
  }

  package func observe(_ changed: @escaping @Sendable () -> Void) -> any ArchiveObservation {
    desk.cache.watch(changed)
  }

  package func sites() async -> [Site] { SiteNames.filed(desk.sites.freshSites()) }

  package func siteNews() async -> [SiteID: SiteNews] {
    let unread = (try? desk.cache.unreadCounts()) ?? [:]
    let asked = (try? desk.cache.lastSuccesses()) ?? [:]
    let failing = (try? desk.cache.failures(among: desk.sites.sites().flatMap(\.sources))) ?? [:]
    let known = Set(unread.keys).union(asked.keys).union(failing.keys)
    return Dictionary(
      uniqueKeysWithValues: known.map {
        ($0, SiteNews(unread: unread[$0] ?? 0, refreshed: asked[$0], failing: failing[$0] ?? 0))
      })
  }

  package func edition(of site: SiteID) async -> Edition {
    guard let followed = desk.sites.sites().first(where: { $0.id == site }) else { return Edition() }
    do throws(CacheError) {
      guard !mutes.hides(site) else { return Edition(refreshed: lastSuccess(of: site)) }
      let kept = try desk.cache.front(of: site)
      let (front, articles) =
        if let kept { try told(kept.page, by: followed) } else { try made(of: followed) }
      return Edition(
        front: front, refreshed: lastSuccess(of: site) ?? kept?.seen,
        articles: articles, unread: try desk.cache.unreadCounts(site: site),
        unreadTotal: try desk.cache.unreadCount(site: site))
    } catch {
      return Edition(problem: Problem(error))
    }
  }

  /// The front page that a site has, and the kept articles that it leads to.
  private func told(_ page: FrontPage, by site: Site) throws(CacheError) -> (FrontPage, [ListedArticle]) {
    let headlines = page.blocks.flatMap(\.headlines) + page.ticker + page.top
    var articles = try desk.articles(behind: headlines, site: site.id)
    let kept = Dictionary(
      articles.compactMap { listed in listed.article.address.map { ($0.withoutFragment, listed) } }
    ) { first, _ in first }
    var front = page.withHeadlines { headlines in
      headlines.compactMap { headline in
        guard let listed = kept[headline.address.withoutFragment] else {
          let sections = site.section(titled: headline.section).map { [$0] } ?? []
          return mutes.shows(headline.title, site: site.id, sections: sections) ? headline : nil
        }
        guard mutes.shows(listed) else { return nil }
        // Beside a headline pages print a day at best: an article tells the moment.
        var headline = headline
        if let moment = listed.article.published {
          (headline.published, headline.isDayOnly) = (moment, listed.article.isDayOnly)
        }
        return headline
      }
    }
    front.blocks.removeAll { block in
      site.section(titled: block.title).map { mutes.hides($0, of: site.id) } ?? false
    }
    // Where the page has no line that moves, the newest headlines are one.
    if front.ticker.isEmpty {
      let newest = try desk.newest(site: site.id, section: nil, limit: 20).filter(mutes.shows)
      front.ticker = Array(newest.compactMap { Headline($0) }.prefix(Self.tickerLength))
      articles += newest
    }
    return (front, articles)
  }

  /// The front page of a site that has none of its own, a block a section, or all its newest articles; and these.
  private func made(of site: Site) throws(CacheError) -> (FrontPage, [ListedArticle]) {
    var articles = try desk.newest(site: site.id, section: nil, limit: 30).filter(mutes.shows)
    let headlines = articles.compactMap { Headline($0) }
    var blocks: [FrontPage.Block] = []
    for (id, section) in site.flatSections where !mutes.hides(id, of: site.id) {
      let listed = try desk.newest(site: site.id, section: id, limit: 5).filter(mutes.shows)
      let told = listed.compactMap { Headline($0) }
      guard !told.isEmpty else { continue }
      blocks.append(FrontPage.Block(title: section.title, address: section.address, headlines: told))
      articles += listed
    }
    if blocks.isEmpty { blocks = [FrontPage.Block(title: site.name, headlines: headlines)] }
    return (FrontPage(ticker: Array(headlines.prefix(Self.tickerLength)), blocks: blocks), articles)
  }

  package func listing(_ query: ListQuery, order: ListOrder) async -> Listing {
    let listed: [ListedArticle]
    switch query {
    case .section(let site, let section):
      listed = (try? desk.newest(site: site, section: section, limit: Self.listLength)) ?? []
    case .site(let site): listed = (try? desk.newest(site: site, section: nil, limit: Self.listLength)) ?? []
    case .saved: listed = (try? desk.saved(limit: Self.listLength)) ?? []
    case .sinceLastVisit:
      listed = (try? desk.top(site: nil, since: lastVisit ?? .distantPast, limit: Self.listLength)) ?? []
    }
    let isMixed = query == .saved || query == .sinceLastVisit
    return listing(ordered(listed, by: order, keeps: query == .sinceLastVisit), namesSites: isMixed)
  }

  private func ordered(_ listed: [ListedArticle], by order: ListOrder, keeps: Bool) -> [ListedArticle] {
    switch order {
    case .newest: listed
    case .oldest: listed.reversed()
    case .top: keeps ? listed : desk.ranked(listed)
    case .unreadFirst: listed.filter { !$0.status.isRead } + listed.filter(\.status.isRead)
    }
  }

  package func top(of site: SiteID) async -> Listing {
    listing((try? desk.top(site: site, since: nil, limit: Self.topLength)) ?? [], namesSites: false)
  }

  package func beside(_ article: ArticleID) async -> Beside {
    guard let listed = try? desk.cache.article(article), let found = try? desk.beside(listed) else {
      return Beside()
    }
    let site = listed.article.site
    let related = found.related.filter { line in
      line.listed.map(mutes.shows) ?? mutes.shows(line.headline.title, site: site)
    }
    .map { line -> Story in
      guard let kept = line.listed else { return Story(line.headline, site: site) }
      return Story(kept)
    }
    let kept = (try? desk.articles(behind: found.topHeadlines, site: site)) ?? []
    let byAddress = Dictionary(kept.compactMap { listed in listed.article.address.map { ($0, listed) } }) {
      a, _ in a
    }
    let shown = found.topHeadlines.filter { mutes.shows($0.title, site: site) }.map { headline in
      // What is kept knows its date to the minute.
      byAddress[headline.address].map { Story($0) } ?? Story(headline, site: site)
    }
    return Beside(
      related: related, top: shown + found.topArticles.filter(mutes.shows).map { Story($0) },
      articles: found.related.compactMap(\.listed) + kept + found.topArticles)
  }

  package func search(_ query: Reader.SearchQuery) async -> Finding {
    guard
      let results = try? desk.search(
        query.text, site: query.site, isTyping: true, timeZone: phrases.timeZone, limit: Self.hitLimit)
    else { return Finding() }
    let names = siteNames
    let hits = results.hits.map { hit in
      FoundStory(
        story: Story(hit.listed, source: names[hit.listed.article.site]), snippet: hit.snippet,
        matches: hit.snippetHits)
    }
    return Finding(
      hits: hits, articles: results.hits.map(\.listed), reading: results.reading?.text,
      misread: results.misread)
  }

  package func sources(of site: SiteID?) async -> [SourceReport] {
    let names = siteNames
    return SiteNames.filed(desk.sites.sites()).filter { site == nil || $0.id == site }.flatMap { followed in
      followed.sources.map { source in
        let record = desk.record(of: source)
        return SourceReport(
          source: source, siteName: names[followed.id] ?? followed.name, folder: followed.folder,
          lastSuccess: record.lastSuccess, articles: record.articles,
          problem: record.failure.map { Problem($0, at: source.address) }, notBefore: record.notBefore,
          wireBytes: record.wireBytes)
      }
    }
  }

  package func picture(at address: WebAddress) async -> Data? { await desk.picture(address) }

  package func setStatus(of articles: [ArticleID], read: Bool?, saved: Bool?) async -> Problem? {
    do {
      try desk.cache.setStatus(articles, read: read, saved: saved)
      return nil
    } catch { return Problem(error) }
  }

  package func markRead(_ site: SiteID, section: SectionID?) async -> Problem? {
    do {
      try desk.markRead(site: site, section: section)
      return nil
    } catch { return Problem(error) }
  }

  package func savePosition(_ position: Int, in article: ArticleID) async {
    try? desk.cache.setPosition(article, position)
  }

  package func mute(_ rule: MuteRule) async -> Problem? {
    do throws(MuteFile.Refusal) {
      try mutes.add(rule)
      return nil
    } catch { return Problem(error, path: mutes.path) }
  }

  package func unmute(_ rule: MuteRule) async -> Problem? {
    do throws(MuteFile.Refusal) {
      try mutes.remove(rule)
      return nil
    } catch { return Problem(error, path: mutes.path) }
  }

  private var siteNames: [SiteID: String] {
    SiteNames.distinct(desk.sites.sites())
  }

  private func listing(_ listed: [ListedArticle], namesSites: Bool) -> Listing {
    let names = namesSites ? siteNames : [:]
    let shown = listed.filter(mutes.shows)
    return Listing(stories: shown.map { Story($0, source: names[$0.article.site]) }, articles: shown)
  }

  private func lastSuccess(of site: SiteID) -> Date? { desk.lastSuccess(of: site) }
}

extension Headline {
  /// A kept article as a line of a page; `nil` for one without an address.
  fileprivate init?(_ listed: ListedArticle) {
    guard let address = listed.article.address else { return nil }
    self.init(
      title: listed.article.title, address: address, published: listed.article.date,
      isDayOnly: listed.article.isDayOnly,
      summary: listed.article.summary.isEmpty ? nil : listed.article.summary)
  }
}

extension CacheWatch: ArchiveObservation {}
