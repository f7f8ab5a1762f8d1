import Canvas
import Testing

@testable import Reader

@Suite("Whole screens")
struct ScreenTests {
  @Test("Every view looks as recorded at every size, in every language and ink", arguments: ScreenView.all)
  func view(_ view: ScreenView) {
    Snapshot.expect(ScreenSheet(view: view).text, view.name)
  }

  @Test("A screen for screen readers shows where the focus is")
  func plain() {
    let reading = Reading(columns: 80, rows: 24) { $0.isPlain = true }
    #expect(reading.frame.cursor != nil)
  }

  @Test("A screen too small says so in one line")
  func tooSmall() {
    let reading = Reading(columns: 19, rows: 4)
    #expect(reading.frame.plainLines == ["", "", "Окно слишком мало", ""].map { $0.isEmpty ? $0 : " " + $0 })
  }
}
