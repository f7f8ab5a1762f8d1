import Canvas
import Foundation
import NewsModel
import Phrases
import TextLayout

/// What lies over the screen: palette, themes, what to mute, about the article, labels.
enum PopupView {
  /// The box of a pop-up and its lines, without its border.
  struct Box {
    var rectangle: CellRectangle
    var title: String
    var lines: [Line]
  }

  static func draw(_ state: ReaderState, _ arrangement: Arrangement, on frame: inout Frame) {
    if case .hints(let labels, let typed) = state.popup { return draw(labels, typed: typed, on: &frame) }
    guard let box = box(state) else { return }
    let isPlain = state.settings.isPlain
    if isPlain { frame.clearRows(of: box.rectangle) } else { frame.makeRoom(for: box.rectangle) }
    frame.fill(box.rectangle, surface: .popup)
    if !isPlain { frame.box(box.rectangle, style: .rounded, ink: .focusedBorder) }
    let title = " " + Typesetter.oneLine(box.title, columns: max(1, box.rectangle.columns - 6)) + " "
    frame.put(
      title, row: box.rectangle.row, column: box.rectangle.column + 2, ink: .focusedTitle, attributes: [.bold]
    )
    frame.put(box.lines, in: box.rectangle.inset(rows: 1, columns: 2))
  }

  /// What a cell of a pop-up leads to.
  static func target(at point: CellPoint, _ state: ReaderState, _ arrangement: Arrangement) -> Target? {
    guard let box = box(state) else { return nil }
    let inside = box.rectangle.inset(rows: 1, columns: 2)
    guard inside.contains(point), box.lines.indices.contains(point.row - inside.row) else { return nil }
    return box.lines[point.row - inside.row].target
  }

  /// The first cell of a row of a pop-up's list; of a text, its own first cell.
  static func cell(of selection: Int, _ state: ReaderState) -> CellPoint? {
    guard let box = box(state) else { return nil }
    let inside = box.rectangle.inset(rows: 1, columns: 2)
    let row = box.lines.firstIndex { $0.target == .popupRow(selection) } ?? 0
    return CellPoint(row: inside.row + min(row, max(0, inside.rows - 1)), column: inside.column)
  }

  /// The cursor in the palette's field.
  static func paletteCursor(_ state: ReaderState, _ line: InputLine) -> CellPoint? {
    guard let inside = box(state)?.rectangle.inset(rows: 1, columns: 2) else { return nil }
    let column = inside.column + 2 + line.visible(columns: inside.columns - 2).cursorColumn
    return CellPoint(row: inside.row, column: min(column, inside.endColumn - 1))
  }

  private static func draw(_ labels: [HintLabel], typed: String, on frame: inout Frame) {
    for label in labels where label.label.hasPrefix(typed) {
      let left = label.label.dropFirst(typed.count)
      frame.put(
        left.uppercased(), row: label.place.row, column: max(0, label.place.column - left.count),
        ink: .hintLabel,
        attributes: [.bold])
    }
  }

  static func box(_ state: ReaderState) -> Box? {
    let phrases = state.phrasebook
    let room = room(state)
    switch state.popup {
    case .palette(let line, let selection):
      // Its upper edge stays where it is while fewer and fewer commands are left.
      let columns = min(widest, room.columns)
      let tallest = min(18, room.rows)
      let commands = state.paletteRows(line.text)
      let rows = min(max(1, commands.count) + 3, tallest)
      let lines = palette(
        state, commands, line: line, selection: selection, columns: columns - 4, rows: rows - 2)
      var box = place(phrases[.palette], lines, in: room, columns: columns, rows: tallest)
      box.rectangle.size.rows = rows
      return box
    case .themes(let selection, _):
      return list(phrases[.themes], state.settings.themes, selection: selection, in: room)
    case .mute(let changes, let selection):
      let title: Phrase = changes.contains(where: \.isHiding) ? .muteTitle : .muteMuted
      return list(phrases[title], changes.map { name(of: $0, state) }, selection: selection, in: room)
    case .about(let selection):
      let size = aboutSize(state)
      let lines = AboutView.lines(state, selection: selection, size: size)
      return place(phrases[.aboutArticle], lines, in: room, columns: size.columns + 4, rows: lines.count + 2)
    case .hints, nil: return nil
    }
  }

  /// No pop-up is wider.
  private static let widest = 72

  /// What a pop-up may cover: the middle of the screen, but neither what is at the top nor the status line; where that
  /// is not much, everything above the status line.
  private static func room(_ state: ReaderState) -> CellRectangle {
    let arrangement = Arrangement(state)
    let above = [arrangement.masthead, arrangement.menuBar, arrangement.upperRule].compactMap(\.self).max()
    let body = (above.map { $0 + 1 } ?? 0)..<(arrangement.lowerRule ?? arrangement.status)
    let rows = body.count >= 12 ? body : 0..<arrangement.status
    return CellRectangle(row: rows.lowerBound, column: 0, columns: state.size.columns, rows: rows.count)
      .inset(rows: 0, columns: state.size.columns >= 50 ? 2 : 0)
  }

  /// The room for what is known of an article, without the box around it.
  static func aboutSize(_ state: ReaderState) -> CellSize {
    let room = room(state)
    return CellSize(columns: min(widest, room.columns) - 4, rows: max(1, room.rows - 2))
  }

  /// In the middle of the room.
  private static func place(
    _ title: String, _ lines: [Line], in room: CellRectangle, columns: Int, rows: Int
  ) -> Box {
    let rows = min(rows, room.rows)
    let rectangle = CellRectangle(
      row: room.row + (room.rows - rows) / 2, column: room.column + (room.columns - columns) / 2,
      columns: columns, rows: rows)
    return Box(rectangle: rectangle, title: title, lines: lines)
  }

  /// Names to choose from, whole, in as many lines as they need.
  private static func list(_ title: String, _ names: [String], selection: Int, in room: CellRectangle) -> Box
  {
    let longest = (names + [title]).map { CellWidth.columns(of: $0) }.max() ?? 0
    let columns = max(12, min(longest + 8, widest, room.columns))
    let items = ItemList(count: names.count) { index in
      let isChosen = index == selection
      return Typesetter().row(names[index], measure: columns - 6).map { text in
        Line(
          [Span(isChosen ? "▌ " : "  ", .accent), Span(text, isChosen ? .selected : .text)],
          target: .popupRow(index), surface: isChosen ? .selection : nil)
      }
    }
    let inside = room.rows - 2
    let lines = items.lines(from: items.top(ListCursor(selection: selection), rows: inside), rows: inside)
    return place(title, lines, in: room, columns: columns, rows: lines.count + 2)
  }

  private static func palette(
    _ state: ReaderState, _ rows: [CommandRow], line: InputLine, selection: Int, columns: Int,
    rows height: Int
  ) -> [Line] {
    let names = KeyNames(state)
    let context = state.keyContext
    let typed = line.visible(columns: columns - 2).text
    var lines = [Line([Span("› ", .accent), Span(typed, .input)])]
    let shown = max(1, height - 1)
    let first = max(0, selection - shown + 1)
    for (index, row) in rows.enumerated().dropFirst(first).prefix(shown) {
      let isChosen = index == selection
      let help = state.phrasebook.help(command: row.command.rawValue)
      let keys = names.first(row.command, in: context) ?? ""
      let room = max(1, columns - 3 - CellWidth.columns(of: keys))
      let ink: Ink = isChosen ? .selected : row.reason(state) == nil ? .text : .muted
      var entry = Line(
        [Span(isChosen ? "▌ " : "  ", .accent), Span(Typesetter.oneLine(help, columns: room), ink)],
        target: .popupRow(index), surface: isChosen ? .selection : nil)
      entry.flushRight([Span(keys, .hintKey)], in: columns)
      lines.append(entry)
    }
    if rows.isEmpty { lines.append(Line([Span("  "), Span(state.phrasebook[.foundNothing], .muted)])) }
    return lines
  }

  private static func name(of change: MuteChange, _ state: ReaderState) -> String {
    let phrases = state.phrasebook
    return switch change {
    case .hide(.source(let id)): phrases.text(.muteSource, ["name": state.siteNames[id] ?? id.rawValue])
    case .hide(.section(_, let section)): phrases.text(.muteSection, ["name": section.path])
    case .hide(.word(let word)): phrases.text(.muteWord, ["name": word])
    case .show(.source(let id)): phrases.text(.unmuteSource, ["name": state.siteNames[id] ?? id.rawValue])
    case .show(.section(_, let section)): phrases.text(.unmuteSection, ["name": section.path])
    case .show(.word(let word)): phrases.text(.unmuteWord, ["name": word])
    }
  }
}
