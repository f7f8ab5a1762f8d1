import Canvas
import Phrases

/// Draws a state: all of the screen, every time; the screen sends what changed.
package enum View {
  /// The frame of a state, of the size the state has.
  package static func frame(of state: ReaderState) -> Frame {
    var frame = Frame(size: state.size)
    guard !state.isFinished else { return frame }
    guard Arrangement.hasRoom(state.size) else {
      drawTooSmall(state, on: &frame)
      return frame
    }
    let arrangement = Arrangement(state)
    var panes: [Pane: [Line]] = [:]
    for pane in Pane.content {
      guard let rectangle = arrangement.rectangle(of: pane) else { continue }
      let lines = PaneView.lines(state, pane: pane, rectangle: rectangle)
      panes[pane] = lines
      if pane != .main { frame.fill(rectangle, surface: .panel) }
      frame.put(lines, in: rectangle, pictures: state.pictures)
    }
    if let lead = arrangement.lead, case .list(let list) = state.place {
      frame.put(LeadView.lines(state, list, size: lead.size), in: lead)
    }
    RuleView.draw(state, arrangement, on: &frame)
    if let row = arrangement.masthead { MastheadView.draw(state, row: row, on: &frame) }
    if let row = arrangement.menuBar { MenuView.draw(state, row: row, on: &frame) }
    PopupView.draw(state, arrangement, on: &frame)
    StatusView.draw(state, row: arrangement.status, on: &frame)
    let focus = FocusedCell(state: state, arrangement: arrangement, lines: panes)
    frame.cursor = focus.caret ?? (state.settings.isPlain ? focus.cell : nil)
    frame.focus = focus.cell
    return frame
  }

  private static func drawTooSmall(_ state: ReaderState, on frame: inout Frame) {
    guard frame.rows > 0 else { return }
    let text = Typesetter.oneLine(state.phrasebook[.tooSmall], columns: frame.columns)
    frame.put(
      text, row: frame.rows / 2, column: max(0, (frame.columns - Span(text).columns) / 2), ink: .muted)
  }
}

/// Draws states one after another: where only the ticker has moved, only its row is drawn again.
package struct Painter {
  private var last: (frame: Frame, revision: Int)?

  package init() {}

  /// The frame of a state, equal to `View.frame(of:)`.
  package mutating func frame(of state: ReaderState) -> Frame {
    if let last, last.revision == state.revision, last.frame.size == state.size, state.popup == nil,
      !state.isFinished, Arrangement.hasRoom(state.size), let row = Arrangement(state).masthead
    {
      var frame = last.frame
      MastheadView.draw(state, row: row, on: &frame)
      self.last?.frame = frame
      return frame
    }
    let frame = View.frame(of: state)
    last = (frame, state.revision)
    return frame
  }
}

/// What stands under a cell, for clicks.
enum ScreenMap {
  /// What a click on a cell leads to.
  static func target(at point: CellPoint, in state: ReaderState) -> Target? {
    let arrangement = Arrangement(state)
    if state.popup != nil { return PopupView.target(at: point, state, arrangement) }
    if let target = MenuView.dropDownTarget(at: point, state, arrangement) { return target }
    if point.row == arrangement.masthead { return MastheadView.target(at: point.column, state) }
    if point.row == arrangement.menuBar { return MenuView.target(at: point.column, state) }
    if point.row == arrangement.status { return StatusView.target(at: point.column, state) }
    for pane in Pane.content {
      guard let rectangle = arrangement.rectangle(of: pane), rectangle.contains(point) else { continue }
      let lines = PaneView.lines(state, pane: pane, rectangle: rectangle)
      let row = point.row - rectangle.row
      return lines.indices.contains(row) ? lines[row].target(at: point.column - rectangle.column) : nil
    }
    return nil
  }
}

/// The lines between the parts of the screen.
enum RuleView {
  static func draw(_ state: ReaderState, _ arrangement: Arrangement, on frame: inout Frame) {
    let columns = frame.columns
    for row in [arrangement.upperRule, arrangement.lowerRule].compactMap({ $0 }) {
      frame.horizontalLine(row: row, columns: 0..<columns)
    }
    for divider in [arrangement.listDivider, arrangement.divider].compactMap({ $0 }) {
      frame.verticalLine(column: divider, rows: arrangement.main.row..<arrangement.main.endRow)
      if let row = arrangement.upperRule { frame.put("┬", row: row, column: divider, ink: .border) }
      if let row = arrangement.lowerRule { frame.put("┴", row: row, column: divider, ink: .border) }
    }
    guard let divider = arrangement.divider else { return }
    if let top = arrangement.top, arrangement.related != nil {
      frame.horizontalLine(row: top.endRow, columns: divider..<columns)
      frame.put("├", row: top.endRow, column: divider, ink: .border)
    }
  }
}
