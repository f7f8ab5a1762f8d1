import Canvas
import NewsModel

extension ReaderState {
  /// Moves in the pane that has the focus.
  mutating func move(_ movement: Movement) -> [Effect] {
    switch focus {
    case .menu: return moveInMenu(movement)
    case .ticker:
      let count = tickerStories.count
      guard count > 0 else { return [] }
      ticker.selection = ((ticker.selection + (movement == .right ? 1 : -1)) % count + count) % count
      bringTickerIntoView()
      return []
    case .list:
      moveCursor(movement, cursor: \.side.listCursor, count: article?.queue.count ?? 0)
      return []
    case .top:
      moveCursor(movement, cursor: \.side.topCursor, count: topStories.count)
      return []
    case .related:
      moveCursor(movement, cursor: \.side.relatedCursor, count: side.related.count)
      return []
    case .main: break
    }
    if case .article = place { return scrollArticle(movement) }
    if case .help(var help) = place {
      help.top = scrolled(help.top, movement, rows: HelpView.lines(self, columns: mainColumns).count)
      place = .help(help)
      return []
    }
    moveSelection(movement)
    return []
  }

  /// The rows of the main pane.
  var mainRows: Int { max(1, Arrangement(self).main.rows) }
  /// The columns of the main pane.
  var mainColumns: Int { max(1, Arrangement(self).main.columns) }

  private mutating func moveSelection(_ movement: Movement) {
    if goFar(movement) { return }
    mainSelection = movement.place(
      from: mainSelection, page: max(1, rowsInView - 1), last: max(0, mainCount - 1))
  }

  private mutating func moveCursor(
    _ movement: Movement, cursor: WritableKeyPath<ReaderState, ListCursor>, count: Int
  ) {
    let selection = self[keyPath: cursor].selection
    self[keyPath: cursor].selection = movement.place(from: selection, page: 5, last: max(0, count - 1))
  }

  /// How many rows of the list can be seen at once, about.
  private var rowsInView: Int {
    let lines = MainView.lines(self, columns: mainColumns, rows: mainRows)
    var seen: Set<Int> = []
    for line in lines {
      for target in [line.target] + line.spans.map(\.target) {
        if case .row(let index) = target { seen.insert(index) }
      }
    }
    return max(1, seen.count)
  }

  /// Where a text goes that is `rows` long and begins at `top`.
  private func scrolled(_ top: Int, _ movement: Movement, rows: Int) -> Int {
    let page = mainRows
    let last = max(0, rows - page)
    return switch movement {
    // Two rows stay, so that the eye finds its place again.
    case .pageDown, .pageUp: movement.place(from: top, page: max(1, page - 2), last: last)
    case .down, .up, .left, .right, .halfPageDown, .halfPageUp, .first, .last:
      movement.place(from: top, page: page, last: last)
    }
  }

  private mutating func scrollArticle(_ movement: Movement) -> [Effect] {
    guard let article else { return [] }
    let wanted = scrolled(article.top, movement, rows: article.layout.rows.count)
    // A page down at the end leads on.
    if movement == .pageDown, wanted == article.top, !article.isLoading { return goToUnread(by: 1) }
    withArticle { $0.top = wanted }
    return []
  }

  /// Moves the focus from pane to pane, over those that are there.
  mutating func focusPane(after step: Int) -> [Effect] {
    var panes: [Pane] = []
    let arrangement = Arrangement(self)
    if arrangement.menuBar != nil, !menuEntries.isEmpty { panes.append(.menu) }
    if arrangement.list != nil { panes.append(.list) }
    panes.append(.main)
    if availableSidePanes.contains(.related), !side.related.isEmpty { panes.append(.related) }
    if availableSidePanes.contains(.top), !topStories.isEmpty { panes.append(.top) }
    if arrangement.masthead != nil, !tickerStories.isEmpty, settings.ticker != .off { panes.append(.ticker) }
    let index = panes.firstIndex(of: focus) ?? panes.firstIndex(of: .main) ?? 0
    let next = panes[(index + step + panes.count) % panes.count]
    if next == .ticker, focus != .ticker {
      ticker.selection = settings.ticker.isPaging ? ticker.selection : tickerIndexInView
      bringTickerIntoView()
    }
    if next == .menu { menu.selection = currentMenuEntry ?? menu.selection }
    focus = next
    return []
  }

  private mutating func moveInMenu(_ movement: Movement) -> [Effect] {
    let entries = menuEntries
    guard !entries.isEmpty else { return [] }
    switch movement {
    case .right, .left:
      let step = movement == .right ? 1 : -1
      menu.selection = (menu.selection + step + entries.count) % entries.count
      if menu.open != nil { menu.open = entries[menu.selection].rows.isEmpty ? nil : 0 }
    case .down:
      let rows = entries[menu.selection].rows.count
      guard rows > 0 else {
        focus = .main
        return []
      }
      menu.open = menu.open.map { min($0 + 1, rows - 1) } ?? 0
    case .up: menu.open = menu.open.flatMap { $0 > 0 ? $0 - 1 : nil }
    case .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last: break
    }
    return []
  }
}
