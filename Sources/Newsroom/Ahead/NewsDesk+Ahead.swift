import Fetching
import Foundation
import NewsCache
import NewsModel

extension NewsDesk {
  /// Pages and pictures under way at a time; what the transport lets through at once is its own affair.
  private static let aheadConcurrency = 16
  /// What a page is thought to cost before any came.
  private static let usualPageBytes = 30_000
  /// More articles than this are left for the next time.
  private static let longestJourney = 5000
  /// Of so many of the newest articles the pictures are fetched too.
  private static let picturedArticles = 300
  /// Of one article at most.
  private static let picturesOfArticle = 8

  /// Fetches the full texts of what is unread and not yet here, or here from before its headline was corrected, the
  /// newest first, then the newest articles' pictures, within a budget. What a break or the budget left out is
  /// fetched the next time; a page that gave no text waits longer from time to time.
  package func fetchAhead(
    of sites: [SiteID], within budget: AheadBudget,
    progress: @escaping @Sendable (AheadReport) -> Void = { _ in }
  ) async -> AheadReport {
    var report = AheadReport()
    let wanted = await work.read {
      (try? cache.articlesWantingText(sites: sites, now: now(), limit: Self.longestJourney)) ?? []
    }
    let rules = Dictionary(self.sites.sites().map { ($0.id, $0) }) { first, _ in first }
    let pages = wanted.compactMap { listed in
      listed.article.address.map {
        AheadJob(address: $0, article: listed.article, site: rules[listed.article.site])
      }
    }
    report.wanted = pages.count
    await fetch(pages, within: budget, into: &report, progress: progress) { job in
      // Another process may have brought it meanwhile.
      guard let article = job.article, await self.work.read({ (try? cache.wantsText(article.id)) ?? true })
      else {
        return .passed
      }
      switch await fetchText(of: article, site: job.site) {
      case .success(let page): return .fetched(bytes: page.wireBytes)
      case .failure(let failure): return .failed(failure)
      }
    } count: {
      $0.texts += 1
    }
    let pictured = await work.read { missingPictures(of: sites) }
    await fetch(pictured, within: budget, into: &report, progress: progress) { job in
      let request = FetchRequest(
        address: job.address, limitBytes: PictureStore.limitBytes, wanted: .picture, priority: .ahead)
      switch await transport.fetch(request) {
      case .fetched(let body):
        await work.run { pictures.keep(body.bytes, of: job.address) }
        return .fetched(bytes: body.wireBytes)
      case .notModified: return .passed
      case .failed(let failure): return .failed(.fetch(failure, job.address))
      }
    } count: {
      $0.pictures += 1
    }
    return report
  }

  /// Fetches one article's text, unless it is here, from no earlier than its last correction, or its page lately gave
  /// none.
  /// - Returns: whether there is a text here now.
  package func fetchSoon(_ article: Article) async -> Bool {
    let (isWanted, mayAsk) = await work.read {
      (
        (try? cache.wantsText(article.id)) ?? !article.hasDocument,
        (try? cache.mayAskPage(of: article.id, now: now())) ?? false
      )
    }
    guard isWanted else { return true }
    guard mayAsk, !isOffline else { return article.hasDocument }
    let site = sites.site(article.site)
    if case .success = await fetchText(of: article, site: site) { return true }
    return article.hasDocument
  }

  private func fetchText(of article: Article, site: Site?) async -> Result<ReadPage, OpeningFailure> {
    let result = await fetchPage(of: article, site: site, priority: .ahead)
    if case .failure(let failure) = result, failure.isPagesOwn {
      await work.run { try? cache.notePageFailure(of: article.id, now: now()) }
    }
    return result
  }

  /// Runs jobs side by side until they, the budget or the task end.
  private func fetch(
    _ jobs: [AheadJob], within budget: AheadBudget, into report: inout AheadReport,
    progress: @escaping @Sendable (AheadReport) -> Void,
    _ work: @escaping @Sendable (AheadJob) async -> AheadResult,
    count: (inout AheadReport) -> Void
  ) async {
    guard !jobs.isEmpty else { return }
    var turns = HostTurns(jobs)
    var verdicts = HostVerdicts()
    await withTaskGroup(of: (AheadJob, AheadResult).self) { group in
      var running = 0
      var isOver = false
      func start() {
        while running < Self.aheadConcurrency, !isOver, !Task.isCancelled {
          // What is under way will cost about what the others did.
          let known = report.texts + report.pictures
          let usual = known > 0 ? report.wireBytes / known : Self.usualPageBytes
          if running > 0, report.wireBytes + running * usual >= budget.bytes { return }
          guard let job = turns.next() else { return }
          guard report.wireBytes < budget.bytes else {
            report.isBudgetSpent = true
            isOver = true
            return
          }
          group.addTask(executorPreference: self.work.executor) { (job, await work(job)) }
          running += 1
        }
      }
      start()
      for await (job, result) in group {
        running -= 1
        turns.finish(job)
        switch result {
        case .passed: if job.article != nil { report.wanted -= 1 }
        case .fetched(let bytes):
          report.wireBytes += bytes
          count(&report)
          verdicts.note(nil, at: job.address)
        case .failed(let failure):
          if job.article != nil { report.miss(failure, at: job.address) }
          guard case .fetch(let reason, _) = failure else { break }
          if reason == .offline {
            isOver = true
            // Without a network nobody else is asked; what the budget left out would not have been anyway.
            if !report.isBudgetSpent { report.missing += turns.dropAll().count { $0.article != nil } }
          }
          verdicts.note(.fetch(reason), at: job.address)
          guard verdicts.reasonToStop(at: job.address) != nil else { break }
          report.missing += turns.drop(serverOf: job.address).count { $0.article != nil }
        }
        progress(report)
        start()
      }
    }
  }

  /// The pictures of the newest unread articles whose texts are here, each once, that are not kept yet.
  private func missingPictures(of sites: [SiteID]) -> [AheadJob] {
    guard pictures.isKeeping else { return [] }
    var seen: Set<WebAddress> = []
    var jobs: [AheadJob] = []
    for site in sites {
      let query = ArticleQuery(
        site: site, isUnread: true, hasDocument: true, limit: Self.picturedArticles)
      for listed in (try? cache.articles(query)) ?? [] {
        let inText = (try? cache.document(listed.id))?.map(\.pictures) ?? []
        for address in ([listed.article.picture].compactMap(\.self) + inText).prefix(Self.picturesOfArticle)
        where seen.insert(address).inserted && !pictures.holds(address) {
          jobs.append(AheadJob(address: address))
        }
      }
    }
    return jobs
  }
}

/// A page or a picture that nobody asked for yet.
private struct AheadJob: AddressedJob, Sendable {
  let address: WebAddress
  var article: Article?
  var site: Site?
}

private enum AheadResult: Sendable {
  case fetched(bytes: Int)
  case failed(OpeningFailure)
  case passed
}

extension OpeningFailure {
  /// Whether the page, and not the network or we ourselves, is to blame.
  fileprivate var isPagesOwn: Bool {
    switch self {
    case .noText, .notText: true
    case .fetch(let failure, _): failure.has(.isPagesOwn)
    case .noSuchArticle, .noPage, .cache: false
    }
  }
}

extension ArticleDocument {
  /// The addresses of the pictures in the text, in order.
  fileprivate var pictures: [WebAddress] {
    blocks.compactMap { block in
      if case .figure(let figure) = block { figure.picture } else { nil }
    }
  }
}
