import Foundation
import NewsModel
import ReaderApp
import Synchronization
import Testing

@Suite("The browser", .timeLimit(.minutes(1)))
struct BrowserTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private func program(_ name: String, in folder: URL, _ script: String) throws {
    let file = folder.appendingPathComponent(name)
    try "#!/bin/sh\n\(script)\n".write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  @Test("gets the address as one argument that no shell has read")
  func noShell() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let note = folder.appendingPathComponent("note")
    try program("my-browser", in: folder, "printf '%s|' \"$@\" > \(note.path)\nexit 1")
    let address = try #require(WebAddress("https://echo.example/$(touch${IFS}x)';`id`&a=1"))
    let browser = Browser(
      environment: ["BROWSER": "no-such-one:my-browser --new %s", "PATH": folder.path + ":/usr/bin:/bin"])
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
