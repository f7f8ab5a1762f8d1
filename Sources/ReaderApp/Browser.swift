import Foundation
import NewsModel

/// Finds the browser that people chose, and how it is run; no shell reads the address.
package struct Browser: Sendable {
  /// How an address is opened.
  enum Way: Hashable {
    /// A program with windows, beside the reader.
    case aside(program: String, words: [String])
    /// A program that needs the terminal; what it leaves there is read before the reader comes back where it may be a
    /// page or a complaint and no view of its own.
    case inTerminal(program: String, words: [String], leavesText: Bool)
  }

  /// Programs to try with their arguments, in order.
  private let commands: [[String]]
  private let searchPath: SearchPath
  private let hasDisplay: Bool

  /// From `BROWSER` (programs parted by colons, words as a shell reads them, `%s` for the address) and, after these, the
  /// desktop's own choice, or a browser for terminals where there is no desktop.
  package init(environment: [String: String]) {
    func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    hasDisplay = has("DISPLAY") || has("WAYLAND_DISPLAY") || has("WSL_DISTRO_NAME") || has("TERMUX_VERSION")
    let chosen = ShellWords.commands(environment["BROWSER"] ?? "")
    let usual = hasDisplay ? ["xdg-open", "x-www-browser", "termux-open-url", "wslview"] : Self.textBrowsers
    commands = chosen + usual.map { [$0] }
    searchPath = SearchPath(environment: environment)
  }

  /// How an address is opened; `nil` where there is no browser.
  func way(to address: WebAddress) -> Way? {
    for command in commands {
      guard let name = command.first, let program = searchPath.file(of: name) else { continue }
      let words = [name] + Self.arguments(Array(command.dropFirst()), address: address.text)
      let isForTerminals = Self.textBrowsers.contains(
        name.split(separator: "/").last.map(String.init) ?? name)
      guard isForTerminals || !hasDisplay else { return .aside(program: program, words: words) }
      let dumps = words.contains { $0.hasPrefix("-dump") || $0.hasPrefix("--dump") }
      return .inTerminal(program: program, words: words, leavesText: !isForTerminals || dumps)
    }
    return nil
  }

  /// Starts a browser beside the reader; false when it cannot be started.
  ///
  /// - Parameter failed: called when the program soon ends with a failure, from another thread.
  static func start(_ program: String, _ words: [String], failed: @escaping @Sendable () -> Void) -> Bool {
    guard let child = Child(program, words, input: nil, hasTerminal: false) else { return false }
    child.whenEnded { status, time in
      if status != 0, time < .seconds(10) { failed() }
    }
    return true
  }

  /// An address can be no option: it starts with its scheme.
  private static func arguments(_ words: [String], address: String) -> [String] {
    guard words.contains(where: { $0.contains("%s") }) else { return words + [address] }
    return words.map { $0.replacingOccurrences(of: "%s", with: address) }
  }

  /// Browsers that draw in the terminal, those first that are tried first.
  private static let textBrowsers = [
    "www-browser", "w3m", "lynx", "links2", "links", "elinks", "felinks", "browsh", "cha", "netrik", "retawq",
    "edbrowse",
  ]
}

/// Words of a command line as POSIX.1-2017 (2.2) reads them: blanks part them, quotes and backslashes keep together.
/// Nothing is expanded.
enum ShellWords {
  /// Commands parted by colons outside of quotes; empty ones are left out.
  static func commands(_ text: String) -> [[String]] {
    var commands: [[String]] = []
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    func endWord() {
      if let word { words.append(word) }
      word = nil
    }
    for character in text {
      if isEscaped {
        // Between double quotes a backslash before another character stands for itself.
        if quote == "\"", !"\"\\$`".contains(character) { word = (word ?? "") + "\\" }
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote != nil {
        word = (word ?? "") + String(character)
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == ":" {
        endWord()
        commands.append(words)
        words = []
      } else if character.isWhitespace {
        endWord()
      } else {
        word = (word ?? "") + String(character)
      }
    }
    endWord()
    return (commands + [words]).filter { !$0.isEmpty }
  }
}
