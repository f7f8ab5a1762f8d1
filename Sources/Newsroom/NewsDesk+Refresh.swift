import Fetching
import Foundation
import NewsCache
import NewsModel

extension NewsDesk {
  /// Sources asked at a time; what the transport lets through at once is its own affair.
  private static let concurrency = 16

  /// Asks every source of a scope and keeps what is new; each source is one transaction.
  ///
  /// Cancelling the task ends it early: what was stored stays, what was not asked is not asked.
  /// Sources that failed wait before they are asked again, unless a site or a section is asked for by name.
  /// - Parameter fullText: also fetches the full texts of the new articles.
  /// - Parameter progress: called after every source, on no particular thread.
  package func refresh(
    _ scope: RefreshScope, fullText: Bool = false,
    progress: @escaping @Sendable (RefreshProgress) -> Void = { _ in }
  ) async -> RefreshSummary {
    let jobs = jobs(of: scope)
    var summary = RefreshSummary()
    var report = RefreshProgress(total: jobs.count)
    var waiting: [SourceJob] = []
    progress(report)
    await withTaskGroup(of: (SourceJob, SourceOutcome).self) { group in
      var next = jobs.makeIterator()
      func start() {
        guard !Task.isCancelled, let job = next.next() else { return }
        waiting.append(job)
        group.addTask { (job, await refresh(job, isForced: scope != .everything)) }
      }
      for _ in 0..<Self.concurrency { start() }
      for await (job, outcome) in group {
        waiting.removeAll { $0 == job }
        summary.outcomes.append(outcome)
        log(outcome)
        report.add(outcome, waitingFor: waiting.map(\.source.address.host))
        progress(report)
        start()
      }
    }
    summary.wasCancelled = Task.isCancelled
    let wanting = Set(jobs.filter { fullText || $0.site.fullText }.map(\.site.id))
    if !summary.wasCancelled, !wanting.isEmpty { summary.documents = await fetchTexts(of: wanting) }
    // With the texts at hand, what tells of one happening is told apart best.
    if !summary.wasCancelled { await work.run { try? groupEvents() } }
    return summary
  }

  private func jobs(of scope: RefreshScope) -> [SourceJob] {
    let all = sites.sites().flatMap { site in site.sources.map { SourceJob(site: site, source: $0) } }
    switch scope {
    case .everything: return all
    case .site(let id): return all.filter { $0.site.id == id }
    case .section(let id, let section):
      return all.filter { job in
        guard job.site.id == id, let own = job.source.section else { return false }
        return own == section || own.rawValue.hasPrefix(section.rawValue + "/")
      }
    }
  }

  /// The texts of what is unread and not yet here, newest first.
  private func fetchTexts(of sites: Set<SiteID>) async -> Int {
    let wanted = await work.run {
      sites.flatMap { site in
        (try? cache.articles(ArticleQuery(site: site, isUnread: true, limit: 500))) ?? []
      }
    }
    .filter { !$0.article.hasDocument && $0.article.address != nil }
    return await withTaskGroup(of: Bool.self) { group in
      var next = wanted.makeIterator()
      func start() {
        guard !Task.isCancelled, let listed = next.next() else { return }
        group.addTask { await fetchDocument(of: listed.article, priority: .ahead).isSuccess }
      }
      for _ in 0..<Self.concurrency { start() }
      var count = 0
      for await isFetched in group {
        if isFetched { count += 1 }
        start()
      }
      return count
    }
  }
}

/// A source with the site it belongs to.
struct SourceJob: Hashable, Sendable {
  let site: Site
  let source: Source
}

extension RefreshProgress {
  fileprivate mutating func add(_ outcome: SourceOutcome, waitingFor hosts: [String]) {
    done += 1
    if case .read(let new, _) = outcome.result { newArticles += new }
    if case .failed = outcome.result { failures += 1 }
    var seen: Set<String> = []
    waitingFor = Array(hosts.filter { seen.insert($0).inserted }.prefix(3))
  }
}

extension Result {
  fileprivate var isSuccess: Bool { if case .success = self { true } else { false } }
}
