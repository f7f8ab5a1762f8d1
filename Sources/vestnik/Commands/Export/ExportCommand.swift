import ArgumentParser
import Exporting
import Foundation

/// `vestnik export opml|article|digest`: what is here, for other programs and for people without this one.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write subscriptions, an article or a digest for others.",
    discussion: """
      EXAMPLE
        vestnik export opml --output subscriptions.opml
        vestnik export article 17 --output story.html
        vestnik export digest --format text | mail -s Новости me@echo.example
      """,
    subcommands: [ExportOPMLCommand.self, ExportArticleCommand.self, ExportDigestCommand.self])
}

extension ExportFormat: ExpressibleByArgument {}

/// Where what is written out goes.
struct DestinationOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write to a file, in place of one that is there, not to standard output.", valueName: "file")
  )
  var output: String?

  /// The file's path; `nil`: standard output, which `-` names too.
  var file: String? { output == "-" ? nil : output.map { ($0 as NSString).expandingTildeInPath } }

  /// Writes it there, whole or not at all.
  func write(_ bytes: Data) throws {
    guard let path = file else {
      return bytes.withUnsafeBytes { Output.bytes($0.bindMemory(to: UInt8.self)) }
    }
    if let problem = WholeFile.write(bytes, to: path, replaces: true) { throw ProgramFailure(problem) }
  }

  func write(_ text: String) throws { try write(Data(text.utf8)) }
}

/// For commands that write a text out.
struct FormatOption: ParsableArguments {
  @Option(help: "By default as the suffix of --output says; markdown without one.")
  var format: ExportFormat?
  @Option(help: ArgumentHelp("The width of --format text in columns.", valueName: "n"))
  var width = 72

  func validate() throws {
    guard (1...1000).contains(width) else {
      throw ValidationError("--width takes a number from 1 to 1000")
    }
  }
}
