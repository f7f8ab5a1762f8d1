import Foundation
import TestSupport
import Testing

@Suite("The reader in a terminal", .serialized)
struct ReaderJourneyTests {
  private func session(
    home: String, columns: Int = 120, rows: Int = 36, _ arguments: [String]
  ) throws -> TerminalSession {
    try TerminalSession(
      columns: columns, rows: rows, environment: BuiltProgram.environment(home: home),
      running: [BuiltProgram.path] + arguments)
  }

  @Test("an article read over the network is read again without one, after the server is gone")
  func onlineThenOffline() async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      server.serveEcho()
      #expect(try BuiltProgram.run(["add", server.url()], home: home).code == 0)
      #expect(try BuiltProgram.run(["fetch"], home: home).code == 0)
      let paragraph = try readFirstArticle(home: home, ["--theme", "newspaper-dark"])
      server.stop()
      let again = try readFirstArticle(home: home, ["--offline"])
      #expect(again == paragraph)
    }
  }

  /// Opens the first article of «В мире» and gives the first line of its text.
  private func readFirstArticle(home: String, _ arguments: [String]) throws -> String {
    let session = try session(home: home, arguments)
    try session.wait(for: "Разделы")
    try session.type("4")
    try session.wait("the section's list") { $0.contains("J/K") == false && $0.contains("Экспедиция") }
    try session.type("g", "Enter")
    let screen = try session.wait("the text") { $0.contains("чтения") && $0.contains("назад") }
    try session.type("q", "q", "q")
    try session.wait("the end") { _ in try session.ending() != nil }
    #expect(try session.ending()?.hasPrefix("0") == true)
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let meta = lines.firstIndex { $0.contains("чтения") } ?? 0
    return lines[(meta + 1)...].prefix(6).map { $0.prefix(80).trimmingCharacters(in: .whitespaces) }.joined(
      separator: " ")
  }

  @Test("from the ticker to an article, a related one, back, a sub-menu's section and search, by keys alone")
  func tour() async throws {
    try await BuiltProgram.withHome { home in
      let session = try session(home: home, ["demo", "--theme", "newspaper-light"])
      try session.wait(for: "Топ новости")
      try session.type("t")
      try session.wait(for: "чтения")
      try session.wait("something related") { $0.contains("По теме") }
      try session.type("q")
      try session.wait("the front page again") { !$0.contains("чтения") }
      try session.type("F10")
      try session.type("Right", "Right", "Enter")
      try session.wait(for: "Стратегия")
      try session.type("Down", "Enter")
      try session.wait("the sub-menu's section") {
        $0.contains("Персонально") && !$0.contains("Топ новости  ")
      }
      try session.type("/")
      try session.type("волонтёры")
      try session.wait("hits") { $0.contains("олонт") && $0.contains("найден") }
      try session.type("Escape")
      try session.type("Q")
      try session.wait("the end") { _ in try session.ending() != nil }
    }
  }

  @Test("keys work on a Russian layout, and the help says so")
  func russianLayout() async throws {
    try await BuiltProgram.withHome { home in
      let session = try session(home: home, ["demo"])
      try session.wait(for: "Топ новости")
      try session.type(",")
      try session.wait(for: "Помощь")
      try session.type("й")
      try session.wait("the front page again") { !$0.contains("Помощь") || $0.contains("Топ новости") }
      try session.type("Й")
      try session.wait("the end") { _ in try session.ending() != nil }
    }
  }

  @Test(
    "it opens at every usual size and says so where it cannot",
    arguments: [(80, 24), (50, 20), (30, 8), (12, 3)])
  func sizes(columns: Int, rows: Int) async throws {
    try await BuiltProgram.withHome { home in
      let session = try session(home: home, columns: columns, rows: rows, ["demo"])
      try session.wait(rows < 5 ? "мало" : "ЭХО") { $0.contains(rows < 5 ? "мал" : "ЭХО") }
      try session.resize(columns: 120, rows: 36)
      try session.wait(for: "Топ новости")
      try session.type("Q")
      try session.wait("the end") { _ in try session.ending() != nil }
    }
  }

  @Test(
    "whatever ends it, the terminal is given back: modes, screen, cursor, mouse",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV])
  func signals(number: Int32) async throws {
    try await BuiltProgram.withHome { home in
      let line = "'\(BuiltProgram.path)' demo; echo over $?; stty -a; read anything"
      let session = try TerminalSession(
        columns: 100, rows: 30, environment: BuiltProgram.environment(home: home),
        running: ["sh", "-c", line])
      try session.wait(for: "Топ новости")
      kill(try session.childProcessID(), number)
      let screen = try session.wait(for: "over \(128 + number)")
      #expect(screen.contains(" echo "))
      #expect(screen.contains(" icanon "))
      #expect(screen.contains("isig"))
      #expect(try session.flags("alternate_on", "mouse_any_flag", "keypad_flag") == ["0", "0", "0"])
      #expect(try session.flags("cursor_flag") == ["1"])
    }
  }
}
