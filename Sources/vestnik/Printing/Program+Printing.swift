import DemoEdition
import Foundation
import NewsCache
import NewsModel
import Newsroom
import Phrases
import Reader
import ReaderDesk
import Threads

extension Program {
  /// Follows the embedded site and reads its headlines, where an earlier start has not.
  func followDemo() throws {
    let desk = newsroom
    let sources = desk.followed.flatMap(\.sources)
    guard sources.isEmpty || sources.contains(where: { desk.record(of: $0).lastSuccess == nil }) else {
      return
    }
    let refusal = AsyncBridge.wait { () -> DiscoveryFailure? in
      switch await desk.discover(EchoSite.standardHome) {
      case .failure(let failure): return failure
      case .success(let found):
        try? desk.follow(found.site)
        _ = await desk.refresh(.everything)
        return nil
      }
    }
    if let refusal { throw ProgramFailure(Problem(refusal)) }
  }

  /// Opens the reader on the embedded site; its texts are fetched while its headlines are looked at.
  func openDemo(_ start: ReaderStart) throws {
    let desk = newsroom
    Task.detached(executorPreference: WorkerThreads.shared) {
      _ = await desk.refresh(.everything, texts: AheadBudget())
    }
    try openReader(start)
  }

  /// Headlines as text, for pipes: a site's front page, or a section.
  func printHeadlines(site: Site?, section: (Site, SectionID)?) throws {
    let sites = newsroom.followed
    guard !sites.isEmpty else { throw ProgramFailure(.noSites) }
    do {
      if let section {
        Output.line(section.1.rawValue)
        for listed in try newsroom.newest(site: section.0.id, section: section.1, limit: 100) {
          Output.line(row(of: listed))
        }
        return
      }
      let names = SiteNames.distinct(sites)
      for followed in site.map({ [$0] }) ?? SiteNames.filed(sites) {
        Output.line(names[followed.id] ?? followed.name)
        for listed in try newsroom.newest(site: followed.id, section: nil, limit: 100) {
          Output.line(row(of: listed))
        }
      }
    } catch { throw ProgramFailure(Problem(error)) }
  }

  /// Articles as rows for people, or as JSON Feed.
  func printArticles(title: String, json: Bool, _ load: () throws -> [ListedArticle]) throws {
    let listed: [ListedArticle]
    do { listed = try load() } catch let error as CacheError { throw ProgramFailure(Problem(error)) }
    if json {
      try JSONOutput.print(JSONFeed(title: title, items: listed.map { JSONFeedItem($0) }))
      return
    }
    if listed.isEmpty { Output.error(whyNothingIsListed()) }
    let names = names(among: listed)
    for article in listed { Output.line(row(of: article, source: names[article.article.site])) }
  }

  /// What to do about an empty list: follow something, fetch it, or ask for less.
  private func whyNothingIsListed() -> String {
    if newsroom.followed.isEmpty { return phrases.sentence(for: .noSites) }
    let hasArticles = (try? newsroom.articles(ArticleQuery(limit: 1)).isEmpty) == false
    return phrases[hasArticles ? .cliNothingListed : .cliNothingFetched]
  }

  /// What a search found, with the words around each hit.
  func printHits(of words: String, site: Site?, since: Date?, limit: Int, json: Bool) throws {
    do {
      let results = try newsroom.search(
        words, site: site?.id, since: since, timeZone: phrases.timeZone, limit: limit)
      let reading = results.reading?.text
      let misread = CleanText.line(results.misread.joined(separator: ", "))
      let complaint = misread.isEmpty ? nil : phrases.text(.cliMisread, ["words": misread])
      if let complaint { Output.error(complaint) }
      if json {
        var feed = JSONFeed(
          title: words, items: results.hits.map { JSONFeedItem($0.listed, snippet: $0.snippet) })
        feed.vestnik.searched = reading
        feed.vestnik.warnings += complaint.map { [$0] } ?? []
        try JSONOutput.print(feed)
        return
      }
      if let reading { Output.line(phrases.text(.cliSearchedInstead, ["words": reading])) }
      if results.hits.isEmpty {
        Output.line(phrases.text(.cliNothingFound, ["words": CleanText.line(words)]))
      }
      let names = names(among: results.hits.map(\.listed))
      for hit in results.hits {
        Output.line(row(of: hit.listed, source: names[hit.listed.article.site]))
        if !hit.snippet.isEmpty { Output.line("        \(hit.snippet)") }
      }
    } catch let error as CacheError { throw ProgramFailure(Problem(error)) }
  }

  /// What the sites of articles are called, where these are of several.
  private func names(among listed: [ListedArticle]) -> [SiteID: String] {
    Set(listed.map(\.article.site)).count > 1 ? SiteNames.distinct(newsroom.followed) : [:]
  }

  /// One article on one line: number, unread mark, when, title, and where it is from if that is told.
  private func row(of listed: ListedArticle, source: String? = nil) -> String {
    let number = listed.id.description
    let mark = listed.status.isRead ? " " : "●"
    let padding = String(repeating: " ", count: max(0, 6 - number.count))
    let moment = phrases.moment(listed.article.date, isDayOnly: listed.article.isDayOnly)
    return "\(padding)\(number) \(mark) \(moment)  \(listed.article.title)\(source.map { " · \($0)" } ?? "")"
  }

  /// Each source of a site with how it answered last, when, how much it sent, and when it may be asked again.
  func sourceLines(of site: Site) -> [String] {
    let now = newsroom.now()
    return site.sources.map { source in
      let record = newsroom.record(of: source)
      var facts: [String] = []
      if let failure = record.failure {
        facts.append(phrases.sentence(for: Problem(failure, at: source.address)))
      }
      if let until = record.notBefore {
        facts.append(phrases.text(.notBefore, ["time": phrases.shortAge(of: until, now: now)]))
      }
      if let asked = record.lastAsked, record.failure != nil { facts.append(phrases.moment(asked)) }
      if let success = record.lastSuccess {
        facts.append(
          record.failure == nil
            ? phrases.moment(success) : phrases.text(.answered, ["age": phrases.age(of: success, now: now)]))
        facts.append(phrases.size(bytes: record.wireBytes))
      }
      if let address = record.movedTo { facts.append(phrases.text(.movedTo, ["address": address.text])) }
      if facts.isEmpty { facts.append(phrases[.cliNeverAsked]) }
      return "\(source.address.text)  \(facts.joined(separator: " · "))"
    }
  }
}
