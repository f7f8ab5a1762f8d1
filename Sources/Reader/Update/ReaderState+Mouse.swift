import Canvas

extension ReaderState {
  /// What a wheel or a click does: the pane under it scrolls, or gets the focus and opens. A click is a button that is let
  /// go in the cell where it was pressed.
  mutating func handle(_ event: MouseEvent) -> [Effect] {
    switch event.action {
    case .wheelDown, .wheelUp:
      turnWheel(at: event.point, by: event.action == .wheelDown ? 3 : -3)
      return []
    case .press:
      pressed = event
      return []
    case .drag:
      if event.point != pressed?.point { pressed = nil }
      return []
    case .release:
      // Who has dragged has marked a text for copying.
      guard let press = pressed, press.point == event.point else { return [] }
      pressed = nil
      return act(on: press)
    }
  }

  private mutating func act(on press: MouseEvent) -> [Effect] {
    notice = nil
    switch press.button {
    case .left: return click(press.point)
    case .right: return goBack()
    case .middle: return []
    }
  }

  private mutating func turnWheel(at point: CellPoint, by rows: Int) {
    if case .themes = popup { return }
    guard popup == nil, let pane = Arrangement(self).pane(at: point) else { return }
    switch pane {
    case .list: side.listCursor.selection += rows.signum()
    case .top: side.topCursor.selection += rows.signum()
    case .related: side.relatedCursor.selection += rows.signum()
    case .menu, .ticker: break
    case .main:
      let page = mainRows
      if let article {
        withArticle { $0.top = max(0, min(article.top + rows, article.layout.rows.count - page)) }
      } else if case .help(var help) = place {
        help.top = max(0, min(help.top + rows, HelpView.lines(self, columns: mainColumns).count - page))
        place = .help(help)
      } else {
        mainSelection = max(0, min(mainSelection + rows.signum(), mainCount - 1))
      }
    }
  }

  private mutating func click(_ point: CellPoint) -> [Effect] {
    if let target = ScreenMap.target(at: point, in: self) {
      if prompt != nil { prompt = nil }
      if popup != nil {
        guard case .popupRow = target else { return closePopup() }
      }
      return follow(target)
    }
    if popup != nil { return closePopup() }
    if let pane = Arrangement(self).pane(at: point) { focus = pane }
    return []
  }

  private mutating func closePopup() -> [Effect] {
    defer { popup = nil }
    if case .themes(_, let previous) = popup { return [.showTheme(previous)] }
    return []
  }
}
