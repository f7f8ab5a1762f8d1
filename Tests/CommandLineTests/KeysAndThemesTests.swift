import Foundation
import Testing

@Suite("The lists of keys and themes")
struct KeysAndThemesTests {
  private struct Keys: Decodable {
    struct Row: Decodable {
      let command: String
      let keys: [String: [String]]
    }

    let commands: [Row]
  }

  private struct Themes: Decodable {
    struct Row: Decodable {
      let name: String
      let dark: Bool
    }

    let themes: [Row]
    let warnings: Int
  }

  private func settle(_ text: String, in home: String, file: String) throws {
    let url = URL(fileURLWithPath: home).appendingPathComponent("config").appendingPathComponent(file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  @Test("keys are printed with the letters of both layouts, as the settings file has them")
  func keys() async throws {
    try await BuiltProgram.withHome { home in
      try settle("language: en\nkeys:\n  quit: C-q\n", in: home, file: "config.yaml")
      let text = try await BuiltProgram.run(["keys"], home: home)
      #expect(text.code == 0, "\(text.errors)")
      #expect(text.output.contains("j\u{A0}(о)"))
      #expect(text.output.contains("^Q"))
      let json = try await BuiltProgram.run(["keys", "--json"], home: home)
      let document = try JSONDecoder().decode(Keys.self, from: Data(json.output.utf8))
      let quit = try #require(document.commands.first { $0.command == "quit" })
      #expect(quit.keys["list"] == ["C-q"])
    }
  }

  @Test("themes are the built-in ones and the folder's; a file that cannot be one is named")
  func themes() async throws {
    try await BuiltProgram.withHome { home in
      let palette = (0..<16).map { String(format: "base%02X: \"%06x\"", $0, $0 * 0x101010) }
      let scheme = (["scheme: \"Greys\"", "author: \"Nobody\""] + palette).joined(separator: "\n")
      try settle(scheme, in: home, file: "themes/greys.yaml")
      try settle("scheme: [", in: home, file: "themes/broken.yaml")
      let run = try await BuiltProgram.run(["themes", "--json"], home: home)
      #expect(run.code == 0)
      #expect(run.errors.contains("broken.yaml"))
      let document = try JSONDecoder().decode(Themes.self, from: Data(run.output.utf8))
      #expect(document.warnings == 1)
      #expect(document.themes.contains { $0.name == "greys" && $0.dark })
      #expect(document.themes.contains { $0.name == "newspaper-light" && !$0.dark })
    }
  }

  @Test("a theme that does not exist cannot be looked at; the nearest name is offered")
  func preview() async throws {
    try await BuiltProgram.withHome { home in
      let run = try await BuiltProgram.run(["themes", "--preview", "nigt"], home: home)
      #expect(run.code == 1)
      #expect(run.errors.contains("night"))
    }
  }
}
