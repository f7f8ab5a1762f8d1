import Foundation
import NewsCache
import NewsModel
import Newsroom
import Phrases
import Reader
import ReaderApp

/// The newsroom in the reader's words: what the reader's effects ask for.
package struct DeskService: NewsService {
  private static let topLength = 10
  private static let hitLimit = 60

  let desk: NewsDesk
  let phrases: Phrasebook
  /// When the reader was closed the last time; what came since is new.
  let lastVisit: Date?
  let mutes: MuteList
  private let mutedFile: String

  /// - Parameters:
  ///   - lastVisit: when the reader was closed the last time; what came since is new.
  ///   - mutes: what is not shown.
  ///   - mutedFile: where that is kept, for complaints.
  package init(
    desk: NewsDesk, phrases: Phrasebook, lastVisit: Date?, mutes: MuteList, mutedFile: String = ""
  ) {
    self.desk = desk
    self.phrases = phrases
    self.lastVisit = lastVisit
    self.mutes = mutes
    self.mutedFile = mutedFile
  }

  package func observe(_ changed: @escaping @Sendable () -> Void) -> any ArchiveObservation {
    desk.watch(changed)
  }

  package func sites() async -> [Site] { SiteNames.filed(desk.freshlyFollowed) }

  package func siteNews() async -> [SiteID: SiteNews] {
    let records = (try? desk.siteRecords()) ?? [:]
    return records.mapValues {
      SiteNews(unread: $0.unread, refreshed: $0.refreshed, failing: $0.failing)
    }
  }

  package func edition(of site: SiteID) async -> Edition {
    do throws(CacheError) {
      let known = try desk.front(of: site, mutes: mutes)
      return Edition(
        front: known.front, refreshed: known.refreshed, articles: try desk.counted(known.articles),
        unread: known.unread,
        unreadTotal: known.unreadTotal)
    } catch {
      return Edition(problem: Problem(error))
    }
  }

  package func top(of site: SiteID) async -> Listing {
    do throws(CacheError) {
      return try listing(try desk.top(site: site, since: nil, limit: Self.topLength), namesSites: false)
    } catch { return Listing(problem: Problem(error)) }
  }

  package func beside(_ article: ArticleID) async -> Beside {
    guard let listed = try? desk.article(article), let found = try? desk.beside(listed) else {
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
    let results: SearchResults
    do throws(CacheError) {
      results = try desk.search(
        query.text, site: query.site, isTyping: true, timeZone: phrases.timeZone, limit: Self.hitLimit)
    } catch { return Finding(problem: Problem(error)) }
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
    return SiteNames.filed(desk.followed).filter { site == nil || $0.id == site }.flatMap { followed in
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

  package func mark(_ articles: [ArticleID], _ mark: Mark) async -> Problem? {
    do {
      try desk.mark(articles, mark, origin: .reader)
      return nil
    } catch { return Problem(error) }
  }

  package func markAllRead(_ site: SiteID, section: SectionID?) async -> MarkingAnswer {
    do {
      return .marked(try desk.markAllRead(site: site, section: section))
    } catch { return .failed(Problem(error)) }
  }

  package func savePosition(_ position: Int, in article: ArticleID) async -> Problem? {
    do {
      try desk.keepPosition(position, in: article)
      return nil
    } catch { return Problem(error) }
  }

  package func mute(_ rule: MuteRule) async -> Problem? {
    do {
      try mutes.add(rule)
      return nil
    } catch { return Problem(muting: error, file: mutedFile) }
  }

  package func unmute(_ rule: MuteRule) async -> Problem? {
    do {
      try mutes.remove(rule)
      return nil
    } catch { return Problem(muting: error, file: mutedFile) }
  }

  private var siteNames: [SiteID: String] {
    SiteNames.distinct(desk.followed)
  }

  func listing(_ listed: [ListedArticle], namesSites: Bool) throws(CacheError) -> Listing {
    let names = namesSites ? siteNames : [:]
    let shown = try desk.counted(listed.filter(mutes.shows))
    return Listing(stories: shown.map { Story($0, source: names[$0.article.site]) }, articles: shown)
  }
}

extension CacheWatch: ArchiveObservation {}
