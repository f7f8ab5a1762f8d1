import ArgumentParser
import Configuration
import Phrases

/// `vestnik themes`.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the colour schemes, or look at one.",
    discussion: """
      Any base16 or base24 scheme file in ~/.config/vestnik/themes is one of them.

      EXAMPLE
        vestnik themes
        vestnik themes --preview night
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption
  @Option(
    help: ArgumentHelp("Open the embedded site in this one.", valueName: "name"),
    completion: .custom { _, _, _ in CompletionWords.themes })
  var preview: String?

  func run() throws {
    if let preview {
      let program = try Program(demoWith: home.folders)
      try program.followDemo()
      try program.openDemo(ReaderStart(theme: preview))
      return
    }
    let (settings, _) = Settings.read(from: home.folders.settings)
    let phrases = Program.phrases(for: settings)
    let (themes, warnings) = ThemeCatalogue(folder: home.folders.themes).read()
    for warning in warnings { Output.error(phrases.sentence(for: Problem(warning))) }
    if output.json {
      let entries = themes.map { ThemeEntry(name: $0.name, dark: $0.isDark) }
      try JSONOutput.print(ThemesDocument(themes: entries, warnings: warnings.count))
      return
    }
    for theme in themes { Output.line(theme.name) }
  }

  private struct ThemeEntry: Encodable {
    let name: String
    let dark: Bool
  }

  private struct ThemesDocument: Encodable {
    let themes: [ThemeEntry]
    let warnings: Int
  }
}
