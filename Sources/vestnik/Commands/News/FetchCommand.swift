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
      Exit code 2 when some sources failed or wait to be tried again after a failure, 1 when all failed; \
      texts that did not come are told and do not count. \
      With a person at the terminal a bar shows how far it is and whom it waits for. \
      Ctrl-C ends it: what came by then is kept, and the next run goes on from there.

      EXAMPLE
        vestnik fetch --site echo-example --full-text --budget 50MB
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var network: NetworkOption
  @OptionGroup var output: JSONOption
  @OptionGroup var site: SiteOption
  @Flag(help: "Fetch the full texts of unread articles too, then their pictures.")
  var fullText = false
  @Option(
    help: ArgumentHelp(
      "What --full-text may cost on the wire, by default 50MB; the rest comes the next time.",
      valueName: "size"))
  var budget: ByteSize?

  func validate() throws {
    guard budget == nil || fullText else { throw ValidationError("--budget needs --full-text") }
  }

  func run() throws {
    guard !network.offline else { throw ProgramFailure(.offline) }
    let program = try Program(folders: home.folders, offline: false, needsWriting: true)
    // Why no server may be asked was told when the settings were read.
    guard program.settings.knowsHosts else { throw ExitCode(ProgramFailure.Code.failed.rawValue) }
    let site = try program.site(named: site.site)
    guard !program.newsroom.followed.isEmpty else { throw ProgramFailure(.noSites) }
    let scope = site.map { RefreshScope.site($0.id) } ?? .everything
    let (phrases, columns) = (program.phrases, Output.columns)
    let texts = fullText ? budget.map { AheadBudget(bytes: $0.bytes) } ?? AheadBudget() : nil
    let interruption = Interruption()
    let summary = interruption.wait {
      await program.newsroom.refresh(scope, texts: texts) { progress in
        Output.progress(ProgressBar.line(of: progress, phrases: phrases, columns: columns))
      }
    }
    Output.progress("")
    if output.json {
      try JSONOutput.print(FetchDocument(summary, phrases: phrases))
    } else {
      for sentence in FetchReport.complaints(of: summary, phrases: phrases) { Output.error(sentence) }
      Output.line(FetchReport.line(of: summary, phrases: phrases))
    }
    interruption.dieOfIt()
    if !summary.failures.isEmpty || summary.stillFailing > 0 || summary.obstacle != nil {
      let isAll = summary.failures.count == summary.outcomes.count
      throw ExitCode((isAll ? ProgramFailure.Code.failed : .someSourcesFailed).rawValue)
    }
  }
}
