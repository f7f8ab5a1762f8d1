import Foundation
import NewsModel
import ReaderApp
import Synchronization
import TestSupport
import Testing

@Suite("The browser", .timeLimit(.minutes(Stress.patienceInMinutes)))
struct BrowserTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test("gets the address as one argument that no shell has read")
  func noShell() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let note = folder.appendingPathComponent("note")
    // Read by the shell, not executed: another test that forks now would hold the fresh file open ("text file busy").
    let script = folder.appendingPathComponent("my-browser")
    try "printf '%s|' \"$@\" > \(note.path)\nexit 1\n".write(to: script, atomically: true, encoding: .utf8)
    let address = try #require(WebAddress("https://echo.example/$(touch${IFS}x)';`id`&a=1"))
    let browser = Browser(
      environment: ["BROWSER": "no-such-one:sh \(script.path) --new %s", "PATH": "/usr/bin:/bin"])
    let hasEnded = DispatchSemaphore(value: 0)
    #expect(browser.open(address) { hasEnded.signal() })
    #expect(hasEnded.wait(timeout: .now() + 30) == .success)
    #expect(try String(contentsOf: note, encoding: .utf8) == "--new|\(address.text)|")
  }

  @Test("that is not there is said to be missing")
  func missing() throws {
    let address = try #require(WebAddress("https://echo.example/"))
    #expect(!Browser(environment: ["PATH": "/nowhere"]).open(address) {})
  }
}
