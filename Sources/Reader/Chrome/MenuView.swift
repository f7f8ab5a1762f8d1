import Canvas
import Phrases
import TextLayout

/// The menu bar with its drop-down sub-menus, and at its right end when the news came and how many are unread.
enum MenuView {
  /// An entry as it stands in the bar.
  struct Placed {
    var index: Int
    var text: String
    var column: Int
    var columns: Int { CellWidth.columns(of: text) }
  }

  static func draw(_ state: ReaderState, row: Int, on frame: inout Frame) {
    frame.fill(CellRectangle(row: row, column: 0, columns: frame.columns, rows: 1), surface: .menuBar)
    let (placed, hasLeft, hasRight) = placed(state)
    let current = state.currentMenuEntry
    for entry in placed {
      let isChosen = state.focus == .menu && state.menu.selection == entry.index
      let isCurrent = entry.index == current
      frame.put(
        entry.text, row: row, column: entry.column,
        ink: isChosen ? .menuOpen : isCurrent ? .menuCurrent : .menu,
        attributes: isCurrent && !isChosen ? [.bold, .underline] : [])
    }
    if hasLeft { frame.put("‹", row: row, column: 0, ink: .muted) }
    if hasRight, let last = placed.last {
      frame.put("›", row: row, column: last.column + last.columns + 1, ink: .muted)
    }
    let facts = facts(state)
    var column = frame.columns - facts.reduce(0) { $0 + $1.columns } - 1
    for span in facts { column += frame.put(span.text, row: row, column: column, ink: span.ink) }
    drawDropDown(state, on: &frame)
  }

  /// What a column of the bar leads to.
  static func target(at column: Int, _ state: ReaderState) -> Target? {
    if let entry = placed(state).entries.first(where: {
      column >= $0.column - 1 && column <= $0.column + $0.columns
    }) {
      return .menuEntry(entry.index)
    }
    let facts = facts(state)
    return column >= state.size.columns - facts.reduce(0) { $0 + $1.columns } - 1 && !facts.isEmpty
      ? .command(.refresh) : nil
  }

  /// When the site was asked last and what is unread: in few words where the entries need the room, nothing where
  /// the screen is narrow.
  private static func facts(_ state: ReaderState) -> [Span] {
    guard state.size.columns >= 76, state.currentSite != nil else { return [] }
    let full = facts(state, isShort: false)
    let entries = texts(state).reduce(0) { $0 + CellWidth.columns(of: $1) + 2 }
    let left = state.size.columns - 3 - entries
    return full.reduce(0) { $0 + $1.columns } <= left ? full : facts(state, isShort: true)
  }

  private static func facts(_ state: ReaderState, isShort: Bool) -> [Span] {
    let phrases = state.phrasebook
    var spans: [Span] = []
    if let progress = state.refresh {
      spans.append(Span(progress.total > 0 ? "↻ \(progress.done)/\(progress.total)" : "↻ …", .progress))
      if !isShort, let host = progress.waitingFor.first { spans.append(Span(" \(host)", .muted)) }
    } else if let refreshed = state.edition.refreshed, !isShort {
      spans.append(Span("↻ \(phrases.shortAge(of: refreshed, now: state.now))", .date))
    }
    let unread = state.site.map(state.unread(of:)) ?? 0
    guard unread > 0 else { return spans }
    if !spans.isEmpty { spans.append(Span("  ")) }
    return spans + [
      Span("● " + (isShort ? phrases.grouped(unread) : phrases.text(.unread, count: unread)), .accent)
    ]
  }

  /// The entries as the bar shows them.
  private static func texts(_ state: ReaderState) -> [String] {
    state.menuEntries.map { entry in
      Typesetter.oneLine(entry.title, columns: max(4, state.size.columns / 2))
        + (entry.rows.isEmpty ? "" : "▾")
    }
  }

  /// The entries that fit, those around the chosen or current one.
  static func placed(_ state: ReaderState) -> (entries: [Placed], hasLeft: Bool, hasRight: Bool) {
    let entries = state.menuEntries
    let texts = texts(state)
    let widths = texts.map { CellWidth.columns(of: $0) + 2 }
    let facts = facts(state).reduce(0) { $0 + $1.columns }
    let room = max(4, state.size.columns - 2 - (facts > 0 ? facts + 2 : 0))
    let wanted = min(
      max(0, entries.count - 1), state.focus == .menu ? state.menu.selection : state.currentMenuEntry ?? 0)
    var first = 0
    guard !entries.isEmpty else { return ([], false, false) }
    while first < wanted, widths[first...wanted].reduce(0, +) > room { first += 1 }
    var result: [Placed] = []
    var column = 1
    for index in first..<entries.count {
      guard result.isEmpty || column + widths[index] - 2 <= room + 1 else { break }
      result.append(Placed(index: index, text: texts[index], column: column))
      column += widths[index]
    }
    return (result, first > 0, first + result.count < entries.count)
  }

  /// The box of the open sub-menu.
  static func dropDown(_ state: ReaderState) -> (box: CellRectangle, rows: [MenuEntry.Row])? {
    guard state.focus == .menu, state.menu.open != nil, let bar = Arrangement(state).menuBar else {
      return nil
    }
    let entries = state.menuEntries
    guard entries.indices.contains(state.menu.selection) else { return nil }
    let rows = entries[state.menu.selection].rows
    guard !rows.isEmpty, let entry = placed(state).entries.first(where: { $0.index == state.menu.selection })
    else {
      return nil
    }
    let width = min(state.size.columns, 4 + (rows.map { CellWidth.columns(of: $0.title) }.max() ?? 0))
    let height = min(rows.count + 2, max(3, state.size.rows - bar - 2))
    let column = max(0, min(entry.column - 1, state.size.columns - width))
    return (CellRectangle(row: bar + 1, column: column, columns: width, rows: height), rows)
  }

  private static func drawDropDown(_ state: ReaderState, on frame: inout Frame) {
    guard let (box, rows) = dropDown(state), let open = state.menu.open else { return }
    let isPlain = state.settings.isPlain
    if isPlain { frame.clearRows(of: box) } else { frame.makeRoom(for: box) }
    frame.fill(box, surface: .popup)
    if !isPlain { frame.box(box, ink: .focusedBorder) }
    // It hangs from the line under the bar where there is one.
    if box.row == Arrangement(state).upperRule {
      for column in [box.column, box.endColumn - 1] {
        frame.put("┬", row: box.row, column: column, ink: .focusedBorder)
      }
    }
    let first = firstRow(open: open, box: box)
    for (offset, row) in rows.dropFirst(first).prefix(box.rows - 2).enumerated() {
      let isChosen = first + offset == open
      let place = CellRectangle(
        row: box.row + 1 + offset, column: box.column + 1, columns: box.columns - 2, rows: 1)
      if isChosen { frame.fill(place, surface: .selection) }
      frame.put(
        Typesetter.oneLine(row.title, columns: box.columns - 4), row: place.row, column: place.column + 1,
        ink: isChosen ? .menuOpen : .menu)
    }
  }

  /// The first cell of the entry, or of the row of its sub-menu, that has the focus.
  static func focusedCell(_ state: ReaderState) -> CellPoint? {
    if let (box, _) = dropDown(state), let open = state.menu.open {
      return CellPoint(row: box.row + 1 + open - firstRow(open: open, box: box), column: box.column + 2)
    }
    guard let row = Arrangement(state).menuBar else { return nil }
    let entry = placed(state).entries.first { $0.index == state.menu.selection }
    return CellPoint(row: row, column: entry?.column ?? 0)
  }

  private static func firstRow(open: Int, box: CellRectangle) -> Int { max(0, open - (box.rows - 3)) }

  /// What a cell of the open sub-menu leads to.
  static func dropDownTarget(at point: CellPoint, _ state: ReaderState, _ arrangement: Arrangement) -> Target?
  {
    guard let (box, rows) = dropDown(state), let open = state.menu.open else { return nil }
    guard box.inset(rows: 1, columns: 1).contains(point) else { return nil }
    let row = firstRow(open: open, box: box) + point.row - box.row - 1
    return rows.indices.contains(row) ? .menuRow(row) : nil
  }
}
