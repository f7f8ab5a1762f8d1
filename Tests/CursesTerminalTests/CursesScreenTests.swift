import CNcurses
import Canvas
import CursesTerminal
import Glibc
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

  private func cell(_ row: Int32, _ column: Int32) -> (text: String, attributes: attr_t, pair: Int32) {
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

  private static func theme() throws -> Theme {
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

  @Test("shows a character that the C library does not know as a question mark, and shifts no column")
  func newCharacters() throws {
    let screen = try screen()
    defer { screen.close() }
    var frame = Frame(size: screen.size)
    frame.put("\u{1FAE8}\u{1FADC}я", row: 0, column: 0)
    let column = try #require((0..<20).first { frame[0, $0].text == "я" })
    screen.present(frame)
    #expect(cell(0, Int32(column)).text == "я")
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
      #expect(cell(0, 0).attributes & look_bold != 0)
      if expected == .none {
        #expect(cell(0, 0).pair == 0)
        #expect(cell(0, 1).attributes & look_reverse != 0)
      } else {
        var foreground: Int32 = 0
        var background: Int32 = 0
        extended_pair_content(cell(0, 0).pair, &foreground, &background)
        #expect(foreground != background)
        if expected == .direct { #expect(foreground == 0x2B2720 && background == 0xF4EFE4) }
        if expected == .indexed { #expect(foreground >= 16 && background == 255 || background == 230) }
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
}
