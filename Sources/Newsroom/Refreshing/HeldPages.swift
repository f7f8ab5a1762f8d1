import Foundation
import NewsCache
import NewsModel

/// Pages that wait for the feeds of their site: a page without validators comes whole each time, and one that has told
/// nothing of its own has nothing to say while all the feeds answer that nothing has changed.
///
/// A pure value; who holds what is decided from what the cache knows.
struct HeldPages: Sendable {
  /// After so long a page is read whatever its feeds say.
  private static let longest: TimeInterval = 6 * 3600

  private var pages: [SiteID: [SourceJob]] = [:]
  /// Feeds whose answer is not here yet.
  private var missing: [SiteID: Int] = [:]
  private var isAnyUnchanged: Set<SiteID> = []
  private var hasNews: Set<SiteID> = []

  init() {}

  /// - Parameters:
  ///   - jobs: of the round.
  ///   - mirrors: pages that told nothing that a feed had not told as well.
  init(
    among jobs: [SourceJob], states: [Source.Key: SourceState], mirrors: Set<Source.Key>, now: Date
  ) {
    let candidates = jobs.filter { job in
      guard mirrors.contains(job.source.key), let state = states[job.source.key] else { return false }
      return Self.mayWait(job.source, state, now: now)
    }
    guard !candidates.isEmpty else { return }
    let sites = Set(candidates.map(\.site.id))
    for job in jobs where job.source.kind == .feed && sites.contains(job.site.id) {
      missing[job.site.id, default: 0] += 1
    }
    for job in candidates where missing[job.site.id] != nil { pages[job.site.id, default: []].append(job) }
  }

  /// Whether a page comes whole each time, was read well and not long ago.
  static func mayWait(_ source: Source, _ state: SourceState, now: Date) -> Bool {
    guard source.kind == .page, state.failures == 0, state.contentHash != nil, state.etag == nil,
      state.lastModified == nil, let read = state.lastFetched
    else { return false }
    return (0..<longest).contains(now.timeIntervalSince(read))
  }

  /// Whether a page waits.
  func holds(_ job: SourceJob) -> Bool { pages[job.site.id]?.contains(job) ?? false }

  /// Takes over how asking a feed ended.
  /// - Returns: the pages that waited for it, and whether they are to be asked; `nil` while others are missing.
  mutating func note(_ outcome: SourceOutcome) -> (pages: [SourceJob], areWanted: Bool)? {
    let site = outcome.source.site
    guard outcome.source.kind == .feed, let left = missing[site] else { return nil }
    switch outcome.result {
    case .unchanged: isAnyUnchanged.insert(site)
    case .notYet(_, hasFailed: false): break
    case .notYet, .ended, .failed, .withoutNews, .read: hasNews.insert(site)
    }
    missing[site] = left - 1
    guard left == 1, let released = pages.removeValue(forKey: site) else { return nil }
    return (released, hasNews.contains(site) || !isAnyUnchanged.contains(site))
  }
}
