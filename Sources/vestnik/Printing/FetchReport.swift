import Foundation
import NewsModel
import Newsroom
import Phrases
import ReaderDesk

/// How a refresh is told on one line.
enum FetchReport {
  /// So many sources that failed for one reason are told each on its line; more are told on one.
  private static let fewest = 3

  /// A sentence for each source that failed, or for many that failed for the same reason, one alone for what kept all of them, and one for each of the first texts
  /// that did not come.
  static func complaints(of summary: RefreshSummary, phrases: Phrasebook) -> [String] {
    let own = failures(of: summary, phrases: phrases)
    let clock = Problem(summary.clock, wall: summary.ended).map { [phrases.sentence(for: $0)] } ?? []
    return clock + own + (summary.obstacle.map { [phrases.sentence(for: Problem($0))] } ?? [])
      + pagesWithoutNews(of: summary, phrases: phrases) + missingTexts(of: summary, phrases: phrases)
  }

  private static func failures(of summary: RefreshSummary, phrases: Phrasebook) -> [String] {
    let failures = summary.failures.filter { _, failure in
      if case .cache(let error) = failure { error != summary.obstacle } else { true }
    }
    if summary.wasOffline, failures.count > fewest {
      return [phrases.text(.cliSourcesFailed, count: failures.count, ["reason": phrases[.cliNoNetwork]])]
    }
    // The same reason is the same sentence, whatever server it names.
    let told = failures.map { source, failure in
      let sentence = phrases.sentence(for: Problem(failure, at: source.address))
      let reason = sentence.replacing(source.address.text, with: "…").replacing(
        source.address.host, with: "…")
      return (line: "\(source.address.text): \(sentence)", reason: reason)
    }
    let counts = told.reduce(into: [:]) { $0[$1.reason, default: 0] += 1 }
    var seen: Set<String> = []
    return told.compactMap { line, reason in
      guard let count = counts[reason], count > fewest else { return line }
      guard seen.insert(reason).inserted else { return nil }
      return phrases.text(.cliSourcesFailed, count: count, ["reason": reason])
    }
  }

  /// A line for each page of a menu that is none of its sections.
  static func pagesWithoutNews(of summary: RefreshSummary, phrases: Phrasebook) -> [String] {
    summary.withoutNews.map { phrases.text(.cliNoSection, ["url": $0.source.address.shown]) }
  }

  /// A sentence for each of the first texts that did not come.
  static func missingTexts(of summary: RefreshSummary, phrases: Phrasebook) -> [String] {
    summary.ahead.firstMissing.map { "\($0.address.text): \(phrases.sentence(for: Problem($0.failure)))" }
  }

  static func line(of summary: RefreshSummary, phrases: Phrasebook) -> String {
    var parts = [phrases.text(.cliNew, count: summary.newArticles)]
    parts.append(phrases.text(.cliSources, count: summary.outcomes.count))
    let counts: [(Phrase, Int)] = [
      (.cliUnchanged, summary.unchanged), (.cliNotAsked, summary.notAsked), (.cliTexts, summary.ahead.texts),
      (.aheadMissing, summary.ahead.missing), (.cliPictures, summary.ahead.pictures),
      (.notAnswering, summary.notAnswering),
    ]
    for (phrase, count) in counts where count > 0 { parts.append(phrases.text(phrase, count: count)) }
    parts.append(phrases.size(bytes: summary.wireBytes))
    if summary.ahead.isBudgetSpent { parts.append(phrases[.cliBudgetSpent]) }
    if summary.oldArticles > 0 { parts.append(phrases.text(.cliOldLeft, count: summary.oldArticles)) }
    if summary.wasCancelled { parts.append(phrases[.cliStopped]) }
    let slowest = summary.slowestHosts.map {
      phrases.text(.cliHostSeconds, ["host": $0.host, "seconds": phrases.grouped($0.elapsed.wholeSeconds)])
    }
    if !slowest.isEmpty {
      parts.append(phrases.text(.cliSlowest, ["hosts": slowest.joined(separator: ", ")]))
    }
    return parts.joined(separator: " · ")
  }
}

/// How far a refresh is, on one line.
enum ProgressBar {
  private static let cells = 20

  static func line(of progress: RefreshProgress, phrases: Phrasebook, columns: Int) -> String {
    if let ahead = progress.ahead, ahead.wanted > 0 {
      let done = ahead.texts + ahead.missing
      var facts = [phrases.text(.cliTexts, count: ahead.texts)]
      if ahead.pictures > 0 { facts.append(phrases.text(.cliPictures, count: ahead.pictures)) }
      facts.append(phrases.size(bytes: ahead.wireBytes))
      let text = "\(bar(done, of: ahead.wanted))  \(facts.joined(separator: " · "))"
      return String(text.prefix(max(0, columns - 1)))
    }
    var text =
      "\(bar(progress.done, of: progress.total))  \(phrases.text(.cliNew, count: progress.newArticles))"
    if progress.failures > 0 { text += "  \(phrases.text(.notAnswering, count: progress.failures))" }
    if !progress.waitingFor.isEmpty { text += "  … \(progress.waitingFor.joined(separator: ", "))" }
    return String(text.prefix(max(0, columns - 1)))
  }

  private static func bar(_ done: Int, of total: Int) -> String {
    let filled = min(cells, done * cells / max(1, total))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
      + " \(done)/\(total)"
  }
}

/// A refresh as JSON.
struct FetchDocument: Encodable {
  struct Outcome: Encodable {
    let url: String
    let site: String
    let result: String
    let new: Int?
    let changed: Int?
    let problem: String?
    /// When it may be asked again.
    let notBefore: Date?
    let wireBytes: Int
    let milliseconds: Int

    enum CodingKeys: String, CodingKey {
      case url
      case site
      case result
      case new
      case changed
      case problem
      case notBefore = "not_before"
      case wireBytes = "wire_bytes"
      case milliseconds
    }
  }

  let newArticles: Int
  let unchanged: Int
  let notAsked: Int
  let failed: Int
  let texts: Int
  let textsMissing: Int
  let pictures: Int
  let budgetSpent: Bool
  let cancelled: Bool
  let wireBytes: Int
  let sources: [Outcome]
  let warnings: [String]

  enum CodingKeys: String, CodingKey {
    case newArticles = "new_articles"
    case unchanged
    case notAsked = "not_asked"
    case failed
    case texts
    case textsMissing = "texts_missing"
    case pictures
    case budgetSpent = "budget_spent"
    case cancelled
    case wireBytes = "wire_bytes"
    case sources
    case warnings
  }

  init(_ summary: RefreshSummary, phrases: Phrasebook) {
    newArticles = summary.newArticles
    unchanged = summary.unchanged
    notAsked = summary.notAsked
    pictures = summary.ahead.pictures
    budgetSpent = summary.ahead.isBudgetSpent
    cancelled = summary.wasCancelled
    failed = summary.failures.count
    texts = summary.ahead.texts
    textsMissing = summary.ahead.missing
    wireBytes = summary.wireBytes
    sources = summary.outcomes.map { Outcome($0, phrases: phrases) }
    let clock = Problem(summary.clock, wall: summary.ended).map { [phrases.sentence(for: $0)] } ?? []
    warnings =
      clock + summary.failures.map { phrases.sentence(for: Problem($0.failure, at: $0.source.address)) }
      + FetchReport.pagesWithoutNews(of: summary, phrases: phrases)
      + FetchReport.missingTexts(of: summary, phrases: phrases)
  }
}

extension SourceResult {
  /// Why it brought nothing.
  fileprivate var reason: SourceFailure? {
    switch self {
    case .failed(let reason), .withoutNews(let reason): reason
    case .unchanged, .read, .notYet, .ended: nil
    }
  }
}

extension FetchDocument.Outcome {
  init(_ outcome: SourceOutcome, phrases: Phrasebook) {
    url = outcome.source.address.shown
    site = outcome.source.site.rawValue
    wireBytes = outcome.wireBytes
    milliseconds = Int(outcome.elapsed / .milliseconds(1))
    var facts: (result: String, new: Int?, changed: Int?, notBefore: Date?) = ("unchanged", nil, nil, nil)
    switch outcome.result {
    case .unchanged: break
    case .read(let new, let changed): facts = ("read", new, changed, nil)
    case .notYet(let until, _): facts = ("not-yet", nil, nil, until)
    case .ended: facts.result = "ended"
    case .withoutNews: facts.result = "no-news"
    case .failed: facts.result = "failed"
    }
    (result, new, changed, notBefore) = facts
    problem = outcome.result.reason.map { phrases.sentence(for: Problem($0, at: outcome.source.address)) }
  }
}

extension Duration {
  fileprivate var wholeSeconds: Int { Int(self / .seconds(1) + 0.5) }
}
