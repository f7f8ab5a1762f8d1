import Canvas
import NewsModel
import Testing

@testable import Reader

@Suite("Lists of which a part is at hand")
struct LongListTests {
  private static let total = 100_000
  private static let list = ListQuery.site(SamplePaper.siteID)

  /// The list of the site, whose rows are called by their numbers; all are read but some.
  private func reading(unread: Set<Int> = []) -> Reading {
    var reading = Reading(columns: 100, rows: 30)
    reading.answers = { effect in
      guard case .loadList(let query, _, let part) = effect else { return Reading.answer(effect) }
      let row: Int
      var sought: ListWindow.Sought?
      switch part {
      case .around(let asked): row = asked
      case .unread(let from, let isForward):
        let found = isForward ? unread.filter { $0 > from }.min() : unread.filter { $0 < from }.max()
        row = found ?? 0
        sought = found.map { .found($0) } ?? .nothing
      }
      let start = ListWindow.start(around: row, total: Self.total)
      let listed = (start..<start + ListWindow.length).map { Self.row($0, isRead: !unread.contains($0)) }
      return .listLoaded(
        query, listed.map { Story($0) }, listed, ListWindow(start: start, total: Self.total, sought: sought))
    }
    _ = reading.state.show(.all)
    reading.send(.archiveChanged)
    return reading
  }

  private static func row(_ number: Int, isRead: Bool) -> ListedArticle {
    var listed = SamplePaper.articles[0]
    listed.article.id = ArticleID(rawValue: Int64(10_000 + number))
    listed.article.title = "Строка \(number)"
    listed.article.address = nil
    listed.status = ArticleStatus(isRead: isRead)
    return listed
  }

  private func chosen(_ reading: Reading) -> String? { reading.state.focusedStory?.title }

  private func window(_ reading: Reading) -> Int {
    if case .list(let list) = reading.state.place { list.stories.count } else { 0 }
  }

  @Test("The cursor walks from the first row to the last and back, and never more than a window is held")
  func walking() {
    var reading = reading()
    #expect(chosen(reading) == "Строка 0" && window(reading) == ListWindow.length)
    reading.keys("G")
    #expect(chosen(reading) == "Строка 99999" && window(reading) == ListWindow.length)
    #expect(reading.frame.plainText.contains("100000/100000"))
    reading.keys("k k")
    #expect(chosen(reading) == "Строка 99997")
    reading.keys("g")
    #expect(chosen(reading) == "Строка 0")
    for row in 1...700 {
      reading.keys("j")
      #expect(chosen(reading) == "Строка \(row)")
    }
    #expect(reading.frame.plainText.contains("701/100000") && window(reading) == ListWindow.length)
    for row in (600..<700).reversed() {
      reading.keys("k")
      #expect(chosen(reading) == "Строка \(row)")
    }
  }

  @Test("Pages lead on without a row left out")
  func pages() {
    var reading = reading()
    var last = 0
    for _ in 0..<200 {
      reading.keys("PageDown")
      guard case .list(let list) = reading.state.place else { return }
      #expect(list.row > last && list.row - last < 30)
      last = list.row
    }
    #expect(last > 1_000)
  }

  @Test("The next unread row is found beyond what is at hand; where there is none, that is said")
  func unread() {
    var reading = reading(unread: [4, 40_000])
    reading.keys("n")
    #expect(chosen(reading) == "Строка 4")
    reading.keys("n")
    #expect(chosen(reading) == "Строка 40000")
    reading.keys("n")
    #expect(chosen(reading) == "Строка 40000" && reading.state.notice != nil)
    reading.keys("N")
    #expect(chosen(reading) == "Строка 4")
  }

  @Test("An article's neighbours are those of the whole list, and going back leads to the one read last")
  func neighbours() {
    var reading = reading()
    reading.keys("Enter")
    for _ in 0..<450 { reading.keys("J") }
    #expect(reading.state.article?.story.title == "Строка 450")
    #expect(reading.state.article.map(reading.state.placeInQueue) == "451/100000")
    reading.keys("Left")
    #expect(chosen(reading) == "Строка 450")
  }

  @Test("Another order begins at its first row")
  func order() {
    var reading = reading()
    reading.keys("G s")
    #expect(chosen(reading) == "Строка 0")
  }
}
