import Canvas
import Foundation
import NewsModel
import Testing

@testable import Reader

@Suite("The ticker")
struct TickerTests {
  @Test("It moves by one cell at a time")
  func steps() throws {
    var reading = Reading(columns: 120, rows: 36)
    let first = try #require(reading.state.nextWake)
    #expect(first > reading.instant)
    let before = reading.frame
    reading.instant = first
    reading.send(.tick)
    #expect(reading.state.ticker.offset == 1)
    let start = MastheadView.parts(reading.state).ticker.lowerBound
    #expect(before[0, start + 1].text == reading.frame[0, start].text)
    #expect(try #require(reading.state.nextWake) > first)
  }

  @Test("It stands still for a moment after a key, and for good while it has the focus")
  func manners() throws {
    var reading = Reading(columns: 120, rows: 36)
    reading.keys("j")
    #expect(try #require(reading.state.nextWake) > reading.instant + .seconds(1))
    reading.keys("S-Tab S-Tab")
    #expect(reading.state.focus == .ticker)
    #expect(reading.state.nextWake == nil)
  }

  @Test("Switched off, nothing ever wakes the program")
  func off() {
    let reading = Reading(columns: 120, rows: 36) { $0.ticker = .off }
    #expect(reading.state.nextWake == nil)
    #expect(!reading.frame.plainLines[0].contains("‹"))
  }

  @Test("A clock that is set neither stops it nor hurries it", arguments: [-18_250.0, -1, 1, 18_250])
  func clockIsSet(days: Double) throws {
    var reading = Reading(columns: 120, rows: 36)
    let due = try #require(reading.state.nextWake)
    reading.now += days * 86_400
    reading.send(.tick)
    #expect(reading.state.nextWake == due && reading.state.ticker.offset == 0)
    reading.instant = due
    reading.send(.tick)
    #expect(reading.state.ticker.offset == 1)
  }

  @Test("With it off the date and the ages go on with the minute, and stand still within it")
  func minutes() throws {
    var reading = Reading(columns: 120, rows: 36) { $0.ticker = .off }
    let (before, revision) = (reading.frame, reading.state.revision)
    reading.now += 86_400
    reading.send(.tick)
    #expect(reading.frame.plainLines[0] != before.plainLines[0])
    #expect(reading.state.revision != revision)
    let next = reading.state.revision
    reading.send(.tick)
    #expect(reading.state.revision == next)
  }

  @Test("Its headline opens with a key and with a click")
  func opens() {
    var reading = Reading(columns: 120, rows: 36)
    reading.keys("t")
    #expect(reading.state.article?.story.title == SamplePaper.rows[5].4)
    reading.keys("q")
    let start = MastheadView.parts(reading.state).ticker.lowerBound
    reading.click(CellPoint(row: 0, column: start + 3))
    #expect(reading.state.article?.story.title == SamplePaper.rows[5].4)
  }

  @Test("Keys of sections lead away from it as from everywhere", arguments: ["2", "]"])
  func sections(key: String) {
    var reading = Reading(columns: 120, rows: 36)
    reading.keys("S-Tab S-Tab \(key)")
    #expect(reading.state.section == SectionID(rawValue: "Новости"))
    #expect(reading.state.focus == .main)
  }

  @Test("While it has the focus, the way out and the help are told")
  func hints() throws {
    var reading = Reading(columns: 120, rows: 36)
    reading.keys("S-Tab S-Tab")
    let hints = try #require(reading.frame.plainLines.last)
    #expect(hints.contains("Esc назад") && hints.contains("? помощь"))
  }

  @Test("Words of one's own stand out")
  func urgent() {
    let reading = Reading(columns: 300, rows: 36) { $0.urgentWords = ["молния"] }
    let inks = (0..<300).map { reading.frame[0, $0].ink }
    #expect(inks.contains(.tickerUrgent) && inks.contains(.ticker))
  }
}
