import Canvas
import NewsModel
import Testing

@testable import Reader

@Suite("Texts before anybody asks")
struct AheadTests {
  private func soon(_ reading: Reading) -> [ArticleReference]? {
    for case .fetchSoon(let references) in reading.lastEffects { return references }
    return nil
  }

  @Test("what the cursor stands on is fetched with its neighbours, the chosen first, and each wish once")
  func underTheCursor() {
    var reading = Reading(columns: 100, rows: 30) { $0.fetchesAhead = true }
    reading.keys("2")
    let listed = SamplePaper.articles.prefix(5).enumerated().map { number, listed in
      var listed = listed
      listed.article.id = ArticleID(rawValue: Int64(900 + number))
      listed.article.hasDocument = false
      return listed
    }
    let section = SectionID(rawValue: "Новости")
    reading.send(.listLoaded(.section(SamplePaper.siteID, section), listed.map { Story($0) }, listed))
    reading.keys("j")
    let first = soon(reading)
    #expect(first?.count == 3)
    reading.keys("j")
    let second = soon(reading)
    #expect(second?.first == first?[1] && second?.last == first?.first)
    reading.keys("i")
    #expect(soon(reading) == nil)
    reading.send(.textsKept([ArticleID(rawValue: 902)]))
    #expect(reading.state.shelf.hasText(of: .kept(ArticleID(rawValue: 902))))
  }

  @Test("without a network, or when it is not wanted, nothing is fetched before it is opened")
  func never() {
    for (isOffline, fetchesAhead) in [(true, true), (false, false)] {
      var reading = Reading(columns: 100, rows: 30) {
        $0.isOffline = isOffline
        $0.fetchesAhead = fetchesAhead
      }
      reading.keys("2 j j")
      #expect(!reading.effects.contains { if case .fetchSoon = $0 { true } else { false } })
    }
  }

  @Test("d fetches the texts for a journey and tells how many; a second d stops it")
  func journey() {
    var reading = Reading(columns: 100, rows: 30)
    reading.keys("d")
    #expect(reading.lastEffects == [.fetchAhead(.site(SamplePaper.siteID))])
    reading.keys("d")
    #expect(reading.lastEffects == [.cancelRefresh])
    reading.send(.aheadFinished(AheadSummary(texts: 21, wireBytes: 3_400_000, isBudgetSpent: true)))
    let screen = reading.frame.plainLines.joined(separator: "\n")
    #expect(screen.contains("загружен 21 текст, 3,4 МБ"))
    #expect(screen.contains("ещё раз d"))
  }

  @Test("d tells how many texts did not come and why the first of them did not")
  func missing() {
    var reading = Reading(columns: 160, rows: 30)
    func told(_ summary: AheadSummary) -> String {
      reading.send(.aheadFinished(summary))
      return reading.frame.plainLines.joined(separator: "\n")
    }
    let some = told(
      AheadSummary(
        texts: 2, missing: 3, problem: .fetch(.status(404, retryAfter: nil), at: SamplePaper.site.home),
        wireBytes: 3_000))
    #expect(some.contains("загружено 2 текста, 3 КБ · 3 текста не пришли: на сервере echo.example"))
    let none = told(AheadSummary(texts: 0, missing: 1, problem: .fetch(.refused, at: SamplePaper.site.home)))
    #expect(none.contains("1 текст не пришёл: сервер echo.example не принимает соединений"))
    #expect(!none.contains("Загружать нечего"))
    #expect(told(AheadSummary(texts: 0)).contains("Загружать нечего"))
  }

  @Test("an empty front page tells of the key that brings news, but not where there is no network")
  func empty() {
    for isOffline in [false, true] {
      var reading = Reading(columns: 100, rows: 30) { $0.isOffline = isOffline }
      reading.send(.frontLoaded(SamplePaper.siteID, Edition()))
      let text = reading.frame.plainText
      #expect(text.contains("чтобы получить новости") != isOffline)
      #expect(text.contains("сеть отключена") == isOffline)
    }
  }
}
