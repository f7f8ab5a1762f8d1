import Configuration
import Foundation
import NewsModel
import Phrases

/// What was wrong with a command line, in the interface's language.
///
/// The parser of arguments keeps its reasons to itself and tells them as English sentences only; these are known by
/// the words around what was typed. One that is not known is told as it is.
struct UsageMistake {
  /// A sentence of the parser's as literal pieces with something typed between each two, and what it means.
  private struct Shape {
    let pieces: [String]
    let phrase: Phrase
    /// What the gaps are called in the phrase.
    let names: [String]

    init(_ pieces: [String], _ phrase: Phrase, _ names: String...) {
      self.pieces = pieces
      self.phrase = phrase
      self.names = names
    }
  }

  /// The longer before those that they contain.
  private static let shapes = [
    Shape(
      ["Can't generate completion scripts for '", "'.", "<shell> with one of:", ""], .usageNoShell, "name",
      "advice", "choices"),
    Shape(
      ["Can't autodetect a supported shell.", "<shell> with one of:", ""], .usageNoShellFound, "advice",
      "choices"),
    Shape(["Unknown option '", "'. Did you mean '", "'?"], .usageUnknownOptionNear, "name", "nearest"),
    Shape(["Unknown option '", "'"], .usageUnknownOption, "name"),
    Shape(["Missing value for '", "'"], .usageMissingValue, "name"),
    Shape(["Missing expected argument '", "'"], .usageMissingArgument, "name"),
    Shape(["Missing one of: '", "'"], .usageMissingArgument, "name"),
    Shape(
      ["The option '", "' does not take any value, but '", "' was specified."], .usageNoValue, "name", "value"
    ),
    Shape(
      ["The value '", "' is invalid for '", "'. Please provide one of ", "."], .usageBadChoice, "value",
      "name",
      "choices"),
    Shape(["The value '", "' is invalid for '", "'"], .usageBadValue, "value", "name"),
    Shape(["Unexpected argument '", "'"], .usageExtra, "name"),
    Shape(["", " unexpected arguments: '", "'"], .usageExtra, "count", "name"),
    Shape(
      ["Value to be set with flag '", "' had already been set with flag '", "'"], .usageTwice, "name", "other"
    ),
    Shape(["", " takes a number from ", " to ", ""], .usageRange, "name", "low", "high"),
    Shape(["", " needs ", ""], .usageNeeds, "name", "other"),
  ]

  private let phrase: Phrase?
  private let facts: [String: String]

  /// The command in question, as it is called: `vestnik export digest`.
  private let command: String

  /// - Parameters:
  ///   - message: the parser's sentence, without its usage.
  ///   - page: the same with its usage, which ends in where to look.
  init(_ message: String, page: String) {
    command = Self.command(in: page)
    for shape in Self.shapes {
      guard let typed = Self.typed(message[...], between: shape.pieces[...]) else { continue }
      if shape.phrase == .usageExtra, command == "vestnik", let words = typed.last {
        // The bare program takes no words of its own: the first was to be a command.
        let word = Self.listed(words.components(separatedBy: "', '")[0], isChoice: false)
        let nearest = NearestName.to(word, among: VestnikCommand.names)
        phrase = nearest == nil ? .usageNoCommand : .usageNoCommandNear
        facts = ["name": word, "nearest": nearest ?? ""]
        return
      }
      phrase = shape.phrase
      let isChoice = shape.phrase == .usageBadChoice
      facts = Dictionary(zip(shape.names, typed.map { Self.listed($0, isChoice: isChoice) })) { first, _ in
        first
      }
      return
    }
    phrase = nil
    facts = ["reason": CleanText.line(message, limit: 400)]
  }

  /// The whole sentence, with where to look.
  func sentence(_ phrases: Phrasebook) -> String {
    let reason = phrase.map { phrases.text($0, facts) } ?? facts["reason"] ?? ""
    return phrases.text(.cliWrongUsage, ["reason": reason, "command": command])
  }

  /// The words before ` --help` in the parser's last line, «See 'vestnik list --help' for more information.»
  private static func command(in page: String) -> String {
    guard let last = page.split(separator: "\n").last, let start = last.range(of: "See '")?.upperBound,
      let end = last.range(of: " --help'")?.lowerBound, start < end
    else { return "vestnik" }
    return String(last[start..<end])
  }

  /// What was typed as it may be shown, several words parted by commas alone.
  private static func listed(_ typed: String, isChoice: Bool) -> String {
    var text = CleanText.line(typed, limit: 200).replacing("', '", with: ", ")
    guard isChoice, text.hasPrefix("'") else { return text }
    for word in ["' and '", "' or '"] { text = text.replacing(word, with: ", ") }
    return String(text.dropFirst().dropLast())
  }

  /// What stands between the pieces; `nil` where they do not make up the message.
  private static func typed(_ message: Substring, between pieces: ArraySlice<String>) -> [String]? {
    guard let first = pieces.first, message.hasPrefix(first) else { return nil }
    let rest = message.dropFirst(first.count)
    let following = pieces.dropFirst()
    guard let next = following.first else { return rest.isEmpty ? [] : nil }
    if following.count == 1 {
      guard rest.hasSuffix(next) else { return nil }
      let value = rest.dropLast(next.count)
      return [String(value)]
    }
    for start in rest.indices where rest[start...].hasPrefix(next) {
      if let further = typed(rest[start...], between: following) {
        return [String(rest[..<start])] + further
      }
    }
    return nil
  }
}
