import Canvas
import NewsModel
import Testing

@testable import Reader

@Suite("The menu bar")
struct MenuTests {
  @Test("On a screen with few rows it comes when it is called and goes with the focus", arguments: [5, 8, 9])
  func low(rows: Int) {
    var reading = Reading(columns: 30, rows: rows)
    let before = reading.frame.plainLines
    reading.keys("F10")
    #expect(reading.state.focus == .menu)
    #expect(reading.frame.plainText.contains("Главная  Новости"))
    reading.keys("l l j j")
    #expect(reading.frame.plainText.contains("Держать курс"))
    reading.keys("Esc Esc")
    #expect(reading.frame.plainLines == before)
  }

  @Test("On a screen with room for nothing, its key says so")
  func none() {
    var reading = Reading(columns: 30, rows: 4)
    reading.keys("F10")
    #expect(reading.state.focus == .main)
    #expect(reading.state.notice == .reason("Окно слишком мало"))
  }
}
