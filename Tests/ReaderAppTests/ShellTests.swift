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
    #expect(shell.run("cat > '\(file.path)'", input: text, isEnding: { false }) == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
    #expect(shell.run("exit 7", input: text, isEnding: { false }) == 7)
    #expect(shell.run("kill -TERM $$", input: "", isEnding: { false }) == 128 + Int(SIGTERM))
  }

  @Test("a shell that does not exist is told, and a relative one is not taken")
  func missing() {
    #expect(Shell(environment: ["SHELL": "/nowhere/sh"]).run("true", input: "", isEnding: { false }) == nil)
    #expect(Shell(environment: ["SHELL": "sh"]).run("exit 3", input: "", isEnding: { false }) == 3)
  }

  @Test("a command that does not end is left behind when the program is asked to end")
  func leftBehind() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let never = file.path + ".never"
    defer { try? FileManager.default.removeItem(atPath: never) }
    // It waits for a pipe that nobody writes into.
    let command = "echo $$ > '\(file.path)'; mkfifo '\(never)'; read x < '\(never)'"
    let status = shell.run(command, input: "") { FileManager.default.fileExists(atPath: never) }
    #expect(status == nil)
    let told = try String(contentsOf: file, encoding: .utf8)
    let child = try #require(pid_t(told.trimmingCharacters(in: .newlines)))
    #expect(kill(child, SIGKILL) == 0)
  }
}
