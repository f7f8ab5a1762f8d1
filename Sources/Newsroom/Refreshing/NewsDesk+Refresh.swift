import Foundation
import NewsCache
import NewsModel
import Synchronization

extension NewsDesk {
  /// Asks every source of a scope and keeps what is new; each source is one transaction.
  ///
  /// Cancelling the task ends it early: what was stored stays, what was not asked is not asked.
  /// Sources that failed wait before they are asked again, unless a site or a section is asked for by name; what a
  /// server wished (`Retry-After`, 410) holds even then.
  /// - Parameter texts: also fetches full texts ahead of time, within its budget; `nil`: only for sites that are set so.
  /// - Parameter progress: called after every source, on no particular thread.
  package func refresh(
    _ scope: RefreshScope, texts: AheadBudget? = nil,
    progress: @escaping @Sendable (RefreshProgress) -> Void = { _ in }
  ) async -> RefreshSummary {
    let jobs = jobs(of: scope)
    let last = Mutex(RefreshProgress(total: jobs.count))
    var summary = await ask(jobs, isForced: scope != .everything) { step in
      last.withLock { $0 = step }
      progress(step)
    }
    let wanting = jobs.filter { texts != nil || $0.site.fullText }.map(\.site)
    if !summary.wasCancelled, summary.obstacle == nil, !wanting.isEmpty {
      let asked = last.withLock { $0 }
      summary.ahead = await fetchAhead(of: wanting.map(\.id), within: texts ?? AheadBudget()) { report in
        var step = asked
        step.ahead = report
        progress(step)
      }
      summary.wasCancelled = Task.isCancelled
    }
    // With the texts at hand, what tells of one happening is told apart best.
    if !summary.wasCancelled, summary.hasBroughtAnything { await work.run { try? groupEvents() } }
    (summary.clock, summary.ended) = (clock.verdict, clock.wall)
    if !summary.wasCancelled, summary.obstacle == nil, scope == .everything {
      let isFuller = summary.hasBroughtAnything
      summary.oldArticles = await work.run {
        let left = try? pruneSome()
        if isFuller { try? cache.tidy() }
        return left ?? 0
      }
      await renewIndex(within: Self.renewalAfterRefresh)
    }
    return summary
  }

  /// Whoever only refreshes, every hour perhaps, has an index of today's stems within a day.
  private static let renewalAfterRefresh = Duration.seconds(2)

  /// Throws away what retention allows, by a clock that is believed, and no more of it than a small part of all.
  /// - Returns: how many articles may go the next time.
  private func pruneSome() throws(CacheError) -> Int {
    guard clock.verdict == .believed else { return 0 }
    let plan = try cache.retentionPlan(retention, now: clock.moment)
    return plan.expired - (try cache.prune(retention, now: clock.moment, limit: plan.smallPart))
  }

  private func ask(
    _ jobs: [SourceJob], isForced: Bool, progress: @escaping @Sendable (RefreshProgress) -> Void
  ) async -> RefreshSummary {
    var round = await work.run {
      try? settleClock()
      // Without what is known of them, sources would be asked without validators and before their time.
      do throws(CacheError) {
        let states = try cache.sourceStates()
        return RefreshRound(
          jobs, states: states, hosts: try cache.hostStates(),
          mirrors: isForced ? [] : mirrors(among: jobs, states: states), isForced: isForced, now: now())
      } catch { return RefreshRound(jobs, stoppedBy: error, now: now()) }
    }
    var told = 0
    func tell() {
      guard told < round.summary.outcomes.count else { return }
      for outcome in round.summary.outcomes[told...] { log(outcome) }
      told = round.summary.outcomes.count
      progress(round.progress)
    }
    progress(round.progress)
    let backlog = ReadingBacklog()
    await withTaskGroup(of: SourceAnswer?.self) { group in
      var window = AskingWindow()
      func start() {
        while window.mayStart(backlog: backlog.bytes, at: .now), !Task.isCancelled,
          let (job, state) = round.next()
        {
          group.addTask(executorPreference: work.executor) { await ask(job, known: state, backlog: backlog) }
          window.start(at: .now)
        }
        guard let pause = window.pause(), round.isAnyLeft, !Task.isCancelled else { return }
        group.addTask(executorPreference: work.executor) {
          try? await Task.sleep(for: pause)
          return nil
        }
      }
      start()
      for await answer in group {
        if let answer {
          window.finish()
          round.take(answer)
          await write(round.notesDue(), of: &round)
        } else {
          window.endPause()
        }
        start()
        tell()
      }
    }
    await write(round.notesDue(isLast: true), hosts: round.hostNotes, of: &round)
    await work.run { try? settleClock() }
    tell()
    var summary = round.summary
    summary.wasCancelled = Task.isCancelled
    return summary
  }

  /// Pages that come whole each time and told nothing that a feed of their site had not told as well.
  private func mirrors(among jobs: [SourceJob], states: [SourceState]) -> Set<Source.Key> {
    let known = Dictionary(states.map { (Source.Key(site: $0.site, address: $0.address), $0) }) { $1 }
    let pages = jobs.map(\.source).filter { source in
      known[source.key].map { HeldPages.mayWait(source, $0, now: now()) } ?? false
    }
    let week = clock.moment.addingTimeInterval(-7 * 86_400)
    return Set(((try? cache.sourcesWithoutOwn(pages, since: week)) ?? []).map(\.key))
  }

  private func write(
    _ notes: [SourceState], hosts: [HostState] = [], of round: inout RefreshRound
  ) async {
    guard !(notes.isEmpty && hosts.isEmpty) else { return }
    let error = await work.run { () -> CacheError? in
      do throws(CacheError) {
        try cache.record(notes, hosts: hosts)
        return nil
      } catch { return error }
    }
    if let error { round.fail(notes, with: error) }
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
}
