import ArgumentParser
import NewsModel
import Newsroom
import Phrases
import ReaderDesk

/// `vestnik remove NAME`.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Stop following a site; its articles stay in the cache.",
    discussion: """
      EXAMPLE
        vestnik remove echo-example
      """)

  @OptionGroup var home: HomeOption
  @Argument(help: "The site's name, or the name of its file.")
  var name: String

  func run() throws {
    let program = try Program(folders: home.folders, offline: true)
    guard let site = try program.site(named: name) else { return }
    do { try program.newsroom.unfollow(site.id) } catch {
      throw ProgramFailure(Problem(error, folder: program.folders.sites.path))
    }
    Output.line(program.phrases.text(.cliRemoved, ["name": site.name]))
  }
}
