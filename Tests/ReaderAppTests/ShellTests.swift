import Foundation
import Testing

@testable import ReaderApp

@Suite("Commands that get an article's text")
struct ShellTests {
  private let shell = Shell(environment: ["SHELL": "/bin/sh"])

  @Test("a command gets the whole text as its input, however long, and its code comes back")
  func input() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let text = String(repeating: "Мост через Тобылгу открыли.\n", count: 20_000)
    #expect(shell.run("cat > '\(file.path)'", input: text) == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
    #expect(shell.run("exit 7", input: text) == 7)
    #expect(shell.run("kill -TERM $$", input: "") == 128 + Int(SIGTERM))
  }

  @Test("a shell that does not exist is told, and a relative one is not taken")
  func missing() {
    #expect(Shell(environment: ["SHELL": "/nowhere/sh"]).run("true", input: "") == nil)
    #expect(Shell(environment: ["SHELL": "sh"]).run("exit 3", input: "") == 3)
  }
}
