import Canvas

extension ReaderState {
  /// Scrolls every list so that its chosen row can be seen, and a text so that it is not left.
  mutating func scrollToFocus() {
    let main = Arrangement(self).main
    guard main.columns > 0, main.rows > 0 else { return }
    if let top = place.listed?.top(self, size: main.size) { place.changeCursor { $0.top = top } }
    withArticle { $0.top = max(0, min($0.top, $0.layout.rows.count - main.rows)) }
    if case .help(var help) = place {
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
