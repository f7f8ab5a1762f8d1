import ArgumentParser
import NewsModel

/// `vestnik`: without a command, the reader.
struct VestnikCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "vestnik",
    abstract: "A news reader for the terminal.",
    discussion: """
      Without a command the reader opens: today's news at once from the cache, then the network. \
      Exit codes: 0 done, 1 failed, 2 some sources failed, 64 wrong usage.

      EXAMPLE
        vestnik demo
        vestnik add https://echo.example/
        vestnik
      """,
    version: version,
    subcommands: [
      DemoCommand.self, AddCommand.self, SitesCommand.self, RemoveCommand.self, FetchCommand.self,
      ListCommand.self, ReadCommand.self, SearchCommand.self, RelatedCommand.self, TopCommand.self,
      WrapCommand.self, InspectCommand.self, ImportCommand.self, ExportCommand.self, CacheCommand.self,
      ThemesCommand.self, KeysCommand.self, DoctorCommand.self,
    ])

  @OptionGroup var home: HomeOption
  @OptionGroup var network: NetworkOption
  @OptionGroup var site: SiteOption
  @OptionGroup var section: SectionOption
  @OptionGroup var look: LookOptions

  func run() throws {
    let program = try Program(home: home, offline: network.offline)
    let site = try program.site(named: site.site)
    let section = try program.section(named: section.section, in: site)
    guard Output.takesScreens else {
      try program.printHeadlines(site: site, section: section)
      return
    }
    try program.openReader(
      ReaderStart(
        site: section?.0.id ?? site?.id, section: section?.1, theme: look.theme, isPlain: look.plain))
  }
}
