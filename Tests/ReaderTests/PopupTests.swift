import Canvas
import NewsModel
import Phrases
import Testing

@testable import Reader

@Suite("What lies over the screen")
struct PopupTests {
  @Test("cuts no word and no wide character: what its edge would cut or touch goes, lines stay")
  func room() {
    var frame = Frame(size: CellSize(columns: 30, rows: 3))
    frame.put("Мост через реку открыли вчера", row: 0, column: 0)
    frame.put("日本語 日本 語日本語", row: 1, column: 0)
    frame.horizontalLine(row: 2, columns: 0..<30)
    let box = CellRectangle(row: 0, column: 8, columns: 8, rows: 3)
    frame.makeRoom(for: box)
    frame.fill(box, with: "#")
    #expect(frame.plainLines[0] == "Мост    ########        вчера")
    #expect(frame.plainLines[1] == "日本語  ########")
    #expect(frame.plainLines[2] == "────────########──────────────")
  }

  @Test(
    "stands in the middle, and leaves masthead, menu and status line alone where there is room",
    arguments: [
      (200, 60), (120, 36), (80, 24), (50, 20),
    ])
  func middle(columns: Int, rows: Int) throws {
    for keys in ["T", "m", ":", "Enter v"] {
      var reading = Reading(columns: columns, rows: rows) { $0.themes = ["day", "night"] }
      reading.keys(keys)
      let box = try #require(PopupView.box(reading.state)?.rectangle, "\(keys)")
      #expect(abs(box.column - (columns - box.endColumn)) <= 1, "\(keys)")
      #expect(box.row >= 2 && box.endRow < rows, "\(keys)")
    }
  }

  @Test("tells names whole, in as many lines as they need")
  func wholeNames() {
    var reading = Reading(columns: 30, rows: 12)
    reading.keys("m j j")
    let lines = reading.frame.plainLines
    #expect(lines.contains { $0.contains("▌ Заголовки со словом") })
    #expect(lines.contains { $0.contains("▌ «тобылгу»") })
  }

  @Test("offers to mute words alone, without a hyphen at either end, and none that a number begins")
  func mutedWords() {
    let title = "Встречен 10-миллионный пассажир -- из 18\u{2011}летних, COVID-19 и северо-восток"
    #expect(
      ReaderState.wholeWords(of: title) == ["Встречен", "пассажир", "из", "COVID", "и", "северо-восток"])
  }

  @Test("about an article, what does not fit is scrolled to")
  func scrolled() {
    var reading = Reading(columns: 30, rows: 8)
    reading.keys("Enter v")
    #expect(!reading.frame.plainText.contains("Номер"))
    reading.keys("G")
    #expect(reading.frame.plainText.contains("Номер: 1"))
    reading.keys("Enter")
    #expect(reading.state.popup == nil)
    #expect(reading.state.article?.opened != nil)
  }

  @Test("the palette keeps what was typed when nothing is found or the command can do nothing, and says why")
  func palette() {
    var reading = Reading(columns: 80, rows: 24)
    reading.keys(":")
    reading.type("zzz")
    reading.keys("Enter")
    #expect(reading.state.popup == .palette(line: InputLine("zzz"), selection: 0))
    reading.keys("C-u")
    reading.type("вернуть отменённое")
    reading.keys("Enter")
    #expect(reading.frame.plainText.contains("› вернуть отменённое"))
    #expect(reading.frame.plainLines[23].contains("Возвращать нечего"))
    reading.keys("C-u")
    reading.type("эта помощь")
    reading.keys("Enter")
    #expect(reading.state.popup == nil)
  }
}
