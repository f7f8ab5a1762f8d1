import FeedParsing
import Fetching
import Foundation
import NewsCache
import NewsModel

/// What a refresh asks for.
package enum RefreshScope: Hashable, Sendable {
  case everything
  case site(SiteID)
  /// A section and its sub-sections.
  case section(SiteID, SectionID)
}

/// How asking one source ended.
package enum SourceResult: Hashable, Sendable {
  /// The server said so, or the bytes are the same as before: nothing was parsed.
  case unchanged
  /// It was read: how many articles are new, how many changed.
  case read(new: Int, changed: Int)
  case failed(SourceFailure)
  /// Not asked: it failed before, or wants to be asked less often.
  case notYet(until: Date)
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
  package var source: Source
  package var result: SourceResult
  /// What came over the wire.
  package var wireBytes: Int

  package init(source: Source, result: SourceResult, wireBytes: Int = 0) {
    self.source = source
    self.result = result
    self.wireBytes = wireBytes
  }
}

/// How far a refresh has come; sent after every source.
package struct RefreshProgress: Hashable, Sendable {
  package var done = 0
  package var total: Int
  package var newArticles = 0
  package var failures = 0
  /// The hosts that are still being asked, at most three, by name.
  package var waitingFor: [String] = []

  package init(total: Int) { self.total = total }
}

/// How a refresh ended.
package struct RefreshSummary: Hashable, Sendable {
  package var outcomes: [SourceOutcome] = []
  /// Full texts that were fetched.
  package var documents = 0
  package var wasCancelled = false

  package init() {}

  package var newArticles: Int { outcomes.reduce(0) { $0 + $1.newArticles } }
  package var unchanged: Int { outcomes.count { $0.result == .unchanged } }
  package var failures: [(source: Source, failure: SourceFailure)] {
    outcomes.compactMap { outcome in
      if case .failed(let failure) = outcome.result { (outcome.source, failure) } else { nil }
    }
  }
  package var wireBytes: Int { outcomes.reduce(0) { $0 + $1.wireBytes } }

  /// Whether every source that was asked failed for want of a network.
  package var wasOffline: Bool {
    let failures = failures.map(\.failure)
    return !failures.isEmpty && failures.count == outcomes.count && failures.allSatisfy(\.isWantOfNetwork)
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
    return switch failure {
    case .offline, .unknownHost, .refused, .timedOut: true
    default: false
    }
  }
}
