/// What `--help` prints, of every command.
struct ProgramHelp {
  /// Pages by the words that lead to them: `vestnik`, `vestnik cache`, `vestnik cache status`.
  let pages: [String: String]

  /// Asks the program itself, from the overview on downwards.
  init(home: String) async throws {
    var pages: [String: String] = [:]
    var pending = ["vestnik"]
    while let command = pending.popLast() {
      let words = command.split(separator: " ").dropFirst().map(String.init)
      let page = try await BuiltProgram.run(words + ["--help"], home: home).output
      pages[command] = page
      let list = page.components(separatedBy: "SUBCOMMANDS:\n").dropFirst().first ?? ""
      pending += list.matches(of: /(?m)^  ([a-z]+) {2,}\S/).map { "\(command) \($0.1)" }
    }
    self.pages = pages
  }

  /// The lines under EXAMPLE of a page.
  static func examples(_ page: String) -> [String] {
    let block = page.components(separatedBy: "EXAMPLE\n").dropFirst().first ?? ""
    return block.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("  ") }
      .map { String($0.dropFirst(2)) }
  }

  /// The command that a line calls: as many of its first words as name one.
  func command(of line: String) -> String? {
    let words = line.split(separator: " ")
    return words.indices.reversed().lazy.map { words[...$0].joined(separator: " ") }
      .first { pages[$0] != nil }
  }

  /// The long options that a page describes.
  static func options(_ page: String) -> Set<String> {
    let list = page.components(separatedBy: "OPTIONS:\n").dropFirst().first ?? ""
    let rows = list.components(separatedBy: "\n\n")[0].matches(of: /(?m)^  (-\S.*)$/).map(\.1)
    return Set(rows.flatMap { $0.matches(of: /--[a-z][a-z-]*/).map { String($0.0) } })
  }
}
