import Foundation
import TestSupport
import Testing

@Suite("The reader in a terminal", .serialized)
struct ReaderJourneyTests {
  /// Does some work with the reader open, and holds it to ending well; whatever happens, nothing of it is left running.
  private func withReader<Value>(
    home: String, columns: Int = 120, rows: Int = 36, _ arguments: [String],
    _ work: (TerminalSession) async throws -> Value
  ) async throws -> Value {
    let words = ([BuiltProgram.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try await TerminalSession.during(
      columns: columns, rows: rows, environment: BuiltProgram.environment(home: home),
      running: ["sh", "-c", "\(words); echo left $?; read anything"]
    ) { session in
      let value = try await work(session)
      try await session.type("Q")
      try await session.wait(for: "left 0")
      return value
    }
  }

  @Test("an article read over the network is read again without one, after the server is gone")
  func onlineThenOffline() async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      server.serveEcho()
      #expect(try await BuiltProgram.run(["add", server.url()], home: home).code == 0)
      #expect(try await BuiltProgram.run(["fetch"], home: home).code == 0)
      let text = try await readOldest(home: home, ["--theme", "newspaper-dark"])
      server.stop()
      #expect(text.contains("Тарнок"))
      #expect(try await readOldest(home: home, ["--offline"]) == text)
    }
  }

  /// Opens the last article of «В мире» and gives the beginning of its text.
  private func readOldest(home: String, _ arguments: [String]) async throws -> String {
    try await withReader(home: home, arguments) { session in
      try await session.wait(for: "Разделы")
      try await session.type("4")
      try await session.wait(for: "экспедиция")
      try await session.type("G", "Enter")
      // The screen is painted from the top down: how far the text is read stands in its last line.
      let screen = try await session.wait("the text") { $0.contains("чтения") && $0.hasSuffix(" 0 %") }
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      let head = lines.firstIndex { $0.contains("чтения") } ?? 0
      return lines[(head + 1)...].prefix(16).map { $0.prefix(80).trimmingCharacters(in: .whitespaces) }
        .joined(separator: " ")
    }
  }

  @Test("from the ticker to an article, a related one, back, a sub-menu's section and search, by keys alone")
  func tour() async throws {
    try await BuiltProgram.withHome { home in
      try await withReader(home: home, ["demo", "--theme", "newspaper-light"]) { session in
        try await session.wait(for: "48 новых")
        try await session.type("t")
        let first = try await session.wait("the article") { $0.contains("чтения") && $0.contains("│ · ") }
        try await session.type("Tab", "Tab", "Enter")
        try await session.wait("another article") {
          $0.contains("чтения") && Self.title($0) != Self.title(first)
        }
        try await session.type("h")
        try await session.wait("the first article again") { Self.title($0) == Self.title(first) }
        try await session.type("h")
        try await session.wait("the front page again") { !$0.contains("чтения") }
        try await session.type("F10", "Right", "Right", "Enter")
        try await session.wait(for: "│ Стратегия")
        try await session.type("Down", "Enter")
        try await session.wait(for: "Разделы · Держать курс")
        try await session.type("/")
        try await session.type("волонтёры")
        // Typed at once, it is asked again as the demo's texts come in.
        try await session.wait(for: "найдены 4 статьи")
        try await session.type("Enter")
        try await session.wait("the hits have the keys") { !$0.contains("к найденному") }
        try await session.type("Enter")
        try await session.wait(for: "чтения")
      }
    }
  }

  /// The line of the screen that stands over an article's date.
  private static func title(_ screen: String) -> String {
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    guard let date = lines.firstIndex(where: { $0.contains("чтения") }), date > 0 else { return "" }
    return lines[date - 1].prefix(80).trimmingCharacters(in: .whitespaces)
  }

  @Test("what another process fetches is shown in the open reader")
  func besideCron() async throws {
    try await BuiltProgram.withHome { home in
      let server = try LoopbackServer()
      server.serveEcho()
      #expect(try await BuiltProgram.run(["add", server.url()], home: home).code == 0)
      try await withReader(home: home, ["--offline"]) { session in
        try await session.wait("the empty paper") { $0.contains("Разделы") && !$0.contains("48 новых") }
        #expect(try await BuiltProgram.run(["fetch"], home: home).code == 0)
        try await session.wait(for: "48 новых")
      }
      server.stop()
    }
  }

  @Test("a site that another process adds to an empty list opens in the reader, and a second one beside it")
  func addedBeside() async throws {
    try await BuiltProgram.withHome { home in
      let (first, second) = (try LoopbackServer(), try LoopbackServer())
      first.serveEcho()
      second.serveEcho()
      try await withReader(home: home, []) { session in
        try await session.wait(for: "vestnik add")
        #expect(try await BuiltProgram.run(["add", first.url()], home: home).code == 0)
        try await session.wait(for: "Разделы")
        #expect(try await BuiltProgram.run(["add", second.url()], home: home).code == 0)
        // The list of sites: there is none of one site.
        try await session.wait("both sites") { $0.contains("ЭХО (") }
        try await session.type("h")
        try await session.wait("their list") { $0.split(separator: "\n").count { $0.contains("Эхо") } == 2 }
      }
      first.stop()
      second.stop()
    }
  }

  @Test(
    "a damaged archive is moved out of the reader's way, told of by every command for it, and saved from when asked"
  )
  func damaged() async throws {
    try await BuiltProgram.withHome { home in
      let archive = try BuiltProgram.archive(in: home)
      let bytes = Data(repeating: 0x5A, count: 20_000)
      try bytes.write(to: archive)
      try await withReader(home: home, ["--offline"]) { session in
        try await session.wait(for: "архив повреждён и отложен")
      }
      let name = try FileManager.default.contentsOfDirectory(atPath: "\(home)/data").first {
        $0.contains("damaged")
      }
      let aside = "\(home)/data/\(try #require(name))"
      #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == bytes)
      for command in ["status", "verify", "rebuild"] {
        let run = try await BuiltProgram.run(["cache", command], home: home)
        #expect(run.code == 0 && run.output.contains("vestnik cache rebuild \(aside)"), "\(run.output)")
      }
    }
  }

  @Test("an archive that the reader has open is not moved away under it")
  func inUse() async throws {
    try await BuiltProgram.withHome { home in
      let archive = try BuiltProgram.archive(in: home)
      #expect(try await BuiltProgram.run(["cache", "status"], home: home).code == 0)
      try await withReader(home: home, ["--offline"]) { session in
        try await session.wait(for: "vestnik add")
        let file = try FileHandle(forUpdating: archive)
        // The first page: whatever the log holds of the others, this is no archive.
        try file.write(contentsOf: Data(repeating: 0x5A, count: 4096))
        try file.close()
        let run = try await BuiltProgram.run(["cache", "rebuild"], home: home)
        #expect(
          run.code == 1
            && run.errors.contains("архив занят другой программой: ничего не записано, закройте её"),
          "\(run.errors)")
      }
      #expect(try await BuiltProgram.run(["cache", "rebuild"], home: home).code == 0)
    }
  }

  @Test("the demo begins again with the edition that it has read, what was read in it, and no other data")
  func demoAgain() async throws {
    try await BuiltProgram.withHome { home in
      try await withReader(home: home, ["demo"]) { session in
        try await session.wait(for: "48 новых")
        try await session.type("Enter")
        try await session.wait(for: "чтения")
      }
      try await withReader(home: home, ["demo"]) { session in try await session.wait(for: "47 новых") }
      #expect(try FileManager.default.contentsOfDirectory(atPath: home) == ["cache"])
      let editions = try FileManager.default.contentsOfDirectory(atPath: "\(home)/cache/demo")
      #expect(editions.count == 1)
    }
  }

  @Test("an article is written to a file and given to a command, which gets the terminal meanwhile")
  func handsOn() async throws {
    try await BuiltProgram.withHome { home in
      try await withReader(home: home, ["demo"]) { session in
        try await session.wait(for: "48 новых")
        try await session.type("G", "Enter")
        try await session.wait(for: "чтения")
        try await session.type("S", "C-u")
        try await session.type("\(home)/story.pdf")
        try await session.type("Enter")
        try await session.wait(for: "форма .pdf неизвестна: есть .txt, .md, .html")
        try await session.type("BSpace", "BSpace", "BSpace")
        try await session.type("md")
        try await session.type("Enter")
        try await session.wait(for: "Записано")
        let text = try String(contentsOfFile: "\(home)/story.md", encoding: .utf8)
        #expect(text.hasPrefix("# "))
        #expect(text.contains("<https://") || text.contains("](https://"))
        try await session.type("|")
        try await session.type("head -c 200 > \(home)/head.txt; echo bytes: $(wc -c < \(home)/head.txt)")
        try await session.type("Enter")
        try await session.wait(for: "bytes: 200")
        try await session.wait(for: "назад в «Вестник»")
        try await session.type("Enter")
        try await session.wait(for: "чтения")
      }
    }
  }

  @Test("keys work on a Russian layout")
  func russianLayout() async throws {
    try await BuiltProgram.withHome { home in
      try await withReader(home: home, ["demo"]) { session in
        try await session.wait(for: "48 новых")
        try await session.type(",")
        try await session.wait(for: "Помощь")
        try await session.type("й")
        try await session.wait("the front page again") {
          !$0.contains("Помощь") && $0.contains("Топ новости")
        }
        try await session.type("о", "д")
        try await session.wait(for: "чтения")
        try await session.type("р")
        try await session.wait("the front page again") { !$0.contains("чтения") }
      }
    }
  }

  @Test(
    "it opens at every usual size and says so where it cannot",
    arguments: [(80, 24), (50, 20), (30, 8), (12, 3)])
  func sizes(columns: Int, rows: Int) async throws {
    try await BuiltProgram.withHome { home in
      try await withReader(home: home, columns: columns, rows: rows, ["demo"]) { session in
        try await session.wait(for: rows < 5 ? "Окно" : "ЭХО")
        try await session.resize(columns: 120, rows: 36)
        try await session.wait(for: "Топ новости")
      }
    }
  }

  @Test(
    "whatever ends it, the terminal is given back: modes, screen, cursor, mouse, title",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV])
  func signals(number: Int32) async throws {
    try await BuiltProgram.withHome { home in
      let line =
        "printf '\\033]2;before\\033\\134'; '\(BuiltProgram.path)' demo; echo over $?; stty -a; read anything"
      try await TerminalSession.during(
        columns: 100, rows: 30, environment: BuiltProgram.environment(home: home),
        running: ["sh", "-c", line]
      ) { session in
        try await session.wait(for: "Топ новости")
        try await session.wait("the window's title") { _ in
          try await session.flags("pane_title")[0].contains("Эхо")
        }
        _ = kill(try await session.childProcessID(), number)
        try await session.wait(for: "over \(128 + number)")
        let screen = try await session.wait(for: "icanon")
        #expect(screen.contains(" echo "))
        #expect(screen.contains(" icanon "))
        #expect(screen.contains("isig"))
        #expect(try await session.flags("alternate_on", "mouse_any_flag", "keypad_flag") == ["0", "0", "0"])
        #expect(try await session.flags("cursor_flag", "pane_title") == ["1", "before"])
      }
    }
  }
}
