import Canvas

/// Where the parts of the screen stand, from its size and from what is shown: the same for drawing and for clicks.
package struct Arrangement: Equatable {
  /// Smaller screens show a notice alone.
  static let minimum = CellSize(columns: 20, rows: 5)

  /// Whether a screen has room for more than a notice.
  package static func hasRoom(_ size: CellSize) -> Bool {
    size.columns >= minimum.columns && size.rows >= minimum.rows
  }

  /// From here on the side panes stand beside the main one.
  static let columnsForPanes = 100
  /// Below this one pane is shown at a time.
  static let columnsForTwo = 60
  /// From here on an article stands beside its list.
  static let columnsForList = 160

  let size: CellSize
  /// `nil` where the screen is too low for it.
  private(set) var masthead: Int?
  private(set) var menuBar: Int?
  /// The rows of the lines above and below the panes.
  private(set) var upperRule: Int?
  private(set) var lowerRule: Int?
  private(set) var status: Int
  private(set) var main = CellRectangle(row: 0, column: 0, columns: 0, rows: 0)
  /// The list an article was opened from, to the left of it.
  private(set) var list: CellRectangle?
  private(set) var top: CellRectangle?
  private(set) var related: CellRectangle?
  /// The lead of a list's chosen story, to the right of the list.
  private(set) var lead: CellRectangle?
  /// The column of the line between the main pane and the side panes.
  private(set) var divider: Int?
  /// The column of the line between a list and the article or lead beside it.
  private(set) var listDivider: Int?

  init(_ state: ReaderState) {
    size = state.size
    status = max(0, size.rows - 1)
    var first = 0
    var end = max(0, size.rows - 1)
    func take(from rows: Int) -> Int? {
      guard size.rows >= rows else { return nil }
      first += 1
      return first - 1
    }
    if !state.settings.isPlain { masthead = take(from: 8) }
    // Where the rows are few it is there only while it is used.
    menuBar = take(from: state.focus == .menu ? Self.minimum.rows : 10)
    if !state.settings.isPlain, size.rows >= 16 {
      upperRule = take(from: 0)
      end -= 1
      lowerRule = end
    }
    let body = CellRectangle(row: first, column: 0, columns: size.columns, rows: max(0, end - first))
    main = body
    placeSide(state, body: body)
    if size.columns >= Self.columnsForList, !state.settings.isPlain, (state.article?.queue.count ?? 0) > 1 {
      placeList()
    }
    if case .list(let list) = state.place, !list.stories.isEmpty, !state.settings.isPlain {
      placeLead(measure: state.settings.measure)
    }
  }

  /// A list is as wide as its headlines may be; where a lead can be read beside it, it gets the rest.
  private mutating func placeLead(measure: Int) {
    let width = measure + StoryRow.indent + 4
    let left = main.columns - width - 1
    guard left >= LeadView.columns else { return }
    lead = CellRectangle(row: main.row, column: main.column + width + 1, columns: left, rows: main.rows)
    listDivider = main.column + width
    main.size.columns = width
  }

  /// The list takes its width from the left of the article.
  private mutating func placeList() {
    let width = min(52, size.columns * 24 / 100)
    list = CellRectangle(row: main.row, column: 0, columns: width, rows: main.rows)
    listDivider = width
    main = CellRectangle(
      row: main.row, column: width + 1, columns: main.columns - width - 1, rows: main.rows)
  }

  private mutating func placeSide(_ state: ReaderState, body: CellRectangle) {
    let first = body.row
    guard let wanted = state.sidePanes, !wanted.isEmpty else { return }
    if size.columns < Self.columnsForTwo || state.settings.isPlain {
      // One pane at a time: the one with the focus.
      guard state.focus == .top || state.focus == .related else { return }
      if state.focus == .top { top = body } else { related = body }
      main = CellRectangle(row: first, column: 0, columns: 0, rows: 0)
      return
    }
    let width = Self.sideColumns(state)
    let column = size.columns - width
    divider = column - 1
    main = CellRectangle(row: first, column: 0, columns: column - 1, rows: body.rows)
    divide(CellRectangle(row: first, column: column, columns: width, rows: body.rows), among: wanted)
  }

  /// The width of the side panes.
  private static func sideColumns(_ state: ReaderState) -> Int {
    let columns = state.size.columns
    let standard = columns >= columnsForPanes ? columns * 29 / 100 : columns * 2 / 5
    return max(22, min(state.settings.paneColumns ?? min(standard, 46), columns - 36))
  }

  /// Top news above, related below, in halves; either alone takes all.
  private mutating func divide(_ side: CellRectangle, among panes: [Pane]) {
    guard panes.contains(.top), panes.contains(.related), side.rows >= 9 else {
      if panes.contains(.related) { related = side } else { top = side }
      return
    }
    let upper = (side.rows - 1) / 2
    top = CellRectangle(row: side.row, column: side.column, columns: side.columns, rows: upper)
    related = CellRectangle(
      row: side.row + upper + 1, column: side.column, columns: side.columns, rows: side.rows - upper - 1)
  }

  /// The pane a cell belongs to.
  func pane(at point: CellPoint) -> Pane? {
    if point.row == masthead { return .ticker }
    if point.row == menuBar { return .menu }
    if main.contains(point) { return .main }
    if let list, list.contains(point) { return .list }
    if let top, top.contains(point) { return .top }
    if let related, related.contains(point) { return .related }
    return nil
  }

  /// The rectangle of a pane, where it is shown.
  func rectangle(of pane: Pane) -> CellRectangle? {
    switch pane {
    case .main: main.columns > 0 ? main : nil
    case .list: list
    case .top: top
    case .related: related
    case .menu, .ticker: nil
    }
  }
}

extension ReaderState {
  /// The panes that stand beside the main one; `nil`: they are folded.
  var sidePanes: [Pane]? {
    guard !settings.isPlain else { return focusedSidePane.map { [$0] } }
    let panes = availableSidePanes
    guard !panes.isEmpty else { return nil }
    if focusedSidePane != nil { return panes }
    if size.columns < Arrangement.columnsForTwo { return nil }
    return side.isShown ?? (size.columns >= Arrangement.columnsForPanes) ? panes : nil
  }

  /// The side panes that have a meaning where the reader is.
  var availableSidePanes: [Pane] {
    article != nil ? [.top, .related] : place.listed?.sidePanes ?? []
  }

  private var focusedSidePane: Pane? {
    (focus == .top || focus == .related) && availableSidePanes.contains(focus) ? focus : nil
  }
}
