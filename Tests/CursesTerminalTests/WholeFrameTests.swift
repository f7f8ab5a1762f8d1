import Canvas
import CursesTerminal
import Glibc
import Testing

extension CursesScreenTests {
  @Test("sends a frame in one piece, however many of its rows have changed")
  func onePiece() throws {
    // What is written at once is read at once here, and no more than that.
    var ends: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
    defer { for end in ends { Glibc.close(end) } }
    var settings = ScreenSettings()
    settings.output = ends[0]
    settings.input = ends[0]
    settings.type = "xterm-256color"
    settings.fixedSize = CellSize(columns: 60, rows: 30)
    settings.theme = .plain
    let screen = try CursesScreen(settings: settings, locale: TerminalLocale.establish())
    defer { screen.close() }
    _ = pieces(from: ends[1])
    var frame = Frame(size: screen.size)
    for row in 0..<frame.rows { frame.put("строка \(row)", row: row, column: row) }
    screen.present(frame)
    let sent = pieces(from: ends[1])
    #expect(sent.count == 1)
    #expect(sent.first?.contains("строка 0") == true && sent.first?.contains("строка 29") == true)
    screen.present(frame)
    #expect(pieces(from: ends[1]).isEmpty)
  }

  private func pieces(from end: Int32) -> [String] {
    var result: [String] = []
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(end, &bytes, bytes.count, Int32(MSG_DONTWAIT))
      guard count > 0 else { return result }
      result.append(String(decoding: bytes.prefix(count), as: UTF8.self))
    }
  }
}
