import CNcurses
import Canvas

extension CursesScreen {
  /// Gives the library the rows that changed and lets it send the difference once.
  package func present(_ frame: Frame) {
    guard !isClosed, let window = terminal_window() else { return }
    let frame = frame.size == size ? frame : frame.fitted(to: size)
    give(frame, to: window)
    if looks.hasStartedOver {
      // Numbers of pairs mean other colours now: rows given before are given again.
      looks.hasStartedOver = false
      shown = nil
      clearok(window, true)
      give(frame, to: window)
    }
    shown = frame
    if let cursor = frame.cursor, frame.bounds.contains(cursor) {
      wmove(window, Int32(cursor.row), Int32(cursor.column))
      curs_set(1)
    } else {
      curs_set(0)
    }
    wnoutrefresh(window)
    doupdate()
  }

  private func give(_ frame: Frame, to window: UnsafeMutablePointer<WINDOW>) {
    for number in 0..<frame.rows {
      if let shown, shown.size == frame.size, shown.hasSameRow(number, as: frame) { continue }
      row.removeAll(keepingCapacity: true)
      for column in 0..<frame.columns {
        let cell = frame[number, column]
        guard cell.kind != .continuation else { continue }
        row.append(element(cell))
        if cell.kind == .wide, !Self.agreesOnWidth(cell) { row.append(element(cell)) }
      }
      guard wmove(window, Int32(number), 0) == 0 else { continue }
      wadd_wchnstr(window, row, Int32(row.count))
    }
  }

  private func element(_ cell: Cell) -> cchar_t {
    let entry = looks.entry(for: cell)
    var element = cchar_t()
    var pair = entry.pair
    var scalars: (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t) = (
      wchar_t(bitPattern: cell.base.value), 0, 0, 0, 0, 0
    )
    if !Self.agreesOnWidth(cell) { scalars.0 = 0x3F }
    if cell.hasMarks {
      let marks = cell.marks.map { wchar_t(bitPattern: $0.value) }.filter { terminal_width($0) == 0 }
      if marks.count > 0 { scalars.1 = marks[0] }
      if marks.count > 1 { scalars.2 = marks[1] }
      if marks.count > 2 { scalars.3 = marks[2] }
      if marks.count > 3 { scalars.4 = marks[3] }
    }
    withUnsafeBytes(of: &scalars) { buffer in
      _ = setcchar(
        &element, buffer.bindMemory(to: wchar_t.self).baseAddress, entry.attributes, 0, &pair)
    }
    return element
  }
}

extension CursesScreen {
  /// Whether the library, which asks the C library, will give a character the columns that the frame gives it:
  /// characters newer than that are shown as a question mark, so that no column shifts.
  private static func agreesOnWidth(_ cell: Cell) -> Bool {
    let base = cell.base.value
    if base < 0x300 || (0x400...0x52F).contains(base) || (0x2500...0x257F).contains(base) { return true }
    return terminal_width(wchar_t(bitPattern: base)) == (cell.kind == .wide ? 2 : 1)
  }
}

extension Frame {
  /// The frame cut or padded to another size.
  fileprivate func fitted(to size: CellSize) -> Frame {
    var result = Frame(size: size)
    result.overlay(self)
    result.cursor = cursor
    return result
  }
}
