import Canvas

/// The lines of a pane, as they stand on the screen: the same for drawing, for clicks and for hints.
enum PaneView {
  /// The lines of a pane from its first row down.
  static func lines(_ state: ReaderState, pane: Pane, rectangle: CellRectangle) -> [Line] {
    switch pane {
    case .main: MainView.lines(state, columns: rectangle.columns, rows: rectangle.rows)
    case .list, .top, .related:
      SideView.lines(state, pane: pane, columns: rectangle.columns, rows: rectangle.rows)
    case .menu, .ticker: []
    }
  }
}

/// The main pane, by what it shows.
enum MainView {
  /// Its lines from the first row down.
  static func lines(_ state: ReaderState, columns: Int, rows: Int) -> [Line] {
    guard columns > 0, rows > 0 else { return [] }
    if let listed = state.place.listed {
      return listed.lines(state, size: CellSize(columns: columns, rows: rows))
    }
    if let article = state.article {
      return ArticleView.lines(state, article, columns: columns, rows: rows)
    }
    guard case .help(let help) = state.place else { return [] }
    return Array(HelpView.lines(state, columns: columns).dropFirst(help.top).prefix(rows))
  }

  /// A sentence in the middle of an empty pane.
  static func empty(_ text: String, columns: Int, rows: Int) -> [Line] {
    let lines = Typesetter().headline(text, measure: max(1, min(50, columns - 4)))
    let above = max(0, (rows - lines.count) / 3)
    return Array(repeating: Line.blank, count: above)
      + lines.map { line in
        let width = Span(line).columns
        return Line([Span(String(repeating: " ", count: max(0, (columns - width) / 2))), Span(line, .muted)])
      }
  }
}
