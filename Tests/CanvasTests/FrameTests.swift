import Canvas
import TestSupport
import Testing

@Suite("A frame")
struct FrameTests {
  @Test("shows what was put, where it was put")
  func putsText() {
    var frame = Frame(size: CellSize(columns: 12, rows: 3))
    let taken = frame.put("Новости", row: 1, column: 2, ink: .masthead)
    #expect(taken == 7)
    #expect(frame.plainLines == ["", "  Новости", ""])
    #expect(frame[1, 2].ink == .masthead)
    #expect(frame[1, 9].ink == .text)
  }

  @Test("clips at every edge and counts what it does not draw")
  func clips() {
    var frame = Frame(size: CellSize(columns: 5, rows: 1))
    #expect(frame.put("abcdefgh", row: 0, column: -2) == 8)
    #expect(frame.plainLines == ["cdefg"])
    #expect(frame.put("xyz", row: 7, column: 0) == 3)
    #expect(frame.put("12345", row: 0, column: 1, limit: 2) == 2)
    #expect(frame.plainLines == ["c12fg"])
    #expect(frame.put("-----", row: 0, column: 0, clip: 3..<4) == 5)
    #expect(frame.plainLines == ["c12-g"])
    #expect(frame.put("q", row: 0, column: Int.max) == 1)
    #expect(frame.put("q", row: 0, column: Int.min) == 1)
  }

  @Test("never keeps half of a wide character")
  func wideCharacters() {
    var frame = Frame(size: CellSize(columns: 6, rows: 1))
    frame.put("日本語", row: 0, column: 0)
    #expect(frame.plainLines == ["日本語"])
    frame.put("x", row: 0, column: 3)
    #expect(frame.plainLines == ["日 x語"])
    frame.put("y", row: 0, column: 4)
    #expect(frame.plainLines == ["日 xy"])
    frame.put("ab語", row: 0, column: 3)
    #expect(frame[0, 5].kind == .narrow)
    #expect(frame.put("日", row: 0, column: -1) == 2)
    #expect(frame[0, 0].kind == .narrow)
  }

  @Test("keeps stress marks on their letters, in composed and decomposed form")
  func combiningMarks() {
    var frame = Frame(size: CellSize(columns: 8, rows: 1))
    #expect(frame.put("за\u{301}мок", row: 0, column: 0) == 5)
    #expect(frame[0, 1].text == "а\u{301}")
    #expect(frame.put("и\u{306}е\u{308}", row: 0, column: 5) == 2)
    #expect(frame[0, 5].text == "и\u{306}")
    #expect(frame.put("аб\u{301}", row: 0, column: 0, limit: 1) == 1)
    #expect(frame[0, 0].text == "а")
    frame.put("\u{301}в", row: 0, column: 0)
    #expect(frame[0, 0].text == "в")
  }

  @Test("lets no control and no bidirectional control into a cell")
  func refusesControls() {
    var frame = Frame(size: CellSize(columns: 20, rows: 1))
    var hostile = "а"
    for value in Array(0..<0x20) + Array(0x7F..<0xA0) + [0x202E, 0x2066, 0x200F, 0x61C, 0xFEFF, 0xE0041] {
      if let scalar = Unicode.Scalar(UInt32(value)) { hostile.unicodeScalars.append(scalar) }
    }
    frame.put(hostile + "б", row: 0, column: 0)
    #expect(frame.plainLines == ["аб"])
  }

  @Test("puts text on the surface that was there unless told otherwise")
  func surfaces() {
    var frame = Frame(size: CellSize(columns: 4, rows: 1))
    frame.fill(frame.bounds, surface: .selection)
    frame.put("ab", row: 0, column: 0, ink: .unread)
    frame.put("c", row: 0, column: 2, surface: .popup)
    #expect(frame[0, 0].surface == .selection)
    #expect(frame[0, 2].surface == .popup)
    frame.restyle(CellRectangle(row: 0, column: 0, columns: 1, rows: 1), ink: .searchHit, attributes: .bold)
    #expect(frame[0, 0].ink == .searchHit)
    #expect(frame[0, 0].attributes == .bold)
    #expect(frame[0, 0].text == "a")
  }

  @Test("draws boxes, and none where there is no room")
  func boxes() {
    var frame = Frame(size: CellSize(columns: 5, rows: 3))
    frame.box(frame.bounds)
    frame.box(CellRectangle(row: 1, column: 1, columns: 1, rows: 1), style: .rounded)
    #expect(frame.plainLines == ["┌───┐", "│   │", "└───┘"])
  }

  @Test("keeps both colours of a picture's cells and cuts the picture to its clip")
  func pictures() throws {
    let element = PictureCells.Element(symbol: "▀", foreground: RGB(0x102030), background: RGB(0xA0B0C0))
    let picture = try #require(
      PictureCells(size: CellSize(columns: 3, rows: 2), elements: Array(repeating: element, count: 6)))
    var frame = Frame(size: CellSize(columns: 4, rows: 3))
    frame.put(picture, row: -1, column: 2)
    #expect(frame.plainLines == ["  ▀▀", "", ""])
    #expect(frame[0, 2].pictureColors?.foreground == RGB(0x102030))
    #expect(frame[0, 2].pictureColors?.background == RGB(0xA0B0C0))
    #expect(frame[0, 2].base == "▀")
    frame.put("т", row: 0, column: 2)
    #expect(frame[0, 2].pictureColors == nil)
  }

  @Test("tells what differs from another without cutting a wide character")
  func changes() {
    var old = Frame(size: CellSize(columns: 8, rows: 2))
    old.put("ab日cd", row: 0, column: 0)
    var new = old
    #expect(new.changedColumns(inRow: 0, from: old) == nil)
    new.put("x", row: 0, column: 3)
    #expect(new.changedColumns(inRow: 0, from: old) == 2..<4)
    #expect(old.changedColumns(inRow: 0, from: new) == 2..<4)
    #expect(new.changedColumns(inRow: 1, from: nil) == 0..<8)
  }

  @Test("takes no link with spaces or controls")
  func links() {
    var frame = Frame(size: CellSize(columns: 4, rows: 1))
    frame.link("https://echo.example/a", row: 0, columns: 1..<9)
    frame.link("https://echo.example/\u{1B}[2J", row: 0, columns: 0..<2)
    frame.link("https://echo.example/", row: 3, columns: 0..<2)
    #expect(frame.links.map(\.columns) == [1..<4])
  }

  @Test("holds its shape under any text at any place")
  func anyText() async {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "слово", "日本", "e\u{301}", "👨‍👩‍👧", "🇰🇿", "\u{301}", "\t", "\u{AD}", "─", "қазақ", "a", " ", "한국",
      "\u{202E}",
    ]
    for await _ in Stress.rounds(100_000) {
      let size = CellSize(
        columns: Int.random(in: 0...20, using: &generator), rows: Int.random(in: 0...4, using: &generator))
      var frame = Frame(size: size)
      for _ in 0..<6 {
        let text = (0..<4).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
        frame.put(
          text, row: Int.random(in: -1...4, using: &generator),
          column: Int.random(in: -8...24, using: &generator),
          limit: Bool.random(using: &generator) ? Int.random(in: -1...9, using: &generator) : nil)
      }
      for row in 0..<frame.rows {
        for column in 0..<frame.columns {
          switch frame[row, column].kind {
          case .wide: #expect(frame[row, column + 1].kind == .continuation)
          case .continuation: #expect(column > 0 && frame[row, column - 1].kind == .wide)
          default: break
          }
        }
      }
    }
  }
}
