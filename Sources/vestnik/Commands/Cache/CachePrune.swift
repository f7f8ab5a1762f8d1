import ArgumentParser
import Foundation
import NewsCache
import NewsModel
import Newsroom
import Phrases
import ReaderDesk

/// `vestnik cache prune`.
struct CachePrune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Throw old articles away, as the settings keep_days and keep_per_source say.",
    discussion: """
      Saved articles stay, and unread ones that came less than a week ago.

      Nothing goes by a clock that the archive and the servers do not bear out.

      EXAMPLE
        vestnik cache prune --days 30 --dry-run
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption
  @Option(help: ArgumentHelp("Keep articles of so many days, in place of keep_days.", valueName: "n"))
  var days: Int?
  @Flag(help: "Only tell what would go.")
  var dryRun = false

  func validate() throws {
    guard days.map({ (1...36_500).contains($0) }) ?? true else {
      throw ValidationError("--days takes a number from 1 to 36500")
    }
  }

  func run() throws {
    let program = try Program(folders: home.folders, offline: true, needsWriting: true)
    var retention = program.newsroom.retention
    if let days { retention.days = days }
    let clock = program.newsroom.clock
    if let problem = Problem(clock.verdict, wall: clock.wall) { throw ProgramFailure(problem) }
    do {
      if dryRun {
        let plan = try program.newsroom.retentionPlan(retention)
        try tell(Plan(plan), Self.sentence(of: plan, program.phrases))
      } else {
        let gone = try program.newsroom.prune(retention)
        try tell(Document(removed: gone), program.phrases.text(.cliPruned, count: gone))
      }
    } catch let error as CacheError {
      throw ProgramFailure(Problem(error))
    }
  }

  private func tell(_ document: some Encodable, _ sentence: String) throws {
    if output.json { try JSONOutput.print(document) } else { Output.line(sentence) }
  }

  private static func sentence(of plan: RetentionPlan, _ phrases: Phrasebook) -> String {
    let count = phrases.text(.cliToPrune, count: plan.expired, ["total": String(plan.articles)])
    guard let oldest = plan.oldest, let newest = plan.newest else { return count }
    let dates = ["oldest": phrases.dayWithYear(oldest), "newest": phrases.dayWithYear(newest)]
    return "\(count), \(phrases.text(.cliToPruneDates, dates))"
  }

  private struct Document: Encodable {
    let removed: Int
    let warnings: [String] = []
  }

  private struct Plan: Encodable {
    let wouldRemove: Int
    let articles: Int
    let oldest: Date?
    let newest: Date?
    let warnings: [String] = []

    enum CodingKeys: String, CodingKey {
      case wouldRemove = "would_remove"
      case articles
      case oldest
      case newest
      case warnings
    }

    init(_ plan: RetentionPlan) {
      wouldRemove = plan.expired
      articles = plan.articles
      (oldest, newest) = (plan.oldest, plan.newest)
    }
  }
}
