import Foundation
import TestSupport
import Testing

@Suite("The reader in a terminal", .serialized)
struct ReaderJourneyTests {
  private func session(
    home: String, columns: Int = 120, rows: Int = 36, _ arguments: [String]
  ) async throws -> TerminalSession {
    try await TerminalSession(
      columns: columns, rows: rows, environment: BuiltProgram.environment(home: home),
      running: [BuiltProgram.path] + arguments)
  }

  @Test("an article read over the network is read again without one, after the server is gone")
  func onlineThenOffline() async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      server.serveEcho()
      #expect(try await BuiltProgram.run(["add", server.url()], home: home).code == 0)
      #expect(try await BuiltProgram.run(["fetch"], home: home).code == 0)
      let paragraph = try await readFirstArticle(home: home, ["--theme", "newspaper-dark"])
      server.stop()
      let again = try await readFirstArticle(home: home, ["--offline"])
      #expect(again == paragraph)
    }
  }

  /// Opens the first article of «В мире» and gives the first line of its text.
  private func readFirstArticle(home: String, _ arguments: [String]) async throws -> String {
    let session = try await session(home: home, arguments)
    try await session.wait(for: "Разделы")
    try await session.type("4")
    try await session.wait("the section's list") { $0.contains("J/K") == false && $0.contains("Экспедиция") }
    try await session.type("g", "Enter")
    let screen = try await session.wait("the text") { $0.contains("чтения") && $0.contains("назад") }
    try await session.type("q", "q", "q")
    try await session.wait("the end") { _ in try await session.ending() != nil }
    #expect(try await session.ending()?.hasPrefix("0") == true)
    await session.end()
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    let meta = lines.firstIndex { $0.contains("чтения") } ?? 0
    return lines[(meta + 1)...].prefix(6).map { $0.prefix(80).trimmingCharacters(in: .whitespaces) }.joined(
      separator: " ")
  }

  @Test("from the ticker to an article, a related one, back, a sub-menu's section and search, by keys alone")
  func tour() async throws {
    try await BuiltProgram.withHome { home in
      let session = try await session(home: home, ["demo", "--theme", "newspaper-light"])
      try await session.wait(for: "Топ новости")
      try await session.type("t")
      try await session.wait(for: "чтения")
      try await session.wait("something related") { $0.contains("По теме") }
      try await session.type("q")
      try await session.wait("the front page again") { !$0.contains("чтения") }
      try await session.type("F10")
      try await session.type("Right", "Right", "Enter")
      try await session.wait(for: "Стратегия")
      try await session.type("Down", "Enter")
      try await session.wait("the sub-menu's section") {
        $0.contains("Персонально") && !$0.contains("Топ новости  ")
      }
      try await session.type("/")
      try await session.type("волонтёры")
      try await session.wait("hits") { $0.contains("олонт") && $0.contains("найден") }
      try await session.type("Escape")
      try await session.type("Q")
      try await session.wait("the end") { _ in try await session.ending() != nil }
      await session.end()
    }
  }

  @Test("keys work on a Russian layout, and the help says so")
  func russianLayout() async throws {
    try await BuiltProgram.withHome { home in
      let session = try await session(home: home, ["demo"])
      try await session.wait(for: "Топ новости")
      try await session.type(",")
      try await session.wait(for: "Помощь")
      try await session.type("й")
      try await session.wait("the front page again") { !$0.contains("Помощь") || $0.contains("Топ новости") }
      try await session.type("Й")
      try await session.wait("the end") { _ in try await session.ending() != nil }
      await session.end()
    }
  }

  @Test(
    "it opens at every usual size and says so where it cannot",
    arguments: [(80, 24), (50, 20), (30, 8), (12, 3)])
  func sizes(columns: Int, rows: Int) async throws {
    try await BuiltProgram.withHome { home in
      let session = try await session(home: home, columns: columns, rows: rows, ["demo"])
      try await session.wait(rows < 5 ? "мало" : "ЭХО") { $0.contains(rows < 5 ? "мал" : "ЭХО") }
      try await session.resize(columns: 120, rows: 36)
      try await session.wait(for: "Топ новости")
      try await session.type("Q")
      try await session.wait("the end") { _ in try await session.ending() != nil }
      await session.end()
    }
  }

  @Test(
    "whatever ends it, the terminal is given back: modes, screen, cursor, mouse",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV])
  func signals(number: Int32) async throws {
    try await BuiltProgram.withHome { home in
      let line = "'\(BuiltProgram.path)' demo; echo over $?; stty -a; read anything"
      let session = try await TerminalSession(
        columns: 100, rows: 30, environment: BuiltProgram.environment(home: home),
        running: ["sh", "-c", line])
      try await session.wait(for: "Топ новости")
      _ = kill(try await session.childProcessID(), number)
      let screen = try await session.wait(for: "over \(128 + number)")
      #expect(screen.contains(" echo "))
      #expect(screen.contains(" icanon "))
      #expect(screen.contains("isig"))
      #expect(try await session.flags("alternate_on", "mouse_any_flag", "keypad_flag") == ["0", "0", "0"])
      #expect(try await session.flags("cursor_flag") == ["1"])
      await session.end()
    }
  }
}
