import Configuration
import Foundation
import TestSupport
import Testing

@Suite("The README", .serialized)
struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let readme = root.appendingPathComponent("README.md")

  /// The lines of its `sh` blocks that call the program.
  private func commands() throws -> [String] {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let blocks = text.components(separatedBy: "```sh\n").dropFirst()
    return blocks.flatMap { $0.components(separatedBy: "```")[0].split(separator: "\n").map(String.init) }
  }

  /// What it prints as code in its sentences.
  private func spans() throws -> [String] {
    let text = try String(contentsOf: Self.readme, encoding: .utf8).replacing(/```[^`]*```/, with: "")
    return text.matches(of: /`([^`]+)`/).map { String($0.1.replacing(/\s+/, with: " ")) }
  }

  /// The lines of its blocks that are set apart by their indent alone.
  private func indentedLines() throws -> [Substring] {
    try String(contentsOf: Self.readme, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }
  }

  /// What its sentences and its indented blocks call, each once; in the latter a shell, `swift run` or cron does it.
  private func otherCommands() throws -> Set<String> {
    let inline = try spans().compactMap { $0.wholeMatch(of: /(?:[A-Z_]+=\S+ )?vestnik(?: .+)?/)?.0 }
    let lines = try indentedLines().compactMap { $0.firstMatch(of: /(?:^|\s)(vestnik(?: .+)?)$/)?.1 }
    return Set(inline.map(String.init) + lines.map(String.init))
  }

  @Test("every command in it works as printed, in its order")
  func commandsWork() async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      defer { server.stop() }
      server.serveEcho()
      let lines = try commands()
      #expect(lines.count >= 12)
      for line in lines {
        let words = line.replacingOccurrences(of: "https://echo.example/", with: server.url())
          .matches(of: /"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? "") }
        #expect(words.first == "vestnik", "\(line)")
        let run = try await BuiltProgram.run(Array(words.dropFirst()), home: home)
        #expect(run.code == 0, "\(line): \(run.errors)")
        #expect(!run.output.isEmpty, "\(line)")
      }
    }
  }

  @Test("what its sentences and its examples with files call works too")
  func otherCommandsWork() async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      defer { server.stop() }
      server.serveEcho()
      for arguments in [["add", server.url()], ["fetch"]] {
        #expect(try await BuiltProgram.run(arguments, home: home).code == 0)
      }
      let archive = try BuiltProgram.archive(in: home).path
      let names = [
        "FILE": "\(home)/damaged.sqlite", "NAME": "Эхо", "ADDRESS": server.url(),
        "~/.newsboat/urls": "\(home)/urls", "subscriptions.opml": "\(home)/list.opml",
        "today.html": "\(home)/today.html",
      ]
      try FileManager.default.copyItem(atPath: archive, toPath: "\(home)/damaged.sqlite")
      try Data("\(server.url("/rss.xml")) Лента\n".utf8).write(to: URL(fileURLWithPath: "\(home)/urls"))
      let opml = try await BuiltProgram.run(["export", "opml"], home: home).output
      try Data(opml.utf8).write(to: URL(fileURLWithPath: "\(home)/list.opml"))
      let lines = try otherCommands()
      #expect(lines.count >= 20)
      for line in lines.sorted() {
        let words = line.split(separator: " ").map { names[String($0)] ?? String($0) }
        let start = try #require(words.firstIndex(of: "vestnik"), "\(line)")
        let settings = words[..<start].map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        let run = try await BuiltProgram.run(
          Array(words[(start + 1)...]), home: home,
          variables: Dictionary(uniqueKeysWithValues: settings.map { ($0[0], $0[1]) }))
        if words.contains("--preview") {
          // All is well but that there is no terminal here to look at it.
          #expect(run.code == 1 && run.errors.contains("не в терминал"), "\(line): \(run.errors)")
        } else {
          #expect(run.code == 0, "\(line): \(run.errors)")
          #expect(words.contains("--output") || !run.output.isEmpty, "\(line)")
        }
      }
      #expect(try String(contentsOfFile: "\(home)/today.html", encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
    }
  }

  @Test("a feed's first tag becomes its folder, as it says, and its other tags become nothing")
  func tags() async throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8).replacing(/\s+/, with: " ")
    #expect(text.contains("of newsboat's tags the first becomes it, the others are left out"))
    try await BuiltProgram.withHome { home in
      let file = "\(home)/urls"
      let line = "https://echo.example/rss.xml \"Спорт\" \"Область\"\n"
      try Data(line.utf8).write(to: URL(fileURLWithPath: file))
      let run = try await BuiltProgram.run(["import", file], home: home)
      #expect(run.output.hasPrefix("Спорт\n  echo.example  https://echo.example/rss.xml\n"), "\(run.output)")
      #expect(!run.output.contains("Область"), "\(run.output)")
    }
  }

  @Test("the options that its sentences name are all known")
  func options() async throws {
    try await BuiltProgram.withHome { home in
      let help = try await ProgramHelp(home: home)
      let known = Set(help.pages.values.flatMap(ProgramHelp.options))
      let named = try spans().filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != " " }) }
      #expect(named.count >= 5)
      #expect(known.isSuperset(of: named), "\(named.filter { !known.contains($0) })")
    }
  }

  /// What the last of them hands to the program is among `otherCommands`. An optimised build of its own would take
  /// minutes, so only what it names is held against what is there.
  @Test("the two commands that build are those that prove a change, or name the program as it is built")
  func buildingCommands() throws {
    let lines = try indentedLines().filter { $0.contains("swift ") }
    #expect(lines.count == 2)
    let proof = try String(contentsOf: Self.root.appendingPathComponent(".ci/run"), encoding: .utf8)
    let product = URL(fileURLWithPath: BuiltProgram.path).lastPathComponent
    let package = try String(contentsOf: Self.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    #expect(package.contains(".executable(name: \"\(product)\""))
    for line in lines {
      let isProved = proof.split(separator: "\n").contains(line)
      let runs = line.wholeMatch(of: /\.ci\/setup && swift run -c (?:debug|release) (\S+)(?: .+)?/)
      #expect(isProved || runs?.1 == product[...], "\(line)")
    }
    let setup = Self.root.appendingPathComponent(".ci/setup").path
    #expect(FileManager.default.isExecutableFile(atPath: setup))
  }

  @Test("the program that is put in place as it says runs without its symbols")
  func installed() async throws {
    let line = try #require(try indentedLines().first { $0.hasPrefix("install ") })
    try await BuiltProgram.withHome { home in
      let command = line.replacing(".build/release/vestnik", with: "'\(BuiltProgram.path)'")
        .replacing("~/.local", with: "'\(home)'")
      let run = try await BuiltProgram.run(
        ["-c", "\(command) && '\(home)/bin/vestnik' --version"], home: home, program: "sh")
      #expect(run.code == 0 && run.output.hasPrefix("0."), "\(run)")
      let size = { try FileManager.default.attributesOfItem(atPath: $0)[.size] as? Int ?? 0 }
      #expect(try size("\(home)/bin/vestnik") < size(BuiltProgram.path))
    }
  }

  @Test("its settings are all known, and its example of a settings file has nothing to complain of")
  func settings() async throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let yaml = try #require(text.components(separatedBy: "```yaml\n").dropFirst().first)
    let example = yaml.components(separatedBy: "```")[0]
    let (settings, warnings) = Settings.read(text: example, path: "config.yaml")
    #expect(warnings.isEmpty)
    #expect(settings.theme == "newspaper-light")
    #expect(settings.keys.count == 2)
  }

  /// Under `VESTNIK_RECORD=1` the picture is made anew and the test fails, so that it is looked at before it counts.
  @Test("its picture is what the program prints")
  func picture() async throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let link = try #require(text.firstMatch(of: /!\[[^\]]+\]\(([^)]+\.svg)\)/))
    let file = Self.root.appendingPathComponent(String(link.1))
    try await BuiltProgram.withHome { home in
      let arguments = ["demo", "--picture", "120x36", "--theme", "newspaper-dark"]
      let run = try await BuiltProgram.run(arguments, home: home)
      #expect(run.code == 0, "\(run.errors)")
      if ProcessInfo.processInfo.environment["VESTNIK_RECORD"] == "1" {
        try Data(run.output.utf8).write(to: file)
        Issue.record("recorded \(link.1): look at it, then run the test again")
      }
      let isEqual = try String(contentsOf: file, encoding: .utf8) == run.output
      #expect(isEqual, "make it anew: vestnik \(arguments.joined(separator: " ")) > \(link.1)")
    }
  }
}
