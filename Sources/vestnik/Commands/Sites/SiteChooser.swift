import NewsModel
import Newsroom
import Phrases

/// Asks a person at the terminal, line by line, what of a site is to be followed.
struct SiteChooser: Sendable {
  private let tree: SiteTree

  /// - Returns: `nil` where there is nothing to choose among.
  init?(_ tree: SiteTree) {
    guard SiteChoice(tree.discovery).lines.count > 1 else { return nil }
    self.tree = tree
  }

  private enum Answer {
    case keep, take, leave, keepAll, nothing
  }

  /// - Returns: the site with what was taken; `nil` when nothing of it is wanted.
  func ask() -> Site? {
    var choice = SiteChoice(tree.discovery)
    Output.line(tree.phrases[.cliChooseLines])
    for line in choice.lines {
      let isTaken = choice.taken.contains(line)
      // On one row, so that its mark can be written over.
      let text = tree.text(of: line).withoutCredentials.prefix(max(10, Output.columns - 6))
      Output.text(" [\(isTaken ? "+" : " ")] \(text) ")
      let answer = answer()
      switch answer {
      case .keep, .keepAll: break
      case .take: choice.set(line, isTaken: true)
      case .leave: choice.set(line, isTaken: false)
      case .nothing:
        Output.text("\n")
        return nil
      }
      Output.text("\r [\(choice.taken.contains(line) ? "+" : "-")]\n")
      if case .keepAll = answer { break }
    }
    let site = choice.site
    return site.sources.isEmpty ? nil : site
  }

  /// What the next key says, under a Latin or a Cyrillic layout; other keys are waited past.
  private func answer() -> Answer {
    while true {
      guard let key = SingleKey.read() else { return .nothing }
      switch key {
      case "\n", "\r", " ": return .keep
      case "+", "=", "y", "Y", "д", "Д": return .take
      case "-", "−", "n", "N": return .leave
      case "a", "A", "а", "А", "ф", "Ф": return .keepAll
      case "q", "Q", "й", "Й", "\u{1B}": return .nothing
      default: continue
      }
    }
  }
}
