import ArgumentParser
import NewsCache
import Phrases
import ReaderDesk

/// `vestnik cache prune`.
struct CachePrune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Throw old articles away, as the settings keep_days and keep_per_source say.",
    discussion: """
      Saved articles stay, and unread ones that came less than a week ago.

      EXAMPLE
        vestnik cache prune --days 30
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption
  @Option(help: ArgumentHelp("Keep articles of so many days, in place of keep_days.", valueName: "n"))
  var days: Int?

  func validate() throws {
    guard days.map({ (1...36_500).contains($0) }) ?? true else {
      throw ValidationError("--days takes a number from 1 to 36500")
    }
  }

  func run() throws {
    let program = try Program(folders: home.folders, offline: true, needsWriting: true)
    var retention = program.newsroom.retention
    if let days { retention.days = days }
    let gone: Int
    do throws(CacheError) {
      gone = try program.newsroom.cache.prune(retention, now: program.newsroom.now())
    } catch {
      throw ProgramFailure(Problem(error))
    }
    if output.json {
      try JSONOutput.print(Document(removed: gone))
    } else {
      Output.line(program.phrases.text(.cliPruned, count: gone))
    }
  }

  private struct Document: Encodable {
    let removed: Int
    let warnings: [String] = []
  }
}
