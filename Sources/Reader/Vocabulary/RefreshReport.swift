import Foundation
import NewsModel
import Phrases

/// How far a refresh has come.
package struct RefreshProgress: Hashable, Sendable {
  /// Sources that are settled.
  package var done: Int
  /// Sources in all.
  package var total: Int
  /// Articles that were not known before.
  package var newArticles: Int
  /// The hosts that are still being asked, a few, the longest asked first.
  package var waitingFor: [String]

  package init(done: Int, total: Int, newArticles: Int = 0, waitingFor: [String] = []) {
    self.done = done
    self.total = total
    self.newArticles = newArticles
    self.waitingFor = waitingFor
  }
}

/// How a refresh ended.
package struct RefreshSummary: Hashable, Sendable {
  /// Articles that were not known before.
  package var newArticles: Int
  /// How many sources failed.
  package var failures: Int
  /// Whether it was told to stop before it was done.
  package var wasCancelled: Bool
  /// Since when nothing could be reached; `nil` when any source answered.
  package var offlineSince: Date?
  /// What else is to be said: the machine's clock is not believed.
  package var problem: Problem?
  /// Whether no source was asked, because all were a moment ago.
  package var wasTooEarly: Bool

  package init(
    newArticles: Int, failures: Int = 0, wasCancelled: Bool = false, offlineSince: Date? = nil,
    problem: Problem? = nil, wasTooEarly: Bool = false
  ) {
    self.wasTooEarly = wasTooEarly
    self.newArticles = newArticles
    self.failures = failures
    self.wasCancelled = wasCancelled
    self.offlineSince = offlineSince
    self.problem = problem
  }
}

/// How fetching texts ahead of time ended.
package struct AheadSummary: Hashable, Sendable {
  /// How many texts came.
  package var texts: Int
  /// How many did not: their pages gave none, or their servers or the network do not answer.
  package var missing: Int
  /// Why the first of these did not come.
  package var problem: Problem?
  /// What came over the wire, pictures included.
  package var wireBytes: Int
  /// Whether something is left for the next time.
  package var isBudgetSpent: Bool
  /// Whether it was told to stop before it was done.
  package var wasCancelled: Bool

  package init(
    texts: Int, missing: Int = 0, problem: Problem? = nil, wireBytes: Int = 0, isBudgetSpent: Bool = false,
    wasCancelled: Bool = false
  ) {
    self.texts = texts
    self.missing = missing
    self.problem = problem
    self.wireBytes = wireBytes
    self.isBudgetSpent = isBudgetSpent
    self.wasCancelled = wasCancelled
  }
}

/// What is known of one source: for the view of what went wrong.
package struct SourceReport: Hashable, Sendable {
  /// Which one it is.
  package var source: Source
  /// As its site's readers know it.
  package var siteName: String
  /// The folders its site is filed under, the outermost first.
  package var folder: [String]
  /// When it last answered.
  package var lastSuccess: Date?
  /// How many articles it has brought.
  package var articles: Int
  /// Why it failed the last time; `nil`: it did not.
  package var problem: Problem?
  /// When it may be asked again; `nil`: now.
  package var notBefore: Date?
  /// What its last good answer cost on the wire; zero when there was none.
  package var wireBytes: Int

  package init(
    source: Source, siteName: String, folder: [String] = [], lastSuccess: Date? = nil, articles: Int = 0,
    problem: Problem? = nil, notBefore: Date? = nil, wireBytes: Int = 0
  ) {
    self.source = source
    self.siteName = siteName
    self.folder = folder
    self.lastSuccess = lastSuccess
    self.articles = articles
    self.problem = problem
    self.notBefore = notBefore
    self.wireBytes = wireBytes
  }
}
