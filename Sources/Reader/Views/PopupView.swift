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
    frame.fill(box.rectangle, surface: .popup)
    frame.box(box.rectangle, style: .rounded, ink: .focusedBorder)
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

  /// The cursor in the palette's field.
  static func paletteCursor(_ state: ReaderState, _ line: InputLine) -> CellPoint? {
    guard let inside = box(state)?.rectangle.inset(rows: 1, columns: 2) else { return nil }
    let column = inside.column + 2 + CellWidth.columns(of: line.beforeCursor)
    return CellPoint(row: inside.row, column: min(column, inside.endColumn - 1))
  }

  private static func draw(_ labels: [HintLabel], typed: String, on frame: inout Frame) {
    for label in labels where label.label.hasPrefix(typed) {
      let left = label.label.dropFirst(typed.count)
      frame.put(
        left.uppercased(), row: label.place.row, column: max(0, label.place.column - left.count),
        ink: .hintLabel,
        attributes: [.bold, .reverse])
    }
  }

  static func box(_ state: ReaderState) -> Box? {
    let phrases = state.phrasebook
    let columns = max(10, min(72, state.size.columns - 4))
    switch state.popup {
    case .palette(let line, let selection):
      let rows = state.paletteRows(line.text)
      let height = max(4, min(rows.count + 3, state.size.rows - 2, 18))
      let lines = palette(
        state, rows, line: line, selection: selection, columns: columns - 4, rows: height - 2)
      return place(state, title: phrases[.palette], lines: lines, columns: columns, rows: height)
    case .themes(let selection, _):
      let names = state.settings.themes
      return list(state, title: phrases[.themes], names: names, selection: selection)
    case .mute(let rules, let selection):
      let names = rules.map { name(of: $0, state) }
      return list(state, title: phrases[.muteTitle], names: names, selection: selection)
    case .about(let selection):
      let lines = AboutView.lines(
        state, selection: selection, columns: columns - 4, rows: max(1, state.size.rows - 4))
      return place(
        state, title: phrases[.aboutArticle], lines: lines, columns: columns, rows: lines.count + 2)
    case .hints, nil: return nil
    }
  }

  private static func place(
    _ state: ReaderState, title: String, lines: [Line], columns: Int, rows: Int, isRight: Bool = false
  ) -> Box {
    let columns = min(columns, state.size.columns)
    let rows = min(rows, state.size.rows)
    let column = isRight ? state.size.columns - columns - 1 : (state.size.columns - columns) / 2
    let rectangle = CellRectangle(
      row: max(0, (state.size.rows - rows) / 3), column: max(0, column), columns: columns, rows: rows)
    return Box(rectangle: rectangle, title: title, lines: lines)
  }

  private static func list(_ state: ReaderState, title: String, names: [String], selection: Int) -> Box {
    let widest = (names + [title]).map { CellWidth.columns(of: $0) }.max() ?? 0
    let columns = max(12, min(widest + 8, state.size.columns - 2))
    let rows = max(3, min(names.count + 2, state.size.rows - 2))
    let first = max(0, min(selection - (rows - 2) / 2, names.count - (rows - 2)))
    let lines = names.indices.dropFirst(first).prefix(rows - 2).map { index in
      let isChosen = index == selection
      return Line(
        [
          Span(isChosen ? "▌ " : "  ", .accent),
          Span(Typesetter.oneLine(names[index], columns: columns - 6), isChosen ? .selected : .text),
        ], target: .popupRow(index), surface: isChosen ? .selection : nil)
    }
    return place(state, title: title, lines: Array(lines), columns: columns, rows: rows, isRight: true)
  }

  private static func palette(
    _ state: ReaderState, _ rows: [CommandRow], line: InputLine, selection: Int, columns: Int,
    rows height: Int
  ) -> [Line] {
    let names = KeyNames(state)
    let context = state.keyContext
    var lines = [Line([Span("› ", .accent), Span(line.text, .input)])]
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

  private static func name(of rule: MuteRule, _ state: ReaderState) -> String {
    let phrases = state.phrasebook
    switch rule {
    case .source(let id):
      return phrases.text(.muteSource, ["name": state.sites.first { $0.id == id }?.name ?? id.rawValue])
    case .section(_, let section): return phrases.text(.muteSection, ["name": section.path])
    case .word(let word): return phrases.text(.muteWord, ["name": word])
    }
  }
}
