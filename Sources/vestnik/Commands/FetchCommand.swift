import ArgumentParser
import Foundation
import NewsModel
import Newsroom
import Phrases

/// `vestnik fetch`.
struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Refresh what is followed.",
    discussion: """
      Exit code 2 when some sources failed. With a person at the terminal a bar shows how far it is.

      EXAMPLE
        vestnik fetch --site echo-example --full-text
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption
  @OptionGroup var site: SiteOption
  @Flag(help: "Fetch the full texts of unread articles too.")
  var fullText = false

  func run() throws {
    let program = try Program(home: home, offline: false, needsWriting: true)
    let site = try program.site(named: site.site)
    guard !program.newsroom.sites.sites().isEmpty else { throw ProgramFailure(.noSites) }
    let scope = site.map { RefreshScope.site($0.id) } ?? .everything
    let (phrases, fullText) = (program.phrases, fullText)
    let summary = AsyncBridge.wait {
      await program.newsroom.refresh(scope, fullText: fullText) { progress in
        Output.progress(ProgressBar.line(of: progress, phrases: phrases, columns: Output.columns))
      }
    }
    guard let summary else { return }
    Output.progress("")
    if output.json {
      try JSONOutput.print(FetchDocument(summary, phrases: phrases))
    } else {
      for (source, failure) in summary.failures {
        let sentence = phrases.sentence(for: Problem(failure, at: source.address))
        Output.error("\(source.address.text): \(sentence)")
      }
      Output.line(FetchReport.line(of: summary, phrases: phrases))
    }
    if !summary.failures.isEmpty {
      let isAll = summary.failures.count == summary.outcomes.count
      throw ExitCode((isAll ? ProgramFailure.Code.failed : .someSourcesFailed).rawValue)
    }
  }
}
