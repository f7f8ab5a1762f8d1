import Canvas
import NewsModel
import Phrases
import Testing

@testable import Reader

@Suite("Where the terminal's cursor stands")
struct FocusWalkTests {
  /// A view and what the row of the cursor says in it.
  struct Step: Sendable, CustomTestStringConvertible {
    let keys: String
    let row: String
    var isTyped = false

    var testDescription: String { keys.isEmpty ? "the front page" : keys }
  }

  private static let steps: [Step] = [
    Step(keys: "", row: "Мост через Тобылгу"), Step(keys: "j j", row: "Автобус № 18"),
    Step(keys: "F10", row: "Главная"), Step(keys: "F10 l l j j", row: "Держать курс"),
    Step(keys: "2 j", row: "Котельная"), Step(keys: "F", row: "Экспедиция"),
    Step(keys: "v j", row: "В мире"), Step(keys: "?", row: "Помощь"),
    Step(keys: "Enter", row: "Новости"), Step(keys: "Enter Space", row: ""),
    Step(keys: "/", row: "Поиск", isTyped: true), Step(keys: "/ м о с т Enter", row: "Мост через"),
    Step(keys: "T j", row: "night"), Step(keys: "m j", row: "«"),
    Step(keys: ":", row: "›", isTyped: true), Step(keys: "S", row: "Мост", isTyped: true),
    Step(keys: "Enter v", row: "Эхо"), Step(keys: ";", row: ""),
    Step(keys: "2 j Tab", row: "1"),
  ]

  private func reading(_ keys: String, isPlain: Bool, columns: Int = 120) -> Reading {
    var reading = Reading(columns: columns, rows: 36) {
      $0.isPlain = isPlain
      $0.themes = ["day", "night", "steppe"]
    }
    reading.keys(keys)
    return reading
  }

  private func text(at point: CellPoint?, _ frame: Frame) -> String? {
    point.flatMap { frame.bounds.contains($0) ? frame.plainLines[$0.row] : nil }
  }

  @Test("For screen readers it is shown, in the row that has the focus, in every view", arguments: steps)
  func plain(step: Step) throws {
    let frame = reading(step.keys, isPlain: true).frame
    let row = try #require(text(at: frame.cursor, frame))
    #expect(step.row.isEmpty || row.contains(step.row))
  }

  @Test("Else it is hidden where nothing is typed, and rests in that row", arguments: steps)
  func hidden(step: Step) throws {
    let frame = reading(step.keys, isPlain: false).frame
    #expect((frame.cursor != nil) == step.isTyped)
    let row = try #require(text(at: frame.cursor ?? frame.focus, frame))
    #expect(step.row.isEmpty || row.contains(step.row))
  }

  @Test(
    "In the palette it goes to the chosen command for who hears the screen, and back when something is typed")
  func palette() throws {
    var reading = reading(": Down", isPlain: true)
    let cursor = try #require(reading.frame.cursor)
    #expect(reading.frame.plainLines[cursor.row].contains("▌"))
    reading.type("т")
    let field = try #require(reading.frame.cursor)
    #expect(reading.frame.plainLines[field.row].contains("› т"))
  }

  @Test("In a text it stands on the word that was found, and goes on to the next", arguments: [true, false])
  func found(isPlain: Bool) throws {
    var reading = reading("Enter /", isPlain: isPlain)
    reading.type("мост")
    reading.keys("Enter")
    for _ in 0..<3 {
      let frame = reading.frame
      let place = try #require(frame.cursor ?? frame.focus)
      let word = String(frame.plainLines[place.row].dropFirst(place.column).prefix(4))
      #expect(word.lowercased() == "мост")
      reading.keys("n")
    }
  }

  @Test("The ticker's headline has it while that is walked through")
  func ticker() throws {
    let frame = reading("S-Tab S-Tab l", isPlain: false).frame
    let place = try #require(frame.focus)
    #expect(place.row == 0)
    #expect(frame.plainLines[0].dropFirst(place.column).hasPrefix("Мост через"))
  }
}

@Suite("A plain screen")
struct PlainScreenTests {
  @Test(
    "No line is drawn, whatever is opened",
    arguments: ["", "2 j", ": Down", "T", "m", ";", "F10 l l j", "Enter", "Enter v", "v", "?", "/", "F"])
  func noLines(keys: String) {
    var reading = Reading(columns: 80, rows: 30) {
      $0.isPlain = true
      $0.themes = ["day", "night"]
    }
    reading.keys(keys)
    let text = reading.frame.plainLines.joined(separator: "\n")
    #expect(!text.unicodeScalars.contains { (0x2500...0x257F).contains($0.value) })
  }

  @Test("What is opened stands alone in its rows")
  func alone() throws {
    var reading = Reading(columns: 80, rows: 30) {
      $0.isPlain = true
      $0.themes = ["day", "night"]
    }
    let before = reading.frame.plainLines
    reading.keys("T")
    let after = reading.frame.plainLines
    let box = try #require(PopupView.box(reading.state)).rectangle
    #expect(box.rows >= 3 && before[box.row..<box.endRow].contains { $0.contains(where: \.isLetter) })
    for row in box.row..<box.endRow {
      let words = before[row].split(separator: " ").filter { $0.count >= 4 }
      #expect(!words.contains { after[row].contains($0) })
    }
  }

  @Test("No word of a text is divided")
  func whole() throws {
    var reading = Reading(columns: 34, rows: 60) { $0.isPlain = true }
    reading.keys("Enter")
    let layout = try #require(reading.state.article?.layout)
    #expect(layout.rows.count > 10)
    #expect(!layout.rows.contains { $0.pieces.contains(where: \.endsWithHyphen) })
  }
}

@Suite("The cursor and its article")
struct CursorTests {
  /// The sample's front page with other tails on its addresses and new articles on top.
  private func edition(tail: Int, new: Int) -> Edition {
    var edition = SamplePaper.edition
    let fresh = (0..<new).map { Headline(title: "Свежая \($0)", address: SamplePaper.address("fresh\($0)")) }
    func retailed(_ number: Int) -> Headline {
      var headline = SamplePaper.headline(number)
      headline.address = SamplePaper.address("\(SamplePaper.rows[number - 1].1)?from=\(tail)")
      return headline
    }
    edition.front = ShownFront(
      FrontPage(blocks: [.init(title: "Новости", headlines: fresh + (1...5).map(retailed))]))
    edition.articles = SamplePaper.articles.enumerated().map { index, listed in
      var article = listed.article
      article.address = SamplePaper.address("\(SamplePaper.rows[index].1)?from=\(tail)")
      return ListedArticle(article: article, status: listed.status)
    }
    return edition
  }

  @Test(
    "News on the front page leave it on its article, though the address has another tail",
    arguments: [0, 1, 7])
  func front(new: Int) {
    var reading = Reading(columns: 120, rows: 36)
    reading.send(.frontLoaded(SamplePaper.siteID, edition(tail: 1, new: 0)))
    reading.keys("j j")
    reading.send(.frontLoaded(SamplePaper.siteID, edition(tail: 2, new: new)))
    #expect(reading.state.focusedStory?.title == SamplePaper.rows[2].4)
    #expect(reading.state.mainSelection == new + 2)
  }

  @Test("Who stands at the top of the front page sees what is new")
  func top() {
    var reading = Reading(columns: 120, rows: 36)
    reading.send(.frontLoaded(SamplePaper.siteID, edition(tail: 1, new: 2)))
    #expect(reading.state.focusedStory?.title == "Свежая 0")
  }
}
