import CNcurses
import Canvas

extension CursesScreen {
  /// Gives the library the rows that changed and lets it send the difference once.
  package func present(_ frame: Frame) {
    guard !isClosed, let window = terminal_window() else { return }
    var frame = frame.size == size ? frame : frame.fitted(to: size)
    let inPixels = pixelRows(of: frame)
    for place in inPixels { frame.clear(place) }
    let cleared = clearPixels(keeping: inPixels, in: window)
    give(frame, to: window)
    if looks.hasStartedOver {
      // Numbers of pairs mean other colours now: rows given before are given again.
      looks.hasStartedOver = false
      shown = nil
      clearok(window, true)
      give(frame, to: window)
    }
    let former = shown
    shown = frame
    let resting = [frame.cursor, frame.focus].compactMap { $0 }.first(where: frame.bounds.contains)
    if let resting { wmove(window, Int32(resting.row), Int32(resting.column)) }
    curs_set(frame.cursor != nil && frame.cursor == resting ? 1 : 0)
    wnoutrefresh(window)
    doupdate()
    sendFrame()
    drawNewer(frame, since: former)
    mark(frame.links, of: frame, since: former)
    drawPixels(inPixels) { row in
      cleared.contains(row) || frame.changedColumns(inRow: row, from: former) != nil
    }
  }

  private func give(_ frame: Frame, to window: UnsafeMutablePointer<WINDOW>) {
    let known = shown?.size == frame.size ? shown : nil
    for number in 0..<frame.rows {
      guard let columns = frame.changedColumns(inRow: number, from: known) else { continue }
      let row = frame.row(number)
      elements.removeAll(keepingCapacity: true)
      looks.append(
        row[row.startIndex + columns.lowerBound..<row.startIndex + columns.upperBound], to: &elements)
      guard wmove(window, Int32(number), Int32(columns.lowerBound)) == 0 else { continue }
      wadd_wchnstr(window, elements, Int32(elements.count))
    }
  }
}

extension Frame {
  /// The frame cut or padded to another size.
  fileprivate func fitted(to size: CellSize) -> Frame {
    var result = Frame(size: size)
    result.overlay(self)
    result.cursor = cursor
    result.focus = focus
    return result
  }
}
