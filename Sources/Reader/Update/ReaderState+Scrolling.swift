import Canvas

extension ReaderState {
  /// Scrolls every list so that its chosen row can be seen, and a text so that it is not left.
  mutating func scrollToFocus() {
    let main = Arrangement(self).main
    guard main.columns > 0, main.rows > 0 else { return }
    switch place {
    case .article(var article):
      article.top = max(0, min(article.top, article.layout.rows.count - main.rows))
      place = .article(article)
    case .front(var front):
      front.top = FrontView.top(self, front: front, columns: main.columns, rows: main.rows)
      place = .front(front)
    case .kiosk(var kiosk):
      kiosk.cursor.top = KioskView.list(self, columns: main.columns).top(kiosk.cursor, rows: main.rows)
      place = .kiosk(kiosk)
    case .list(var list):
      let rows = ListView.listRows(self, list, size: main.size)
      list.cursor.top = ListView.list(self, list, columns: main.columns).top(list.cursor, rows: rows)
      place = .list(list)
    case .search(var search):
      let rows = max(1, main.rows - SearchView.headRows)
      search.cursor.top = SearchView.list(self, search, columns: main.columns).top(search.cursor, rows: rows)
      place = .search(search)
    case .sources(var sources):
      let rows = max(1, main.rows - SourcesView.headRows)
      sources.cursor.top = SourcesView.list(self, sources, columns: main.columns).top(
        sources.cursor, rows: rows)
      place = .sources(sources)
    case .help(var help):
      let count = HelpView.lines(self, columns: main.columns).count
      help.top = max(0, min(help.top, count - main.rows))
      place = .help(help)
    }
    scrollSide()
  }

  private mutating func scrollSide() {
    let arrangement = Arrangement(self)
    if let list = arrangement.list {
      side.listCursor.top = SideView.list(self, pane: .list, columns: list.columns)
        .top(side.listCursor, rows: max(1, list.rows - SideView.headRows))
    }
    if let top = arrangement.top {
      side.topCursor.top = SideView.list(self, pane: .top, columns: top.columns)
        .top(side.topCursor, rows: max(1, top.rows - SideView.headRows))
    }
    if let related = arrangement.related {
      side.relatedCursor.top = SideView.list(self, pane: .related, columns: related.columns)
        .top(side.relatedCursor, rows: max(1, related.rows - SideView.headRows))
    }
  }
}
