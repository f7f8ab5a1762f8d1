import ArgumentParser
import Foundation
import Glibc
import Language
import NewsModel
import Phrases
import TextLayout

/// `vestnik wrap`.
struct WrapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wrap",
    abstract: "Set plain text to a width, as fmt does, by the rules of its language.",
    discussion: """
      Reads files, or standard input, paragraph by paragraph; blank lines stay.

      EXAMPLE
        vestnik wrap --width 60 letter.txt
        vestnik wrap --prefix < mail.txt
        vestnik wrap --show-breaks --language ru letter.txt
      """)

  /// How lines are chosen.
  enum Fit: String, ExpressibleByArgument, CaseIterable {
    case optimal
    case first
  }

  @Argument(help: "Files; standard input without any.")
  var files: [String] = []
  @Option(help: ArgumentHelp("Columns of a line; by default the terminal's, else 80.", valueName: "n"))
  var width: Int?
  @Option(help: ArgumentHelp("BCP 47: ru, kk, tt, uk, be, bg, en; identified by default.", valueName: "tag"))
  var language: String?
  @Flag(help: "Widen spaces so that lines end at the width.")
  var justify = false
  @Option(help: "Choose lines for the whole paragraph's sake, or fill one after the other.")
  var fit = Fit.optimal
  @Flag(help: "Divide no words.")
  var noHyphens = false
  @Flag(help: "Keep the indent of a paragraph's first line.")
  var indent = false
  @Flag(help: "Keep what stands before lines: > and #.")
  var prefix = false
  @Flag(help: "Show where lines may end: |, where not: ·, and where words may be divided: ‧.")
  var showBreaks = false
  @OptionGroup var output: JSONOption

  func validate() throws {
    if let width, !(1...10_000).contains(width) {
      throw ValidationError("--width takes a number from 1 to 10000")
    }
    if output.json, !showBreaks { throw ValidationError("--json needs --show-breaks") }
  }

  func run() throws {
    if showBreaks { try explain() } else { try wrap() }
  }

  private var layout: LayoutOptions {
    LayoutOptions(
      measure: width ?? Output.columns, language: language, fit: fit == .first ? .first : .optimal,
      hyphenation: noHyphens ? .none : .automatic, isJustified: justify)
  }

  private func wrap() throws {
    var filter = WrapFilter(
      WrapFilter.Options(layout: layout, prefix: prefix ? .detected : .none, keepsIndent: indent),
      identify: { LanguageIdentifier.identify($0) })
    try forEachPiece { bytes in filter.add(bytes) { Output.bytes($0) } }
    filter.finish { Output.bytes($0) }
  }

  private func explain() throws {
    var splitter = ParagraphSplitter(prefix: prefix ? .detected : .none)
    var printed: [ExplainedParagraph] = []
    func take(_ piece: ParagraphSplitter.Piece) {
      guard case .paragraph(let bytes, _, _, _) = piece else { return }
      let text = String(decoding: bytes, as: UTF8.self)
      let language = language ?? LanguageIdentifier.identify(text)
      var options = layout
      options.language = language
      let breaks = ParagraphLayout(options).breaks(in: text)
      if output.json {
        printed.append(ExplainedParagraph(text: text, language: language, breaks: breaks))
      } else {
        Output.line(ParagraphLayout.marked(CleanText.line(text, limit: .max), breaks))
        Output.line("")
      }
    }
    try forEachPiece { splitter.add($0, take) }
    splitter.finish(take)
    if output.json { try JSONOutput.print(ExplainedText(paragraphs: printed)) }
  }

  /// Gives the bytes of every file, or of standard input, in pieces of bounded size.
  private func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for file in files.isEmpty ? ["-"] : files {
      let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw ProgramFailure(.unreadableFile(CleanText.line(file, limit: 500))) }
      defer { if descriptor != STDIN_FILENO { close(descriptor) } }
      while true {
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw ProgramFailure(.unreadableFile(CleanText.line(file, limit: 500))) }
        guard count > 0 else { break }
        buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
      }
    }
  }
}

/// `--show-breaks --json`.
private struct ExplainedText: Encodable {
  let paragraphs: [ExplainedParagraph]
}

private struct ExplainedParagraph: Encodable {
  struct Break: Encodable {
    let offset: Int
    let kind: String
    let permitted: Bool
    let level: String?
    let rule: String

    enum CodingKeys: String, CodingKey {
      case offset
      case kind
      case permitted
      case level
      case rule
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(offset, forKey: .offset)
      try container.encode(kind, forKey: .kind)
      try container.encode(permitted, forKey: .permitted)
      // A level that is none is told as such.
      try container.encode(level, forKey: .level)
      try container.encode(rule, forKey: .rule)
    }
  }

  let text: String
  let language: String?
  let breaks: [Break]

  init(text: String, language: String?, breaks: [BreakExplanation]) {
    self.text = text
    self.language = language
    self.breaks = breaks.map {
      Break(
        offset: $0.offset, kind: $0.kind.rawValue, permitted: $0.isPermitted, level: $0.level.letter,
        rule: $0.rule)
    }
  }
}
