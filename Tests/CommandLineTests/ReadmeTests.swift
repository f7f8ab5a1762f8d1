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
