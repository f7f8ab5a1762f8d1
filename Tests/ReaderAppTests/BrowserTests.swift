import Foundation
import Glibc
import NewsModel
import Synchronization
import TestSupport
import Testing

@testable import ReaderApp

@Suite("The browser", .timeLimit(.minutes(Stress.patienceInMinutes)))
struct BrowserTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private let address = "https://echo.example/$(touch${IFS}x)';`id`&a=1"

  @Test("gets the address as one argument that no shell has read")
  func noShell() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let note = folder.appendingPathComponent("note")
    // Read by the shell, not executed: another test that forks now would hold the fresh file open ("text file busy").
    let script = folder.appendingPathComponent("my-browser")
    try "printf '%s|' \"$@\" > \(note.path)\nexit 1\n".write(to: script, atomically: true, encoding: .utf8)
    let address = try #require(WebAddress(address))
    let browser = Browser(
      environment: [
        "BROWSER": "no-such-one:sh \(script.path) --new %s", "PATH": "/usr/bin:/bin", "DISPLAY": ":0",
      ])
    guard case .aside(let program, let words) = try #require(browser.way(to: address)) else {
      Issue.record("with a display it runs beside the reader")
      return
    }
    let hasEnded = DispatchSemaphore(value: 0)
    #expect(Browser.start(program, words) { hasEnded.signal() })
    #expect(hasEnded.wait(timeout: .now() + 30) == .success)
    #expect(try String(contentsOf: note, encoding: .utf8) == "--new|\(address.text)|")
  }

  @Test("that is not there is said to be missing")
  func missing() throws {
    let address = try #require(WebAddress("https://echo.example/"))
    #expect(Browser(environment: ["PATH": "/nowhere"]).way(to: address) == nil)
    #expect(Browser(environment: ["PATH": "/nowhere", "DISPLAY": ":0"]).way(to: address) == nil)
  }

  @Test("that draws in the terminal gets it, as does every one where there is no display")
  func inTerminal() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["w3m", "lynx", "firefox"] {
      let file = folder.appendingPathComponent(name)
      try "".write(to: file, atomically: true, encoding: .utf8)
      chmod(file.path, 0o755)
    }
    let address = try #require(WebAddress("https://echo.example/a"))
    func way(_ browser: String?, _ display: String?) -> Browser.Way? {
      var environment = ["PATH": folder.path]
      environment["BROWSER"] = browser
      environment["DISPLAY"] = display
      return Browser(environment: environment).way(to: address)
    }
    func path(_ name: String) -> String { folder.path + "/" + name }
    let text = address.text
    #expect(
      way("w3m", ":0") == .inTerminal(program: path("w3m"), words: ["w3m", text], leavesText: false))
    let lynx = path("lynx")
    #expect(
      way("none:\(lynx) -dump %s", ":0")
        == .inTerminal(program: lynx, words: [lynx, "-dump", text], leavesText: true))
    #expect(way("firefox", ":0") == .aside(program: path("firefox"), words: ["firefox", text]))
    #expect(
      way("firefox", nil)
        == .inTerminal(program: path("firefox"), words: ["firefox", text], leavesText: true))
    #expect(way(nil, nil) == .inTerminal(program: path("w3m"), words: ["w3m", text], leavesText: false))
  }

  @Test(
    "is a command line as a shell reads it",
    arguments: [
      ("opener --new-tab '%s'", [["opener", "--new-tab", "%s"]]),
      ("opener \"%s\":w3m", [["opener", "%s"], ["w3m"]]),
      ("'/opt/my browser/run' --url=\"%s\" -x", [["/opt/my browser/run", "--url=%s", "-x"]]),
      ("/opt/my\\ browser/run ''", [["/opt/my browser/run", ""]]), ("'a:b' c::  :d", [["a:b", "c"], ["d"]]),
      ("a \"b \\\"c\\\" \\d", [["a", "b \"c\" \\d"]]), ("  ", []),
    ] as [(String, [[String]])])
  func words(text: String, commands: [[String]]) {
    #expect(ShellWords.commands(text) == commands)
  }
}
