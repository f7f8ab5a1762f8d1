import Testing

@Suite("Help")
struct HelpTests {
  @Test("every command's help has an example that fits a line and uses what the help describes")
  func examples() async throws {
    try await BuiltProgram.withHome { home in
      let help = try await ProgramHelp(home: home)
      #expect(help.pages.count >= 26)
      for (command, page) in help.pages {
        let examples = ProgramHelp.examples(page)
        #expect(!examples.isEmpty, "\(command)")
        for line in examples {
          #expect(line.count < 78, "\(line)")
          let called = try #require(help.command(of: line), "\(line)")
          #expect(called.hasPrefix(command) || command == "vestnik", "\(line)")
          let known = ProgramHelp.options(try #require(help.pages[called]))
          let used = line.prefix { $0 != "|" }.matches(of: /\s(--[a-z-]+)/).map { String($0.1) }
          #expect(known.isSuperset(of: used), "\(line)")
        }
      }
    }
  }

  @Test("no help leaves an option or an argument without a word about it")
  func described() async throws {
    try await BuiltProgram.withHome { home in
      for (command, page) in try await ProgramHelp(home: home).pages {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.hasPrefix("  -") || line.hasPrefix("  <") {
          let columns = line.dropFirst(2).split(separator: "  ", maxSplits: 1)
          // A long name has its words below it.
          let words = columns.count > 1 ? columns[1] : lines[index + 1].prefix { $0 != "-" }
          #expect(words.first { $0 != " " }?.isUppercase == true, "\(command): \(line)")
        }
      }
    }
  }
}
