import ArgumentParser

/// `vestnik export opml|article|digest`: what is here, for other programs and for people without this one.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write subscriptions, an article or a digest for others, on standard output.",
    discussion: """
      EXAMPLE
        vestnik export opml > subscriptions.opml
        vestnik export article 17 --format html > story.html
        vestnik export digest --since 24h --format text | mail -s "Новости" me@echo.example
      """,
    subcommands: [ExportOPMLCommand.self, ExportArticleCommand.self, ExportDigestCommand.self])
}

/// How a text is written out.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case markdown
  case html
  case text
}

/// For commands that write a text out.
struct FormatOption: ParsableArguments {
  @Option(help: "markdown, html or text.")
  var format = ExportFormat.markdown
  @Option(help: ArgumentHelp("The width of --format text in columns.", valueName: "n"))
  var width = 72

  func validate() throws {
    guard (1...1000).contains(width) else {
      throw ValidationError("--width takes a number from 1 to 1000")
    }
  }
}
