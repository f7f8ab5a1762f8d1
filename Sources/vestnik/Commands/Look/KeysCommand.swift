import ArgumentParser
import Configuration
import Foundation
import Language
import Phrases
import Reader
import TextLayout

/// `vestnik keys`.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Show every key of the reader, as it is set.",
    discussion: """
      EXAMPLE
        vestnik keys
        vestnik keys --json
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var output: JSONOption

  func run() throws {
    let (settings, warnings) = Settings.read(from: home.folders.settings)
    let phrases = Program.phrases(for: settings)
    let problems = Problem.all(in: settings, warnings, file: home.folders.settings.path)
    for problem in problems { Output.error(phrases.sentence(for: problem)) }
    let locale = Program.localeName(Program.environment)
    let sheet = KeySheet(
      rebindings: settings.keys.map(KeyRebinding.init),
      layout: settings.keyboard.flatMap(KeyboardLayout.init) ?? .automatic(localeName: locale),
      phrases: phrases)
    if output.json {
      let rows = sheet.groups.flatMap(\.rows)
      try JSONOutput.print(
        KeysDocument(
          commands: rows.map { CommandKeys(command: $0.command, help: $0.help, keys: $0.keys) },
          warnings: problems.count))
      return
    }
    let widest = sheet.groups.flatMap(\.rows).map { CellWidth.columns(of: $0.names) }.max() ?? 0
    for group in sheet.groups {
      Output.line(group.title)
      for row in group.rows {
        let gap = String(repeating: " ", count: widest - CellWidth.columns(of: row.names) + 2)
        Output.line("  \(row.names)\(gap)\(row.help)")
      }
    }
  }

  private struct CommandKeys: Encodable {
    let command: String
    let help: String
    let keys: [String: [String]]
  }

  private struct KeysDocument: Encodable {
    let commands: [CommandKeys]
    let warnings: Int
  }
}
