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

  func run() throws {
    let program = try Program(folders: home.folders, offline: network.offline)
    let url = url
    let found = AsyncBridge.wait { await program.newsroom.discover(url) }
    let discovery: Discovery
    do { discovery = try found.get() } catch { throw ProgramFailure(Problem(error)) }
    if dryRun {
      if let known = program.newsroom.followed(like: discovery.site) {
        throw ProgramFailure(.alreadyFollowed(known.name))
      }
    } else {
      do { try program.newsroom.follow(discovery.site) } catch {
        throw ProgramFailure(Problem(error, folder: program.folders.sites.path))
      }
    }
    if output.json {
      try JSONOutput.print(SiteDescription(discovery.site))
    } else {
      for line in SiteTree.lines(of: discovery, phrases: program.phrases) { Output.line(line) }
      Output.line("")
      let file = program.folders.sites.appendingPathComponent("\(discovery.site.id.rawValue).yaml").path
      Output.line(program.phrases.text(dryRun ? .cliNothingWritten : .cliAdded, ["file": file]))
    }
  }
}
