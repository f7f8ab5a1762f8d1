import ArgumentParser
import Foundation
import NewsModel
import Newsroom
import Phrases
import ReaderDesk
import Threads

/// `vestnik add URL`.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Find a site's name, sections and feeds, and follow it.",
    discussion: """
      Shows what was found first: sections and feeds, how much each brings, and what is left out and why. At a terminal \
      one key takes or leaves each line; --yes follows it all as proposed.

      EXAMPLE
        vestnik add echo.example
        vestnik add https://echo.example/rss.xml --dry-run
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var network: NetworkOption
  @OptionGroup var output: JSONOption
  @Argument(help: ArgumentHelp("A site, a feed, or a file of one.", valueName: "url"))
  var url: String
  @Flag(help: "Show what was found and write nothing.")
  var dryRun = false
  @Flag(help: "Ask nothing: follow what is proposed.")
  var yes = false

  func run() throws {
    let program = try Program(folders: home.folders, offline: network.offline)
    let url = url
    let found = AsyncBridge.wait { await program.newsroom.discover(url) }
    var discovery: Discovery
    do { discovery = try found.get() } catch { throw ProgramFailure(Problem(error)) }
    if let known = program.newsroom.followed(like: discovery.site) {
      throw ProgramFailure(.alreadyFollowed(known.name))
    }
    if output.json {
      if !dryRun { try follow(discovery.site, in: program) }
      try JSONOutput.print(SiteDescription(discovery.site))
      return
    }
    discovery = AsyncBridge.wait { [discovery] in await program.newsroom.count(discovery) }
    let tree = SiteTree(discovery, phrases: program.phrases)
    for line in tree.lines { Output.line(line) }
    Output.line("")
    var site = discovery.site
    if !dryRun, !yes, SingleKey.isPossible, let chooser = SiteChooser(tree) {
      let interruption = Interruption()
      let chosen = interruption.wait {
        await withTaskExecutorPreference(WorkerThreads.shared) { chooser.ask() }
      }
      interruption.dieOfIt()
      guard let chosen else {
        Output.line(program.phrases[.cliNothingAdded])
        return
      }
      site = chosen
    }
    if !dryRun { try follow(site, in: program) }
    let file = program.folders.sites.appendingPathComponent("\(site.id.rawValue).yaml").path
    Output.line(program.phrases.text(dryRun ? .cliNothingWritten : .cliAdded, ["file": file]))
  }

  private func follow(_ site: Site, in program: Program) throws {
    do { try program.newsroom.follow(site) } catch {
      throw ProgramFailure(Problem(error, folder: program.folders.sites.path))
    }
  }
}
