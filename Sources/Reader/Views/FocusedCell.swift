import Canvas
import TextLayout

/// Where the terminal's cursor stands: what braille displays, magnifiers and speech follow.
struct FocusedCell {
  let state: ReaderState
  let arrangement: Arrangement
  /// The lines of the panes that are shown.
  let lines: [Pane: [Line]]

  /// Where text is typed; `nil` while keys are commands.
  var caret: CellPoint? {
    if let prompt = state.prompt {
      return CellPoint(row: arrangement.status, column: StatusView.cursorColumn(state, prompt))
    }
    switch state.popup {
    case .palette(let line, let selection):
      // Who reads by ear goes with the cursor to the row that was chosen; typing brings it back.
      return state.settings.isPlain && selection > 0 ? nil : PopupView.paletteCursor(state, line)
    case .themes, .mute, .about, .hints: return nil
    case nil: break
    }
    guard state.focus == .main, case .search(let search) = state.place, search.isEditing else { return nil }
    let field = SearchView.cursorColumn(state, search, columns: arrangement.main.columns)
    return CellPoint(row: arrangement.main.row, column: min(field, arrangement.main.endColumn - 1))
  }

  /// The first cell of what Enter would act on, or of what is read.
  var cell: CellPoint? {
    switch state.popup {
    case .palette(_, let selection), .themes(let selection, _), .mute(_, let selection),
      .about(let selection):
      return PopupView.cell(of: selection, state)
    case .hints(let labels, let typed): return labels.first { $0.label.hasPrefix(typed) }?.place
    case nil: break
    }
    switch state.focus {
    case .menu: return MenuView.focusedCell(state)
    case .ticker: return arrangement.masthead.map { MastheadView.focusedCell(state, row: $0) }
    case .list, .top, .related:
      return cell(of: .sideRow(state.focus, state.selection(in: state.focus)), in: state.focus)
    case .main: return mainCell
    }
  }

  private var mainCell: CellPoint? {
    guard let article = state.article else { return cell(of: .row(state.mainSelection), in: .main) }
    let pane = arrangement.main
    if let find = article.find, find.hits.indices.contains(find.current),
      let hit = ArticleView.cell(of: find.hits[find.current], in: article, pane)
    {
      return hit
    }
    return ArticleView.cell(of: article.layout.place(atRow: article.top), in: article, pane)
      ?? CellPoint(row: pane.row, column: pane.column)
  }

  /// The first cell of a pane that leads to a target; where none does, the pane's own first one.
  private func cell(of target: Target, in pane: Pane) -> CellPoint? {
    guard let rectangle = arrangement.rectangle(of: pane) else { return nil }
    for (row, line) in (lines[pane] ?? []).prefix(rectangle.rows).enumerated() {
      guard let column = line.column(of: target) else { continue }
      return CellPoint(row: rectangle.row + row, column: rectangle.column + column)
    }
    return CellPoint(row: rectangle.row, column: rectangle.column)
  }
}

extension Line {
  /// The first column that leads to a target.
  func column(of wanted: Target) -> Int? {
    if target == wanted { return 0 }
    var column = 0
    for span in spans {
      if span.target == wanted { return column }
      column += span.columns
    }
    return nil
  }
}
