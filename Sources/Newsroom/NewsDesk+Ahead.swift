import Fetching
import Foundation
import NewsCache
import NewsModel

extension NewsDesk {
  /// Pages and pictures under way at a time; what the transport lets through at once is its own affair.
  private static let aheadConcurrency = 16
  /// More articles than this are left for the next time.
  private static let longestJourney = 5000
  /// Of so many of the newest articles the pictures are fetched too.
  private static let picturedArticles = 300
  /// Of one article at most.
  private static let picturesOfArticle = 8

  /// Fetches the full texts of what is unread and not yet here, the newest first, then the newest articles' pictures,
  /// within a budget. What a break or the budget left out is fetched the next time; a page that gave no text waits
  /// longer from time to time.
  package func fetchAhead(
    of sites: [SiteID], within budget: AheadBudget,
    progress: @escaping @Sendable (AheadReport) -> Void = { _ in }
  ) async -> AheadReport {
    var report = AheadReport()
    let wanted = await work.run {
      (try? cache.articlesWithoutDocument(sites: sites, now: now(), limit: Self.longestJourney)) ?? []
    }
    let rules = Dictionary(self.sites.sites().map { ($0.id, $0) }) { first, _ in first }
    let pages = wanted.compactMap { listed in
      listed.article.address.map {
        AheadJob(address: $0, article: listed.article, site: rules[listed.article.site])
      }
    }
    await fetch(pages, within: budget, into: &report, progress: progress) { job, limit in
      guard let article = job.article else { return .passed }
      switch await fetchPage(of: article, site: job.site, limitBytes: limit, priority: .ahead) {
      case .success(let page):
        return .fetched(bytes: page.wireBytes)
      case .failure(let failure):
        let isBudgets = failure.isTooLarge && limit < bodyLimit
        if !isBudgets, failure.isPagesOwn {
          await work.run { try? cache.notePageFailure(of: article.id, now: now()) }
        }
        return .failed(failure)
      }
    } count: {
      $0.texts += 1
    }
    let pictured = await work.run { missingPictures(of: sites) }
    await fetch(pictured, within: budget, into: &report, progress: progress) { job, limit in
      let request = FetchRequest(
        address: job.address, limitBytes: min(limit, PictureStore.limitBytes), priority: .ahead)
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

  /// Runs jobs side by side until they, the budget or the task end.
  private func fetch(
    _ jobs: [AheadJob], within budget: AheadBudget, into report: inout AheadReport,
    progress: @escaping @Sendable (AheadReport) -> Void,
    _ work: @escaping @Sendable (AheadJob, _ limit: Int) async -> AheadResult,
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
          let left = budget.bytes - report.wireBytes
          guard let job = turns.next() else { return }
          guard left > 0 else {
            report.isBudgetSpent = true
            isOver = true
            return
          }
          group.addTask { (job, await work(job, min(bodyLimit, left))) }
          running += 1
        }
      }
      start()
      for await (job, result) in group {
        running -= 1
        turns.finish(job)
        switch result {
        case .passed: break
        case .fetched(let bytes):
          report.wireBytes += bytes
          count(&report)
          verdicts.note(nil, at: job.address)
        case .failed(let failure):
          guard case .fetch(let reason, _) = failure else { break }
          if reason == .offline { isOver = true }
          verdicts.note(.fetch(reason), at: job.address)
          if verdicts.reasonToStop(at: job.address) != nil { _ = turns.drop(serverOf: job.address) }
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
  fileprivate var isTooLarge: Bool { if case .fetch(.tooLarge, _) = self { true } else { false } }

  /// Whether the page, and not the network or we ourselves, is to blame.
  fileprivate var isPagesOwn: Bool {
    switch self {
    case .noText, .fetch(.status, _), .fetch(.tooLarge, _), .fetch(.tooManyRedirects, _), .fetch(.garbled, _),
      .fetch(.forbiddenRedirect, _), .fetch(.empty, _), .fetch(.browserCheck, _), .fetch(.stalled, _),
      .fetch(.timedOut, _), .fetch(.interrupted, _):
      true
    default: false
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
