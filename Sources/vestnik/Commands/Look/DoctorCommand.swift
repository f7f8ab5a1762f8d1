import ArgumentParser
import NewsModel
import Phrases
import TextLayout

/// `vestnik doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at what the reader depends on, and say what to do where it is wrong.",
    discussion: """
      Terminal, locale, colours, keyboard, settings, sites, archive, network.

      EXAMPLE
        vestnik doctor
        vestnik doctor --offline --json
      """)

  @OptionGroup var home: HomeOption
  @OptionGroup var network: NetworkOption
  @OptionGroup var output: JSONOption

  func run() throws {
    let checkup = Checkup(folders: home.folders, isOffline: network.offline)
    let diagnoses = checkup.diagnoses()
    let faults = diagnoses.filter { $0.state == .wrong }
    if output.json {
      try JSONOutput.print(
        Document(
          diagnoses: diagnoses.map { Row(part: $0.name, state: $0.state, text: $0.text) },
          warnings: faults.map(\.text)))
    } else {
      show(diagnoses, checkup.phrases)
    }
    if !faults.isEmpty { throw ExitCode(1) }
  }

  /// One line a diagnosis, its text hanging behind what was looked at.
  private func show(_ diagnoses: [Diagnosis], _ phrases: Phrasebook) {
    let titles = diagnoses.map { phrases[$0.part] }
    let widest = titles.map { CellWidth.columns(of: $0) }.max() ?? 0
    let layout = ParagraphLayout(
      LayoutOptions(
        measure: max(40, Output.columns), hangingIndent: widest + 4, language: phrases.language.rawValue,
        hyphenation: .none))
    for (diagnosis, title) in zip(diagnoses, titles) {
      let gap = String(repeating: "\u{A0}", count: widest - CellWidth.columns(of: title))
      let found = CleanText.line(diagnosis.text, limit: 2_000)
      let text = "\(diagnosis.state.mark)\u{A0}\(title)\(gap)\u{A0}\u{A0}\(found)"
      for line in layout.lines(of: text) {
        let indent = String(repeating: " ", count: line.indent)
        Output.line(indent + layout.text(of: line, in: text).replacing("\u{A0}", with: " "))
      }
    }
  }

  private struct Row: Encodable {
    let part: String
    let state: Diagnosis.State
    let text: String
  }

  private struct Document: Encodable {
    let diagnoses: [Row]
    let warnings: [String]
  }
}
