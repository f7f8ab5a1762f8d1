import CNcurses
import Canvas
import CursesTerminal
import Glibc
import TestSupport
import Testing

/// Screens without a terminal: written to `/dev/null`, cells read back from the library.
@Suite("A screen on the terminal library", .serialized)
struct CursesScreenTests {
  private func screen(
    type: String = "xterm-256color", columns: Int = 20, rows: Int = 4, theme: Theme = .plain,
    depth: ColorDepth = .direct
  ) throws -> CursesScreen {
    let locale = try TerminalLocale.establish()
    let null = open("/dev/null", O_RDWR)
    var settings = ScreenSettings()
    settings.output = null
    settings.input = null
    settings.type = type
    settings.fixedSize = CellSize(columns: columns, rows: rows)
    settings.theme = theme
    settings.maximumDepth = depth
    return try CursesScreen(settings: settings, locale: locale)
  }

  func cell(_ row: Int32, _ column: Int32) -> (text: String, attributes: attr_t, pair: Int32) {
    var element = cchar_t()
    guard let window = terminal_window() else { return ("", 0, 0) }
    wmove(window, row, column)
    win_wch(window, &element)
    var scalars = [wchar_t](repeating: 0, count: 8)
    var attributes: attr_t = 0
    var short: Int16 = 0
    var pair: Int32 = 0
    getcchar(&element, &scalars, &attributes, &short, &pair)
    let text = String(
      String.UnicodeScalarView(
        scalars.prefix { $0 != 0 }.compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }))
    return (text, attributes, pair)
  }

  static func theme() throws -> Theme {
    let names = (0..<16).map { "base0" + String($0, radix: 16, uppercase: true) }
    let values = [
      "f4efe4", "e9e2d3", "d8cfbb", "8a8069", "5d5644", "2b2720", "1d1a15", "0f0d0a", "9d1c1c", "a1551b",
      "8a6a00", "3f6a1f", "1f6b6b", "1f4f8a", "6d3a80", "6b4423",
    ]
    return try Theme(
      name: "test", isDark: false, palette: Dictionary(uniqueKeysWithValues: zip(names, values)))
  }

  @Test("gives the library the characters of a frame, marks and wide ones included")
  func cells() throws {
    let screen = try screen()
    defer { screen.close() }
    var frame = Frame(size: screen.size)
    frame.put("за\u{301}мок 日я", row: 1, column: 0)
    screen.present(frame)
    #expect(cell(1, 0).text == "з")
    #expect(cell(1, 1).text == "а\u{301}")
    #expect(cell(1, 6).text == "日")
    #expect(cell(1, 8).text == "я")
  }

  @Test(
    "with few colours tells a headline that was read from one that was not by attributes",
    arguments: [("xterm", ColorDepth.eight), ("xterm-256color", .none), ("vt220", .none)])
  func readHeadlines(type: String, depth: ColorDepth) throws {
    for theme in [Theme.plain, try Self.theme()] {
      let screen = try screen(type: type, theme: theme, depth: depth)
      defer { screen.close() }
      var frame = Frame(size: screen.size)
      frame.put("а", row: 0, column: 0, ink: .headline)
      frame.put("б", row: 0, column: 1, ink: .read)
      screen.present(frame)
      let told = look_bold | look_dim
      #expect(cell(0, 0).attributes & told != cell(0, 1).attributes & told)
      #expect(cell(0, 1).attributes & look_bold == 0)
    }
  }

  @Test("follows every change of a frame")
  func changes() throws {
    let screen = try screen()
    defer { screen.close() }
    var frame = Frame(size: screen.size)
    frame.put("日本語", row: 0, column: 0)
    screen.present(frame)
    frame.put("абв", row: 0, column: 1)
    screen.present(frame)
    #expect(cell(0, 4).text == "語")
    #expect(cell(0, 0).text == " ")
    #expect(cell(0, 1).text == "а")
  }

  @Test("shows a character that the C library does not know by the terminal alone, and shifts no column")
  func newCharacters() throws {
    let screen = try screen()
    defer { screen.close() }
    var frame = Frame(size: screen.size)
    frame.put("\u{1FAE8}\u{1FADC}я", row: 0, column: 0)
    let column = try #require((0..<20).first { frame[0, $0].text == "я" })
    screen.present(frame)
    #expect(cell(0, Int32(column)).text == "я")
  }

  @Test("gives the terminal what is newer than the C library, each character to its own cell")
  func newerCharacters() throws {
    let terminal = try #require(PseudoTerminal(columns: 40, rows: 10))
    let screen = try terminal.screen()
    defer { screen.close() }
    // One that the standard library of Swift knows and the C library does not.
    let new = try #require(
      (0x1FA70...0x1FAFF).lazy.compactMap { Unicode.Scalar(UInt32($0)) }.first {
        $0.properties.generalCategory != .unassigned && terminal_width(wchar_t(bitPattern: $0.value)) < 1
      })
    var frame = Frame(size: screen.size)
    frame.put("я\(new)б", row: 4, column: 10)
    screen.present(frame)
    let sent = terminal.output()
    #expect(sent.contains("\u{1B}[5;12H") && sent.contains(Character(new)) && !sent.contains("?б"))
    frame.put("внизу", row: 8, column: 0)
    screen.present(frame)
    #expect(!terminal.output().contains(Character(new)))
  }

  @Test("gives every sign of Indian and Thai writing to the library, spacing marks in cells of their own")
  func spacingMarks() throws {
    for text in ["दिल्ली", "தமிழ்", "বাংলা", "ไทยน้ำ", "ក្រុង", "ｶﾞｰﾃﾞﾝ"] {
      let screen = try screen(columns: 40)
      defer { screen.close() }
      var frame = Frame(size: screen.size)
      let columns = frame.put(text + "|", row: 1, column: 0)
      screen.present(frame)
      #expect(
        (0..<Int32(columns)).map { cell(1, $0).text }.joined().unicodeScalars.elementsEqual(
          (text + "|").unicodeScalars), "\(text)")
    }
  }

  @Test("tells a heading from text with eight colours where bold cannot")
  func headings() throws {
    let screen = try screen(type: "xterm", theme: try Self.theme(), depth: .eight)
    defer { screen.close() }
    var frame = Frame(size: screen.size)
    frame.put("т", row: 0, column: 0, ink: .text)
    frame.put("з", row: 0, column: 1, ink: .heading)
    screen.present(frame)
    #expect(cell(0, 0).attributes != cell(0, 1).attributes || cell(0, 0).pair != cell(0, 1).pair)
  }

  @Test("draws on a console only signs that its fonts have, and letters as they are")
  func consoleSigns() throws {
    var settings = ScreenSettings(for: TerminalTraits(environment: ["TERM": "linux"]))
    settings.output = open("/dev/null", O_RDWR)
    settings.input = settings.output
    settings.type = "linux"
    settings.fixedSize = CellSize(columns: 40, rows: 4)
    let screen = try CursesScreen(settings: settings, locale: TerminalLocale.establish())
    defer { screen.close() }
    var frame = Frame(size: screen.size)
    let column = Int32(frame.put("▌★↻▏‹·№«ё»әң│●", row: 0, column: 0))
    frame.put("😀х", row: 1, column: 0)
    screen.present(frame)
    #expect((0..<column).map { cell(0, $0).text }.joined() == "█*@│<•№«ё»әң│•")
    #expect(cell(1, 0).text == "?" && cell(1, 2).text == "х")
  }

  @Test("uses every colour where the terminal claims them and a description is there, never in GNU screen")
  func claimedColours() throws {
    func depth(_ environment: [String: String], type: String) throws -> ColorDepth {
      var all = environment
      all["TERM"] = type
      all["COLORTERM"] = "truecolor"
      var settings = ScreenSettings(for: TerminalTraits(environment: all))
      settings.output = open("/dev/null", O_RDWR)
      settings.input = settings.output
      settings.type = type
      settings.fixedSize = CellSize(columns: 40, rows: 4)
      let screen = try CursesScreen(settings: settings, locale: TerminalLocale.establish())
      screen.close()
      return screen.depth
    }
    try #require(TerminalReport(type: "vte-direct").depth == .direct)
    #expect(try depth([:], type: "xterm-256color") == .direct)
    #expect(try depth(["STY": "1.x"], type: "screen-256color") == .indexed)
    #expect(try depth(["STY": "1.x"], type: "xterm-256color") == .indexed)
    #expect(try depth([:], type: "xterm") == .eight)
    #expect(try depth([:], type: "linux") == .eight)
  }

  @Test("wraps what is copied for GNU screen, in pieces that it takes, and says where nothing takes it")
  func copies() throws {
    let terminal = try #require(PseudoTerminal(columns: 40, rows: 10))
    func sent(_ environment: [String: String], _ text: String) throws -> String? {
      var settings = ScreenSettings(for: TerminalTraits(environment: environment))
      settings.output = terminal.slave
      settings.input = terminal.slave
      settings.type = "xterm-256color"
      let screen = try CursesScreen(settings: settings, locale: TerminalLocale.establish())
      defer {
        screen.close()
        _ = terminal.output()
      }
      _ = terminal.output()
      return screen.copy(text) ? terminal.output() : nil
    }
    #expect(try sent(["TERM": "xterm-256color"], "ж") == "\u{1B}]52;c;0LY=\u{1B}\\")
    #expect(try sent(["TERM": "screen", "STY": "1.x"], "ж") == "\u{1B}P\u{1B}]52;c;0LY=\u{7}\u{1B}\\")
    let long = try #require(try sent(["TERM": "screen", "STY": "1.x"], String(repeating: "ж", count: 400)))
    #expect(long.split(separator: "\u{1B}P").allSatisfy { $0.utf8.count < 256 })
    #expect(try sent(["TERM": "linux"], "ж") == nil)
    #expect(try sent(["TERM": "xterm-256color", "VTE_VERSION": "7006"], "ж") == nil)
  }

  @Test("uses 256 colours where the description has no direct ones, and attributes without colours")
  func depths() throws {
    let theme = try Self.theme()
    for (type, maximum, expected) in [
      ("xterm-256color", ColorDepth.direct, ColorDepth.indexed), ("xterm-direct", .direct, .direct),
      ("xterm-256color", .none, .none), ("linux", .direct, .eight), ("vt100", .direct, .none),
      ("xterm-16color", .direct, .sixteen),
    ] {
      let screen = try screen(type: type, theme: theme, depth: maximum)
      defer { screen.close() }
      #expect(screen.depth == expected, "\(type)")
      var frame = Frame(size: screen.size)
      frame.put("т", row: 0, column: 0, ink: .lead)
      frame.put("м", row: 0, column: 1, ink: .selected)
      screen.present(frame)
      // Bold black of eight colours would be shown as a grey.
      #expect((cell(0, 0).attributes & look_bold != 0) == (expected != .eight))
      if expected == .none {
        #expect(cell(0, 0).pair == 0)
        #expect(cell(0, 1).attributes & look_reverse != 0)
      } else {
        var foreground: Int32 = 0
        var background: Int32 = 0
        extended_pair_content(cell(0, 0).pair, &foreground, &background)
        #expect(foreground != background)
        if expected == .direct { #expect(foreground == 0x2B2720 && background == 0xF4EFE4) }
        if expected == .indexed { #expect(foreground >= 16 && background == 255) }
      }
    }
  }

  @Test("draws pictures of more colours than there are pairs")
  func manyColors() throws {
    let screen = try screen(type: "xterm-direct", columns: 200, rows: 60)
    defer { screen.close() }
    var value: UInt32 = 0
    for _ in 0..<7 {
      let elements = (0..<12_000).map { _ in
        value += 1
        return PictureCells.Element(symbol: "▀", foreground: RGB(value), background: RGB(value << 8))
      }
      var frame = Frame(size: screen.size)
      let picture = try #require(PictureCells(size: screen.size, elements: elements))
      frame.put(picture, row: 0, column: 0)
      screen.present(frame)
      var foreground: Int32 = 0
      var background: Int32 = 0
      extended_pair_content(cell(59, 199).pair, &foreground, &background)
      #expect(foreground == Int32(value))
      extended_pair_content(cell(0, 0).pair, &foreground, &background)
      #expect(foreground == Int32(max(value - 11_999, 0x8)) || value <= 12_000)
    }
  }

  @Test("is refused with its reason")
  func refusals() throws {
    #expect(throws: TerminalError.unknownType("no-such-terminal")) { try screen(type: "no-such-terminal") }
    #expect(throws: TerminalError.cannotMoveCursor("dumb")) { try screen(type: "dumb") }
    let locale = try TerminalLocale.establish()
    var settings = ScreenSettings()
    settings.output = open("/dev/null", O_RDWR)
    settings.input = settings.output
    #expect(throws: TerminalError.notATerminal) { try CursesScreen(settings: settings, locale: locale) }
  }

  @Test("gives the terminal back as it was")
  func restores() throws {
    let terminal = try #require(PseudoTerminal(columns: 40, rows: 10))
    let modes = terminal.modes
    let screen = try terminal.screen()
    #expect(terminal.modes != modes)
    screen.present(Frame(size: screen.size))
    let entered = terminal.output()
    #expect(entered.contains("\u{1B}[?1049h") && entered.contains("\u{1B}[?2004h"))
    screen.close()
    let left = terminal.output()
    for sequence in ["[?1049l", "[?2004l", "[?1000l", "[23;2t"] {
      #expect(left.contains("\u{1B}" + sequence))
    }
    #expect(terminal.modes == modes)
    screen.close()
    #expect(terminal.output().isEmpty)
  }

  @Test("keeps no descriptor of the terminal once it is gone")
  func descriptors() throws {
    let terminal = try #require(PseudoTerminal(columns: 40, rows: 10))
    let before = terminal.openDescriptors
    do {
      let screen = try terminal.screen()
      screen.close()
    }
    #expect(throws: TerminalError.self) { try terminal.screen(type: "no-such-terminal") }
    #expect(throws: TerminalError.self) { try terminal.screen(type: "dumb") }
    #expect(terminal.openDescriptors == before)
  }

  @Test("tells keys, paste, mouse and a new size")
  func events() throws {
    let terminal = try #require(PseudoTerminal(columns: 40, rows: 10))
    let screen = try terminal.screen()
    defer { screen.close() }
    #expect(screen.pendingEvents().isEmpty)
    terminal.type("ж\u{1B}[5~\u{1B}[200~текст\u{1B}[201~\u{1B}[<0;3;4M")
    #expect(
      screen.pendingEvents() == [
        .key(.character("ж")), .key(KeyChord(.pageUp)), .paste("текст"),
        .mouse(MouseEvent(.press, at: CellPoint(row: 3, column: 2))),
      ])
    #expect(screen.inputDeadline == nil)
    terminal.type("\u{1B}")
    #expect(screen.pendingEvents().isEmpty)
    #expect(screen.inputDeadline != nil)
    terminal.resize(columns: 60, rows: 20)
    kill(getpid(), SIGWINCH)
    #expect(screen.pendingEvents().contains(.resized(CellSize(columns: 60, rows: 20))))
    #expect(screen.size == CellSize(columns: 60, rows: 20))
  }

  @Test("asks for the background and keeps what was typed meanwhile")
  func background() throws {
    let terminal = try #require(PseudoTerminal(columns: 40, rows: 10))
    let screen = try terminal.screen()
    defer { screen.close() }
    terminal.type("j\u{1B}]11;rgb:f6f6/f1f1/e7e7\u{1B}\\k\u{1B}[?62c")
    screen.ask(.background)
    #expect(screen.answers().background == RGB(0xF6_F1E7))
    #expect(screen.pendingEvents() == [.key(.character("j")), .key(.character("k"))])
    terminal.type("\u{1B}[?62c")
    screen.ask(.background)
    #expect(screen.answers() == TerminalAnswers())
    #expect(screen.answers() == TerminalAnswers(), "none were asked for")
  }

  @Test("names the window and copies without letting a command through")
  func strings() throws {
    let terminal = try #require(PseudoTerminal(columns: 40, rows: 10))
    let screen = try terminal.screen()
    defer { screen.close() }
    _ = terminal.output()
    screen.setTitle("Эхо\u{1B}]0;x\u{7}\u{9C}\u{202E}")
    #expect(terminal.output() == "\u{1B}]2;Эхо]0;x\u{1B}\\")
    #expect(screen.copy("ж"))
    #expect(terminal.output() == "\u{1B}]52;c;0LY=\u{1B}\\")
  }

  @Test("sends no control, C1 or bidirectional character of a text, a link, a title or a copied text")
  func hostileBytes() throws {
    let terminal = try #require(PseudoTerminal(columns: 80, rows: 10))
    let screen = try terminal.screen(usesLinks: true)
    defer { screen.close() }
    _ = terminal.output()
    let values = [0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E...0x200F]
    for value in values.joined() {
      let evil = "ab" + String(String.UnicodeScalarView([Unicode.Scalar(UInt32(value)) ?? " "])) + "yz"
      var frame = Frame(size: screen.size)
      frame.put(evil, row: 1, column: 3, ink: .link)
      frame.link("https://echo.example/" + evil, row: 1, columns: 3..<8)
      frame.put("\(value)", row: 2, column: 0)
      screen.present(frame)
      screen.setTitle(evil)
      _ = screen.copy(evil)
      let sent = terminal.output()
      #expect(sent.contains("ab"))
      // What is left without our own sequences: an escape, cursor movements of one byte, the charset's shifts.
      let ours = try Regex(
        "\u{1B}(\\[[0-9;?]*[A-Za-z@`]|\\][0-9]+;[^\u{1B}]*\u{1B}\\\\|[()][0B]|[78=>M])")
      let bare = sent.replacing(ours, with: "")
      let faults = bare.unicodeScalars.filter {
        $0.properties.generalCategory == .control && ![8, 10, 13].contains($0.value)
          || $0.properties.isBidiControl
      }
      #expect(faults.isEmpty, "U+\(String(value, radix: 16)): \(bare.debugDescription)")
      for string in sent.matches(of: try Regex("\u{1B}\\][0-9]+;([^\u{1B}]*)\u{1B}\\\\")) {
        let inside = sent[string.range].unicodeScalars.dropFirst().dropLast(2)
        #expect(
          inside.allSatisfy { $0.properties.generalCategory != .control && !$0.properties.isBidiControl },
          "U+\(String(value, radix: 16)) in \(sent[string.range].debugDescription)")
      }
    }
  }

  @Test("rests the hidden cursor on what has the focus, and shows it only where a frame says so")
  func focus() throws {
    let terminal = try #require(PseudoTerminal(columns: 40, rows: 10))
    let screen = try terminal.screen()
    defer { screen.close() }
    var frame = Frame(size: screen.size)
    frame.put("первая", row: 0, column: 0)
    frame.focus = CellPoint(row: 1, column: 1)
    screen.present(frame)
    _ = terminal.output()
    frame.focus = CellPoint(row: 6, column: 20)
    screen.present(frame)
    #expect(terminal.output() == "\u{1B}[7;21H")
    frame.cursor = CellPoint(row: 3, column: 8)
    screen.present(frame)
    let shown = terminal.output()
    #expect(shown.contains("\u{1B}[4;9H") && shown.contains("\u{1B}[?25h"))
    frame.cursor = CellPoint(row: 90, column: 8)
    screen.present(frame)
    let hidden = terminal.output()
    #expect(hidden.contains("\u{1B}[7;21H") && hidden.contains("\u{1B}[?25l"))
  }

  @Test("marks links beside the library and only where they are new")
  func links() throws {
    let terminal = try #require(PseudoTerminal(columns: 40, rows: 10))
    let screen = try terminal.screen(usesLinks: true)
    defer { screen.close() }
    var frame = Frame(size: screen.size)
    frame.put("читать дальше", row: 2, column: 4, ink: .link)
    frame.link("https://echo.example/a", number: 7, row: 2, columns: 4..<10)
    screen.present(frame)
    let output = terminal.output()
    #expect(output.contains("\u{1B}]8;id=7;https://echo.example/a\u{1B}\\"))
    #expect(output.contains("читать\u{1B}]8;;\u{1B}\\"))
    frame.put("ниже", row: 5, column: 0)
    screen.present(frame)
    #expect(!terminal.output().contains("]8;"))
    // The rest of the link in the next row is the same link to the terminal.
    frame.put("там же", row: 3, column: 0, ink: .link)
    frame.link("https://echo.example/a", number: 7, row: 3, columns: 0..<3)
    screen.present(frame)
    #expect(terminal.output().contains("\u{1B}]8;id=7;https://echo.example/a\u{1B}\\"))
  }
}
