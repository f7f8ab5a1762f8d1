import Foundation
import NewsModel
import Newsroom
import Phrases

/// How a refresh is told on one line.
enum FetchReport {
  static func line(of summary: RefreshSummary, phrases: Phrasebook) -> String {
    var parts = [phrases.text(.cliNew, count: summary.newArticles)]
    parts.append(phrases.text(.cliSources, count: summary.outcomes.count))
    if summary.unchanged > 0 { parts.append(phrases.text(.cliUnchanged, count: summary.unchanged)) }
    if summary.documents > 0 { parts.append(phrases.text(.cliTexts, count: summary.documents)) }
    if !summary.failures.isEmpty { parts.append(phrases.text(.cliFailed, count: summary.failures.count)) }
    parts.append(phrases.size(bytes: summary.wireBytes))
    return parts.joined(separator: " · ")
  }
}

/// How far a refresh is, on one line.
enum ProgressBar {
  private static let cells = 20

  static func line(of progress: RefreshProgress, phrases: Phrasebook, columns: Int) -> String {
    let total = max(1, progress.total)
    let filled = progress.done * cells / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
    var text =
      "\(bar) \(progress.done)/\(progress.total)  \(phrases.text(.cliNew, count: progress.newArticles))"
    if let host = progress.waitingFor.first { text += "  \(host)" }
    return String(text.prefix(max(0, columns - 1)))
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
  }

  let newArticles: Int
  let unchanged: Int
  let failed: Int
  let texts: Int
  let wireBytes: Int
  let sources: [Outcome]
  let warnings: [String]

  enum CodingKeys: String, CodingKey {
    case newArticles = "new_articles"
    case unchanged
    case failed
    case texts
    case wireBytes = "wire_bytes"
    case sources
    case warnings
  }

  init(_ summary: RefreshSummary, phrases: Phrasebook) {
    newArticles = summary.newArticles
    unchanged = summary.unchanged
    failed = summary.failures.count
    texts = summary.documents
    wireBytes = summary.wireBytes
    sources = summary.outcomes.map { outcome in
      let (url, site) = (outcome.source.address.text, outcome.source.site.rawValue)
      switch outcome.result {
      case .unchanged:
        return Outcome(url: url, site: site, result: "unchanged", new: nil, changed: nil, problem: nil)
      case .read(let new, let changed):
        return Outcome(url: url, site: site, result: "read", new: new, changed: changed, problem: nil)
      case .notYet:
        return Outcome(url: url, site: site, result: "not-yet", new: nil, changed: nil, problem: nil)
      case .failed(let failure):
        let sentence = phrases.sentence(for: Problem(failure, at: outcome.source.address))
        return Outcome(url: url, site: site, result: "failed", new: nil, changed: nil, problem: sentence)
      }
    }
    warnings = summary.failures.map { phrases.sentence(for: Problem($0.failure, at: $0.source.address)) }
  }
}
