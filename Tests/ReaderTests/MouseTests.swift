import Canvas
import NewsModel
import Testing

@testable import Reader

@Suite("The mouse")
struct MouseTests {
  /// The first cell of a text on the screen.
  private func place(of text: String, in frame: Frame) throws -> CellPoint {
    for (row, line) in frame.plainLines.enumerated() {
      guard let range = line.range(of: text) else { continue }
      return CellPoint(row: row, column: line.distance(from: line.startIndex, to: range.lowerBound))
    }
    throw Absent(text: text)
  }

  private struct Absent: Error {
    let text: String
  }

  private func click(_ text: String, _ reading: inout Reading) throws {
    reading.click(try place(of: text, in: reading.frame))
  }

  @Test("A click on a headline opens it, wherever it stands")
  func headlines() throws {
    var reading = Reading(columns: 120, rows: 36)
    try click("Автобус № 18", &reading)
    #expect(reading.state.article?.story.title == SamplePaper.rows[2].4)
    // The list beside the text: related.
    try click("Ночной поезд", &reading)
    #expect(reading.state.article?.story.title == SamplePaper.rows[7].4)
    reading.click(CellPoint(row: 10, column: 10), .right)
    #expect(reading.state.article?.story.title == SamplePaper.rows[2].4)
  }

  @Test("A button that is let go elsewhere than it was pressed opens nothing")
  func drag() throws {
    var reading = Reading(columns: 120, rows: 36)
    let start = try place(of: "Автобус № 18", in: reading.frame)
    let end = CellPoint(row: start.row, column: start.column + 9)
    reading.send(.mouse(MouseEvent(.press, at: start)))
    reading.send(.mouse(MouseEvent(.release, at: end)))
    #expect(reading.state.article == nil)
    // Back in the first cell: who has dragged has marked a text all the same.
    for action in [.press, .drag, .drag, .release] as [MouseEvent.Action] {
      let isAway = action == .drag && reading.state.pressed != nil
      reading.send(.mouse(MouseEvent(action, at: isAway ? end : start)))
    }
    #expect(reading.state.article == nil)
    // Without a press nothing is let go.
    reading.send(.mouse(MouseEvent(.release, at: start)))
    #expect(reading.state.article == nil)
    reading.click(start)
    #expect(reading.state.article != nil)
  }

  @Test("A click on an entry opens its section, on one with sub-sections its menu")
  func menu() throws {
    var reading = Reading(columns: 120, rows: 36)
    try click("В стране", &reading)
    #expect(reading.state.section == SectionID(rawValue: "В стране"))
    try click("Разделы▾", &reading)
    try click("Стратегия", &reading)
    #expect(reading.state.section == SectionID(rawValue: "Разделы/Стратегия"))
  }

  @Test("A click on a hint does what it says")
  func hints() throws {
    var reading = Reading(columns: 120, rows: 36)
    try click("? помощь", &reading)
    guard case .help = reading.state.place else {
      Issue.record("no help")
      return
    }
  }

  @Test("A click on a row of a pop-up takes it, one beside it closes it")
  func popups() throws {
    var reading = Reading(columns: 120, rows: 36) { $0.themes = ["day", "night"] }
    reading.keys("T")
    try click("night", &reading)
    #expect(reading.lastEffects == [.chooseTheme("night")])
    reading.keys("T")
    reading.click(CellPoint(row: 30, column: 2))
    #expect(reading.state.popup == nil)
    #expect(reading.lastEffects == [.showTheme("night")])
  }

  @Test("The wheel scrolls the text under it")
  func wheel() {
    var reading = Reading(columns: 80, rows: 24)
    reading.keys("Enter")
    reading.send(.mouse(MouseEvent(.wheelDown, at: CellPoint(row: 10, column: 10))))
    #expect(reading.state.article?.top == 3)
    reading.send(.mouse(MouseEvent(.wheelUp, at: CellPoint(row: 10, column: 10))))
    reading.send(.mouse(MouseEvent(.wheelUp, at: CellPoint(row: 10, column: 10))))
    #expect(reading.state.article?.top == 0)
  }

  @Test("A link and a tag in the text can be clicked")
  func links() throws {
    var reading = Reading(columns: 120, rows: 36)
    reading.keys("Enter")
    try click("отчёт", &reading)
    #expect(reading.lastEffects.contains { if case .openInBrowser = $0 { true } else { false } })
    reading.keys("G")
    try click("Левобережье", &reading)
    #expect(reading.lastEffects.contains(.search(SearchQuery(text: "Левобережье"))))
  }
}
