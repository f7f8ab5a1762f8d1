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
    if let known = program.newsroom.sites.sites().first(where: { $0.isSame(as: discovery.site) }) {
      throw ProgramFailure(.alreadyFollowed(known.name))
    }
    if !dryRun {
      do { try program.newsroom.sites.save(discovery.site) } catch {
        throw ProgramFailure(.unwritableFolder(program.folders.sites.path))
      }
      try? program.newsroom.askAgain(discovery.site)
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

extension Site {
  /// Whether following both would bring every article twice.
  fileprivate func isSame(as other: Site) -> Bool {
    rules.isFeedOnly == other.rules.isFeedOnly
      && (rules.isFeedOnly ? !Set(feeds).isDisjoint(with: other.feeds) : home == other.home)
  }
}
