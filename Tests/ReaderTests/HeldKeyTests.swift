import Canvas
import Testing

@testable import Reader

@Suite("Keys with Control and Alt")
struct HeldKeyTests {
  private func reading(isEscapeHeldBack: Bool = false) -> Reading {
    Reading(columns: 100, rows: 30) {
      $0.themes = ["day", "night"]
      $0.isEscapeHeldBack = isEscapeHeldBack
    }
  }

  @Test(
    "are not the bare key in a list over the screen, and do not close it",
    arguments: ["T", "m", ";", "Enter v"], ["C-l", "C-k", "C-g", "M-l", "M-j", "C-j", "M-Enter", "C-Down"])
  func lists(opening: String, key: String) {
    var reading = reading()
    reading.keys(opening)
    let before = reading.state.popup
    #expect(before != nil)
    reading.keys(key)
    #expect(reading.state.popup == before)
    #expect(reading.lastEffects.allSatisfy { $0 == .redraw })
  }

  @Test(
    "stop and redraw from every view, which stays as it is, and leave from every view",
    arguments: ["g g", "T", "m", ";", ":", "/", "/ М о с т", "Enter v", "Enter /", "Enter |", "F10", "?"])
  func everywhere(opening: String) {
    var reading = reading()
    reading.keys(opening)
    let before = reading.frame
    reading.keys("C-l C-z")
    #expect(reading.lastEffects.filter { $0 == .redraw || $0 == .suspend } == [.redraw, .suspend])
    #expect(reading.frame == before)
    reading.keys("C-c")
    #expect(reading.state.isFinished)
  }

  @Test("work on a Cyrillic layout too")
  func cyrillic() {
    var reading = reading()
    reading.keys("T C-я")
    #expect(reading.lastEffects.contains(.suspend))
    reading.keys("Esc : М о с т C-г н е т")
    #expect(reading.frame.plainText.contains("нет"))
    #expect(!reading.frame.plainText.contains("Мостнет"))
    reading.keys("C-с")
    #expect(reading.state.isFinished)
  }

  @Test("move and delete by words in a field")
  func words() {
    var line = InputLine("один два три")
    func take(_ keys: String...) { for key in keys { _ = KeyChord(key).map { line.take($0) } } }
    take("C-Left", "M-b", "x")
    #expect(line.text == "один xдва три")
    take("M-f", "C-Right", "y")
    #expect(line.text == "один xдва триy")
    take("M-Backspace", "C-Backspace")
    #expect(line.text == "один ")
  }

  @Test("are Escape and the key where a multiplexer held Escape back")
  func heldBack() {
    var reading = reading(isEscapeHeldBack: true)
    let before = reading.state.mainSelection
    reading.keys("F10")
    #expect(reading.state.focus == .menu)
    reading.keys("M-j")
    #expect(reading.state.focus == .main)
    #expect(reading.state.mainSelection == before + 1)
    reading.keys("T M-k")
    #expect(reading.state.popup == nil)
    #expect(reading.state.mainSelection == before)
    reading.keys("/ a b M-Backspace c")
    #expect(reading.frame.plainText.contains("c") && reading.state.isTyping)
  }

  @Test("never mark a list read and never leave in that way")
  func sweeping() {
    var reading = reading(isEscapeHeldBack: true)
    reading.keys("2")
    reading.keys("M-A M-Q M-q M-Ф M-Й")
    #expect(!reading.state.isFinished)
    #expect(reading.effects.allSatisfy { if case .markAllRead = $0 { false } else { true } })
  }

  @Test("do nothing elsewhere")
  func unknown() {
    var reading = reading()
    let before = reading.frame
    reading.keys("M-j M-A M-Q M-Enter C-k")
    #expect(reading.frame == before)
    reading.keys("F10 M-j")
    #expect(reading.state.focus == .menu)
  }
}
