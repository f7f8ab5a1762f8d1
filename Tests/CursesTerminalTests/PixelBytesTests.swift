import Canvas
import CursesTerminal
import TestSupport
import Testing

/// Pictures in pixels, by the bytes that a terminal gets.
extension CursesScreenTests {
  private static let cell = PixelSize(width: 10, height: 20)

  /// A picture of four columns and three rows of cells; its sixels name their row.
  private static func picture(_ content: PicturePixels.Content) throws -> PictureCells {
    let element = PictureCells.Element(symbol: "▀", foreground: RGB(0xFF_0000), background: RGB(0x00_00FF))
    let size = CellSize(columns: 4, rows: 3)
    var cells = try #require(
      PictureCells(size: size, elements: Array(repeating: element, count: size.columns * size.rows)))
    cells.pixels = PicturePixels(content, cell: cell)
    return cells
  }

  private static func sixels() throws -> PictureCells {
    try picture(.sixel(rows: (0..<3).map { Array("\u{1B}Pq\($0)row\u{1B}\\".utf8) }))
  }

  private func frame(_ picture: PictureCells?, row: Int, beside: String = "") -> Frame {
    var frame = Frame(size: CellSize(columns: 40, rows: 10))
    frame.put("текст", row: 0, column: 2)
    frame.put(beside, row: row, column: 20)
    if let picture { frame.put(picture, row: row, column: 3) }
    return frame
  }

  /// Which rows of sixels were sent, and to which rows of the screen.
  private func strips(_ sent: String) throws -> [String] {
    sent.matches(of: try Regex("\u{1B}\\[([0-9]+);4H\u{1B}Pq([0-9])row\u{1B}\\\\")).map {
      "\($0.output[2].substring ?? "") at \($0.output[1].substring ?? "")"
    }
  }

  private func opened(_ answer: String) throws -> (PseudoTerminal, CursesScreen) {
    let terminal = try #require(PseudoTerminal(columns: 40, rows: 10))
    let screen = try terminal.screen()
    terminal.type(answer)
    screen.ask(.pixels)
    _ = screen.answers()
    screen.usePixels(.whatItKnows)
    let asked = terminal.output()
    #expect(asked.contains("\u{1B}_Gi=1,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\") && asked.hasSuffix("\u{1B}[c"))
    return (terminal, screen)
  }

  @Test(
    "shows pixels only as the terminal says it can",
    arguments: [
      (
        "\u{1B}_Gi=1;OK\u{1B}\\\u{1B}[6;18;9t\u{1B}[?62;4c",
        PixelForm.kitty(cell: PixelSize(width: 9, height: 18))
      ),
      ("\u{1B}_Gi=1;OK\u{1B}\\\u{1B}[?62c", .kitty(cell: cell)),
      ("\u{1B}_Gi=1;EINVAL:no\u{1B}\\\u{1B}[6;20;10t\u{1B}[?62;4;22c", .sixel(cell: cell)),
      ("\u{1B}[?62;4c", nil), ("\u{1B}[6;20;10t\u{1B}[?62;22c", nil), ("", nil),
    ])
  func pixelForms(_ answer: String, _ form: PixelForm?) throws {
    let (_, screen) = try opened(answer)
    defer { screen.close() }
    #expect(screen.pixelForm == form)
  }

  @Test("shows pixels as it is told to where the terminal was not asked, and as a late answer says")
  func toldPixelForms() throws {
    let terminal = try #require(PseudoTerminal(columns: 40, rows: 10))
    let screen = try terminal.screen()
    defer { screen.close() }
    screen.usePixels(.kitty)
    #expect(screen.pixelForm == .kitty(cell: Self.cell))
    screen.usePixels(.sixel)
    #expect(screen.pixelForm == nil)
    screen.usePixels(.whatItKnows)
    screen.ask(.pixels)
    #expect(screen.pixelForm == nil)
    terminal.type("\u{1B}[6;18;9t\u{1B}[?62;4c")
    #expect(screen.pendingEvents().isEmpty)
    #expect(screen.pixelForm == .sixel(cell: PixelSize(width: 9, height: 18)))
  }

  @Test(
    "sends sixels row by row, again only where they were touched, and never scrolls the screen under them")
  func sixelBytes() throws {
    let (terminal, screen) = try opened("\u{1B}[6;20;10t\u{1B}[?62;4c")
    defer { screen.close() }
    let picture = try Self.sixels()
    screen.present(frame(picture, row: 2))
    var sent = terminal.output()
    #expect(try strips(sent) == ["0 at 3", "1 at 4", "2 at 5"])
    #expect(!sent.contains("▀"))

    screen.present(frame(picture, row: 2))
    #expect(terminal.output().isEmpty)
    screen.present(frame(picture, row: 2, beside: "рядом"))
    sent = terminal.output()
    #expect(try sent.contains("рядом") && strips(sent) == ["0 at 3"])

    screen.present(frame(picture, row: 1))
    sent = terminal.output()
    #expect(try strips(sent) == ["0 at 2", "1 at 3", "2 at 4"])
    #expect(!sent.contains(try Regex("\u{1B}\\[[0-9]+;[0-9]+r|\n|\u{1B}M|\u{1B}\\[[0-9]*[LM]")))

    // What lies over a row hides that row alone; its rest is drawn in cells.
    var covered = frame(picture, row: 1)
    covered.put("меню", row: 2, column: 5)
    screen.present(covered)
    sent = terminal.output()
    #expect(try sent.contains("▀") && sent.contains("меню") && strips(sent).isEmpty)
    screen.present(frame(picture, row: 1))
    #expect(try strips(terminal.output()) == ["1 at 3"])

    screen.invalidate()
    screen.present(frame(picture, row: 1))
    #expect(try strips(terminal.output()).count == 3)
    screen.present(frame(nil, row: 1))
    sent = terminal.output()
    // The cells under it were blank for the library too: it writes them all the same.
    #expect(sent.contains("\u{1B}[2d\u{1B}[J"))
    #expect(try strips(sent).isEmpty)
  }

  @Test("draws cells for a picture that was made for another size of cell, or ends the screen")
  func sixelRefusals() throws {
    let (terminal, screen) = try opened("\u{1B}[6;30;15t\u{1B}[?62;4c")
    defer { screen.close() }
    screen.present(frame(try Self.sixels(), row: 2))
    var sent = terminal.output()
    #expect(try sent.contains("▀") && strips(sent).isEmpty)
    let (small, other) = try opened("\u{1B}[6;20;10t\u{1B}[?62;4c")
    defer { other.close() }
    other.present(frame(try Self.sixels(), row: 8))
    sent = small.output()
    #expect(try sent.contains("▀") && strips(sent) == ["0 at 9"])
  }

  @Test("sends kitty a picture once, then only where its rows stand")
  func kittyBytes() throws {
    let (terminal, screen) = try opened("\u{1B}_Gi=1;OK\u{1B}\\\u{1B}[6;20;10t\u{1B}[?62c")
    let picture = try Self.picture(.kitty(png: Array(repeating: 0x50, count: 5_000)))
    screen.present(frame(picture, row: 2))
    var sent = terminal.output()
    #expect(sent.contains(try Regex("\u{1B}_Ga=t,t=d,f=100,i=[0-9]+,q=2,m=1;[A-Za-z0-9+/=]{4096}\u{1B}\\\\")))
    #expect(sent.contains(try Regex("\u{1B}_Gm=0;[A-Za-z0-9+/=]+\u{1B}\\\\")))
    #expect(try placements(sent) == ["1 y=0 at 3", "2 y=20 at 4", "3 y=40 at 5"])
    #expect(sent.contains(",w=40,h=20,c=4,r=1,C=1,q=2\u{1B}\\") && !sent.contains("▀"))

    screen.present(frame(picture, row: 0))
    sent = terminal.output()
    #expect(try placements(sent) == ["1 y=0 at 1", "2 y=20 at 2", "3 y=40 at 3"])
    #expect(!sent.contains("a=t") && !sent.contains("a=d"))
    screen.present(frame(picture, row: -1))
    sent = terminal.output()
    #expect(try placements(sent) == ["2 y=20 at 1", "3 y=40 at 2"])
    #expect(sent.contains(try Regex("\u{1B}_Ga=d,d=i,i=[0-9]+,p=1,q=2\u{1B}\\\\")))
    screen.close()
    #expect(terminal.output().contains("\u{1B}_Ga=d,d=A,q=2\u{1B}\\"))
  }

  /// Which rows of a picture were placed where.
  private func placements(_ sent: String) throws -> [String] {
    let place = try Regex(
      "\u{1B}\\[([0-9]+);4H(?:\u{1B}_G[^ap][^\u{1B}]*\u{1B}\\\\|\u{1B}_Ga=t[^\u{1B}]*\u{1B}\\\\)*"
        + "\u{1B}_Ga=p,i=[0-9]+,p=([0-9]+),x=0,y=([0-9]+),")
    return sent.matches(of: place).map { match in
      let words = match.output.map { String($0.substring ?? "") }
      return "\(words[2]) y=\(words[3]) at \(words[1])"
    }
  }

  @Test("lets kitty's older pictures go, those that are shown excepted")
  func kittyMemory() throws {
    let (terminal, screen) = try opened("\u{1B}_Gi=1;OK\u{1B}\\\u{1B}[6;20;10t\u{1B}[?62c")
    defer { screen.close() }
    for number in 0..<30 {
      screen.present(frame(try Self.picture(.kitty(png: [UInt8(number)])), row: 2))
      let freed = terminal.output().matches(of: try Regex("a=d,d=I,")).count
      #expect(freed == (number < 12 ? 0 : 1))
    }
  }
}
