import FeedParsing
import Fetching
import Foundation
import NewsCache
import NewsModel

/// How asking one source ended.
package enum SourceResult: Hashable, Sendable {
  /// The server said so, or the bytes are the same as before: nothing was parsed.
  case unchanged
  /// It was read: how many articles are new, how many changed.
  case read(new: Int, changed: Int)
  case failed(SourceFailure)
  /// A page of the menu that turned out to hold no news, or that nobody may read: told this once and let go. It is no
  /// failure; it is asked again, seldom.
  case withoutNews(SourceFailure)
  /// Not asked: it, or its host, failed the last time, or it wants to be asked less often.
  case notYet(until: Date, hasFailed: Bool)
  /// Not asked: the server said that it is gone for good (410).
  case ended

  /// The failure, if it is one.
  package var failure: SourceFailure? {
    if case .failed(let failure) = self { failure } else { nil }
  }
}

/// Why a source brought nothing.
package enum SourceFailure: Error, Hashable, Sendable {
  case fetch(FetchFailure)
  /// The answer is neither a feed nor a page with headlines.
  case notNews(FeedResult.Reason)
  /// The cache could not keep it.
  case cache(CacheError)
}

/// One source and how asking it ended.
package struct SourceOutcome: Hashable, Sendable {
  /// What was to be asked.
  package var source: Source
  /// How that ended.
  package var result: SourceResult
  /// What came over the wire.
  package var wireBytes: Int
  /// From the question to the answer's last byte; zero where nothing was asked.
  package var elapsed: Duration

  package init(source: Source, result: SourceResult, wireBytes: Int = 0, elapsed: Duration = .zero) {
    self.source = source
    self.result = result
    self.wireBytes = wireBytes
    self.elapsed = elapsed
  }
}

/// How far a refresh has come; sent after every source.
package struct RefreshProgress: Hashable, Sendable {
  /// Sources that are settled, whatever came of them.
  package var done = 0
  /// Sources in all.
  package var total: Int
  /// Articles that were not known before.
  package var newArticles = 0
  /// Sources of `done` that failed.
  package var failures = 0
  /// The hosts that are still being asked, at most three, the longest asked first.
  package var waitingFor: [String] = []
  /// What was fetched ahead so far; `nil` before that begins.
  package var ahead: AheadReport?

  package init(total: Int) { self.total = total }
}

/// How a refresh ended.
package struct RefreshSummary: Hashable, Sendable {
  /// One for each source, in the order in which they ended.
  package var outcomes: [SourceOutcome] = []
  /// What was fetched ahead of time.
  package var ahead = AheadReport()
  /// Whether it was told to stop before it was done.
  package var wasCancelled = false
  /// Why nothing more could be kept: the sources that were left were not asked.
  package var obstacle: CacheError?
  /// Whether the machine's clock was believed: by one that was not, nothing was thrown away.
  package var clock = ClockVerdict.believed
  /// What that clock said when all were asked.
  package var ended = Date.distantPast
  /// Articles older than retention keeps them that were too many to go at once.
  package var oldArticles = 0

  package init() {}

  /// Articles that were not known before.
  package var newArticles: Int { outcomes.reduce(0) { $0 + $1.newArticles } }
  /// Sources with nothing new to parse.
  package var unchanged: Int { outcomes.count { $0.result == .unchanged } }
  /// Sources that were not asked, because it is not yet time or they have ended.
  package var notAsked: Int { outcomes.count { $0.result.isWaiting } }
  /// Sources of which nothing could be had or kept, in the order of `outcomes`.
  package var failures: [(source: Source, failure: SourceFailure)] {
    outcomes.compactMap { outcome in
      // What was broken off has not failed.
      outcome.result.failure.flatMap { $0 == .fetch(.cancelled) ? nil : (outcome.source, $0) }
    }
  }
  /// Pages of menus that were found to be no sections, in the order of `outcomes`.
  package var withoutNews: [(source: Source, failure: SourceFailure)] {
    outcomes.compactMap { outcome in
      if case .withoutNews(let reason) = outcome.result { (outcome.source, reason) } else { nil }
    }
  }
  /// Sources that did not answer as they should: those whose answer could not be kept here are not among them.
  package var notAnswering: Int {
    failures.count { if case .cache = $0.failure { false } else { true } }
  }
  /// Why something that came could not be kept; `nil`: all was.
  package var keepingFailure: CacheError? {
    obstacle
      ?? failures.lazy.compactMap { if case .cache(let error) = $0.failure { error } else { nil } }.first
  }
  /// Sources that were not asked because asking them failed before, and it is too soon to try again.
  package var stillFailing: Int {
    outcomes.count { if case .notYet(_, let hasFailed) = $0.result { hasFailed } else { false } }
  }
  /// What came over the wire, texts and pictures fetched ahead included.
  package var wireBytes: Int { outcomes.reduce(ahead.wireBytes) { $0 + $1.wireBytes } }

  /// The hosts that took longest, at most three, the slowest first; none that took less than a second.
  package var slowestHosts: [(host: String, elapsed: Duration)] {
    var longest: [String: Duration] = [:]
    for outcome in outcomes where outcome.elapsed >= .seconds(1) {
      let host = outcome.source.address.host
      longest[host] = max(longest[host] ?? .zero, outcome.elapsed)
    }
    return longest.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map { ($0.key, $0.value) }
  }

  /// Whether anything was kept that was not there before.
  var hasBroughtAnything: Bool {
    ahead.texts > 0
      || outcomes.contains { outcome in
        if case .read(let new, let changed) = outcome.result { new + changed > 0 } else { false }
      }
  }

  /// Whether every source that was asked failed for want of a network.
  package var wasOffline: Bool {
    let failures = failures.map(\.failure)
    return !failures.isEmpty && failures.count == outcomes.count && failures.allSatisfy(\.isWantOfNetwork)
  }
}

extension SourceResult {
  fileprivate var isWaiting: Bool {
    switch self {
    case .notYet, .ended: true
    case .unchanged, .read, .failed, .withoutNews: false
    }
  }
}

extension SourceOutcome {
  fileprivate var newArticles: Int {
    if case .read(let new, _) = result { new } else { 0 }
  }
}

extension SourceFailure {
  /// Whether a network, and not the site, was missing.
  package var isWantOfNetwork: Bool {
    guard case .fetch(let failure) = self else { return false }
    return failure.has(.isWantOfNetwork)
  }
}
