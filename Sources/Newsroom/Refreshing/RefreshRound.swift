import Fetching
import Foundation
import NewsCache
import NewsModel

/// One refresh under way: whose turn it is, what came so far, and what of it is still to be written down.
struct RefreshRound: Sendable {
  /// This many notes of sources are written in one transaction.
  private static let notesAtOnce = 64
  /// No note waits longer to be written.
  private static let longestWait = Duration.seconds(1)

  private let isForced: Bool
  private let now: Date
  private let states: [Source.Key: SourceState]
  private let hosts: [String: HostState]
  private var queue: HostTurns<SourceJob>
  private var verdicts = HostVerdicts()
  private var held = HeldPages()
  /// Those under way, the longest first.
  private var waiting: [SourceJob] = []
  private var notes: [SourceState] = []
  private var lastWritten = ContinuousClock.now
  private(set) var summary = RefreshSummary()
  private(set) var progress: RefreshProgress

  /// - Parameters:
  ///   - mirrors: pages that told nothing that a feed had not told as well.
  ///   - isForced: whether sources are asked that should wait by our own manners: somebody wants just these.
  init(
    _ jobs: [SourceJob], states: [SourceState], hosts: [HostState], mirrors: Set<Source.Key> = [],
    isForced: Bool, now: Date
  ) {
    self.isForced = isForced
    self.now = now
    self.states = Dictionary(states.map { (Source.Key(site: $0.site, address: $0.address), $0) }) { $1 }
    self.hosts = Dictionary(hosts.map { ($0.name, $0) }) { $1 }
    let byKey = self.states
    // What has failed before may be slow: it comes last.
    let hasFailed = jobs.map { (byKey[$0.source.key]?.failures ?? 0) > 0 }
    let sound = zip(jobs, hasFailed).filter { !$0.1 } + zip(jobs, hasFailed).filter { $0.1 }
    if !isForced { held = HeldPages(among: jobs, states: byKey, mirrors: mirrors, now: now) }
    let held = held
    queue = HostTurns(sound.map(\.0).filter { !held.holds($0) })
    progress = RefreshProgress(total: jobs.count)
  }

  /// A round that does not start: nobody is asked.
  init(_ jobs: [SourceJob], stoppedBy obstacle: CacheError, now: Date) {
    self.init(jobs, states: [], hosts: [], isForced: false, now: now)
    summary.obstacle = obstacle
  }

  /// Whether a source may still be asked.
  var isAnyLeft: Bool { summary.obstacle == nil && queue.isAnyLeft }

  /// The next source to ask, with what is known of it; sources that may not be asked now are passed over and noted.
  mutating func next() -> (job: SourceJob, state: SourceState)? {
    while summary.obstacle == nil, let job = queue.next() {
      let state = states[job.source.key]
      guard let result = reasonToWait(job, state) else {
        waiting.append(job)
        return (job, state ?? SourceState(of: job.source))
      }
      queue.finish(job)
      add(SourceOutcome(source: job.source, result: result))
    }
    return nil
  }

  /// Takes over an answer.
  mutating func take(_ answer: SourceAnswer) {
    waiting.removeAll { $0 == answer.job }
    queue.finish(answer.job)
    if let note = answer.note { notes.append(note) }
    verdicts.note(answer.outcome.result.failure, at: answer.job.address)
    add(answer.outcome)
    if case .failed(.cache(let error)) = answer.outcome.result, error.concernsAll { summary.obstacle = error }
    guard let failure = verdicts.reasonToStop(at: answer.job.address) else { return }
    for job in queue.drop(serverOf: answer.job.address) {
      var state = states[job.source.key] ?? SourceState(of: job.source)
      if state.fail(with: .fetch(failure), now: now) { notes.append(state) }
      add(SourceOutcome(source: job.source, result: .failed(.fetch(failure))))
    }
  }

  /// The notes that are to be written now, if it is time.
  mutating func notesDue(isLast: Bool = false) -> [SourceState] {
    guard isLast || notes.count >= Self.notesAtOnce || lastWritten.duration(to: .now) > Self.longestWait
    else {
      return []
    }
    defer {
      notes = []
      lastWritten = .now
    }
    return notes
  }

  /// What is to be kept of servers.
  var hostNotes: [HostState] { verdicts.states(known: hosts, now: now) }

  /// The notes of these sources could not be kept.
  mutating func fail(_ lost: [SourceState], with error: CacheError) {
    let keys = Set(lost.map { Source.Key(site: $0.site, address: $0.address) })
    for index in summary.outcomes.indices where keys.contains(summary.outcomes[index].source.key) {
      if case .failed = summary.outcomes[index].result { continue }
      summary.outcomes[index].result = .failed(.cache(error))
      progress.failures += 1
    }
    if error.concernsAll { summary.obstacle = error }
  }

  private mutating func add(_ outcome: SourceOutcome) {
    summary.outcomes.append(outcome)
    progress.add(outcome, waitingFor: waiting.map(\.address.host))
    guard let (pages, areWanted) = held.note(outcome) else { return }
    for job in pages {
      if areWanted { queue.add(job) } else { add(SourceOutcome(source: job.source, result: .unchanged)) }
    }
  }

  private func reasonToWait(_ job: SourceJob, _ state: SourceState?) -> SourceResult? {
    // What was never asked is asked once, whatever its neighbours answered.
    guard let state else { return nil }
    if state.isGone { return .ended }
    if let until = state.notBefore, Backoff.isInForce(until, at: now), !isForced || state.isServersWish {
      return .notYet(until: until, hasFailed: state.failures > 0 && !job.source.isLetGo(state))
    }
    if !isForced, let until = hosts[job.address.server]?.notBefore,
      Backoff.isInForce(until, at: now)
    {
      return .notYet(until: until, hasFailed: true)
    }
    return nil
  }
}

/// A source with the site it belongs to.
struct SourceJob: Hashable, Sendable, AddressedJob {
  let site: Site
  let source: Source

  var address: WebAddress { source.address }

  static func == (left: SourceJob, right: SourceJob) -> Bool { left.source == right.source }

  func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

/// How asking a source ended.
struct SourceAnswer: Sendable {
  var job: SourceJob
  var outcome: SourceOutcome
  /// What is to be kept of the source, unless it was kept together with its articles.
  var note: SourceState?
}

extension Source {
  /// What the cache knows a source by.
  struct Key: Hashable, Sendable {
    let site: SiteID
    let address: WebAddress
  }

  var key: Key { Key(site: site, address: address) }
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

extension CacheError {
  /// Whether nothing else can be kept either, so that asking further would be in vain.
  fileprivate var concernsAll: Bool {
    switch self {
    case .diskFull, .readOnly, .cannotOpen, .damaged: true
    default: false
    }
  }
}
