import CNcurses
import Canvas

extension CursesScreen {
  /// Writes again, as links, the cells of a frame that lead somewhere: the library knows no links, so this goes
  /// beside it, over what it has just drawn, and leaves cursor and attributes as they were.
  ///
  /// - Parameter former: what stood on the screen before; links of rows that did not change are there already.
  func mark(_ links: [Frame.Link], of frame: Frame, since former: Frame?) {
    guard settings.usesLinks, sequences.knowsControlStrings, isUnicode else { return }
    let known = former?.size == frame.size ? former : nil
    var bytes: [UInt8] = []
    for link in links {
      if let known, known.links.contains(link), frame.changedColumns(inRow: link.row, from: known) == nil {
        continue
      }
      bytes += moving(to: link.row, link.columns.lowerBound)
      bytes += Array("\u{1B}]8;id=\(link.number);\(link.address)\u{1B}\\".utf8)
      for cell in frame.row(link.row).dropFirst(link.columns.lowerBound).prefix(link.columns.count) {
        let (attributes, pair) = looks.look(of: cell)
        bytes += collected { terminal_look_bytes(attributes, pair, $0, $1) }
        bytes += Array(cell.text.utf8)
      }
      bytes += Array("\u{1B}]8;;\u{1B}\\".utf8)
    }
    guard !bytes.isEmpty else { return }
    write(bytes + collected { terminal_look_bytes(0, 0, $0, $1) } + movingBack())
  }

  /// What moves the terminal's cursor to a cell.
  func moving(to row: Int, _ column: Int) -> [UInt8] {
    collected { terminal_move_bytes(Int32(row), Int32(column), $0, $1) }
  }

  /// What moves it to where the library left it.
  func movingBack() -> [UInt8] {
    var row: Int32 = 0
    var column: Int32 = 0
    terminal_cursor(&row, &column)
    return moving(to: Int(row), Int(column))
  }

  func collected(_ body: (UnsafeMutablePointer<CChar>, Int) -> Int) -> [UInt8] {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let base = buffer.baseAddress else { return [] }
      return buffer.prefix(body(base, buffer.count)).map { UInt8(bitPattern: $0) }
    }
  }
}
