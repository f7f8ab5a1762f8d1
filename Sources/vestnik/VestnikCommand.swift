import ArgumentParser

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

  /// What the commands are called.
  static var names: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

  @OptionGroup var home: HomeOption
  @OptionGroup var network: NetworkOption
  @OptionGroup var site: SiteOption
  @OptionGroup var section: SectionOption
  @OptionGroup var look: LookOptions

  /// What the options say is to be opened.
  var opening: Opening {
    Opening(
      folders: home.folders, isOffline: network.offline, site: site.site, section: section.section,
      theme: look.theme, isPlain: look.plain)
  }

  func run() throws { try opening.run() }
}
