import CNcurses
import Canvas

extension CursesScreen {
  /// Writes characters that are newer than the C library, whose columns the library therefore does not know, over what
  /// it has drawn in their place. Each goes to its own cell, so that a terminal that knows them as little shifts nothing.
  ///
  /// - Parameter former: what stood on the screen before; in rows that did not change they stand already.
  func drawNewer(_ frame: Frame, since former: Frame?) {
    guard isUnicode, !settings.usesConsoleSigns else { return }
    var bytes: [UInt8] = []
    for row in 0..<frame.rows where frame.changedColumns(inRow: row, from: former) != nil {
      for (column, cell) in frame.row(row).enumerated() where isNewer(cell) {
        let (attributes, pair) = looks.look(of: cell)
        bytes += moving(to: row, column)
        bytes += collected { terminal_look_bytes(attributes, pair, $0, $1) }
        bytes += Array(cell.text.utf8)
      }
    }
    guard !bytes.isEmpty else { return }
    write(bytes + collected { terminal_look_bytes(0, 0, $0, $1) } + movingBack())
  }

  /// Not what no standard knows yet: of that nobody can tell the columns.
  private func isNewer(_ cell: Cell) -> Bool {
    guard cell.kind == .narrow || cell.kind == .wide, !LookTable.agreesOnWidth(cell) else { return false }
    return cell.base.properties.generalCategory != .unassigned
  }
}
