import Canvas
import NewsModel

extension ReaderState {
  /// Moves in the pane that has the focus.
  mutating func move(_ command: Command) -> [Effect] {
    switch focus {
    case .menu: return moveInMenu(command)
    case .ticker:
      let count = tickerStories.count
      guard count > 0 else { return [] }
      ticker.selection = ((ticker.selection + (command == .menuRight ? 1 : -1)) % count + count) % count
      bringTickerIntoView()
      return []
    case .list:
      moveCursor(command, cursor: \.side.listCursor, count: article?.queue.count ?? 0)
      return []
    case .top:
      moveCursor(command, cursor: \.side.topCursor, count: topStories.count)
      return []
    case .related:
      moveCursor(command, cursor: \.side.relatedCursor, count: side.related.count)
      return []
    case .main: break
    }
    if case .article = place { return scrollArticle(command) }
    if case .help(var help) = place {
      help.top = scrolled(help.top, command, rows: HelpView.lines(self, columns: mainColumns).count)
      place = .help(help)
      return []
    }
    moveSelection(command)
    return []
  }

  /// The rows of the main pane.
  var mainRows: Int { max(1, Arrangement(self).main.rows) }
  /// The columns of the main pane.
  var mainColumns: Int { max(1, Arrangement(self).main.columns) }

  private mutating func moveSelection(_ command: Command) {
    let last = max(0, mainCount - 1)
    let step = Self.step(from: mainSelection, command, page: max(1, rowsInView - 1), last: last)
    mainSelection = min(last, max(0, step))
  }

  private mutating func moveCursor(
    _ command: Command, cursor: WritableKeyPath<ReaderState, ListCursor>, count: Int
  ) {
    let last = max(0, count - 1)
    let step = Self.step(from: self[keyPath: cursor].selection, command, page: 5, last: last)
    self[keyPath: cursor].selection = min(last, max(0, step))
  }

  /// - Parameter page: how many make a page; told only where it matters, for a list has to be laid out to know.
  private static func step(
    from selection: Int, _ command: Command, page: @autoclosure () -> Int, last: Int
  ) -> Int {
    switch command {
    case .moveDown: selection + 1
    case .moveUp: selection - 1
    case .pageDown: selection + page()
    case .pageUp: selection - page()
    case .halfPageDown: selection + max(1, page() / 2)
    case .halfPageUp: selection - max(1, page() / 2)
    case .goToFirst: 0
    case .goToLast: last
    default: selection
    }
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
  private func scrolled(_ top: Int, _ command: Command, rows: Int) -> Int {
    let page = mainRows
    let last = max(0, rows - page)
    let wanted =
      switch command {
      case .moveDown: top + 1
      case .moveUp: top - 1
      // Two rows stay, so that the eye finds its place again.
      case .pageDown: top + max(1, page - 2)
      case .pageUp: top - max(1, page - 2)
      case .halfPageDown: top + max(1, page / 2)
      case .halfPageUp: top - max(1, page / 2)
      case .goToFirst: 0
      case .goToLast: last
      default: top
      }
    return min(last, max(0, wanted))
  }

  private mutating func scrollArticle(_ command: Command) -> [Effect] {
    guard let article else { return [] }
    let wanted = scrolled(article.top, command, rows: article.layout.rows.count)
    // A page down at the end leads on.
    if command == .pageDown, wanted == article.top, !article.isLoading { return goToUnread(by: 1) }
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

  private mutating func moveInMenu(_ command: Command) -> [Effect] {
    let entries = menuEntries
    guard !entries.isEmpty else { return [] }
    switch command {
    case .menuRight, .menuLeft:
      let step = command == .menuRight ? 1 : -1
      menu.selection = (menu.selection + step + entries.count) % entries.count
      if menu.open != nil { menu.open = entries[menu.selection].rows.isEmpty ? nil : 0 }
    case .moveDown:
      let rows = entries[menu.selection].rows.count
      guard rows > 0 else {
        focus = .main
        return []
      }
      menu.open = menu.open.map { min($0 + 1, rows - 1) } ?? 0
    case .moveUp: menu.open = menu.open.flatMap { $0 > 0 ? $0 - 1 : nil }
    default: break
    }
    return []
  }
}
