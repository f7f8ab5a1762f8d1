import Canvas
import NewsModel
import Phrases
import Testing

@testable import Reader

@Suite("Texts and pictures that come late or not at all")
struct LateTextTests {
  private func reading() -> Reading { Reading(columns: 120, rows: 36) }

  @Test("An article that cannot be had says why and what to do")
  func failure() {
    var reading = reading()
    reading.answers = { effect in
      if case .loadArticle(let reference) = effect {
        return .articleFailed(reference, .fetch(.timedOut, at: SamplePaper.site.home))
      }
      return Reading.answer(effect)
    }
    reading.keys("Enter")
    let text = reading.frame.plainText
    #expect(text.contains("Мост через Тобылгу открыли после трёх лет ремонта"))
    #expect(text.contains("сервер echo.example не ответил вовремя: повторите позже"))
    reading.keys("r")
    #expect(reading.lastEffects.contains { if case .loadArticle = $0 { true } else { false } })
  }

  @Test("A text that comes later takes its place under the summary, and the place is kept")
  func lateText() throws {
    var reading = reading()
    reading.answers = { effect in if case .loadArticle = effect { nil } else { Reading.answer(effect) } }
    reading.keys("Enter")
    #expect(reading.frame.plainText.contains("Загружается…"))
    let reference = try #require(reading.state.article?.reference)
    reading.send(.articleLoaded(reference, OpenedArticle(listed: SamplePaper.articles[0], document: nil)))
    #expect(reading.frame.plainText.contains("Полный текст не загружен"))
    reading.send(
      .articleLoaded(reference, OpenedArticle(listed: SamplePaper.articles[0], document: SamplePaper.bridge)))
    #expect(reading.frame.plainText.contains("Первый автобус прошёл"))
    #expect(!reading.frame.plainText.contains("Полный текст не загружен"))
  }

  @Test("An article of which there is nothing to read yet is not read by being opened")
  func nothingToRead() throws {
    var reading = reading()
    reading.answers = { effect in if case .loadArticle = effect { nil } else { Reading.answer(effect) } }
    reading.keys("Enter")
    let reference = try #require(reading.state.article?.reference)
    var bare = SamplePaper.articles[0]
    bare.article.summary = ""
    bare.status.isRead = false
    reading.send(.articleLoaded(reference, OpenedArticle(listed: bare, document: nil)))
    #expect(reading.state.shelf.statuses[bare.id]?.isRead == false)
    reading.send(.articleLoaded(reference, OpenedArticle(listed: bare, document: SamplePaper.bridge)))
    #expect(reading.state.shelf.statuses[bare.id]?.isRead == true)
  }

  @Test("A text that is fetched again says whether it is another one, by whatever name it was opened")
  func fetchedAgain() {
    var reading = reading()
    reading.keys("Enter")
    reading.keys("r")
    let listed = SamplePaper.articles[0]
    let answer = ArticleReference.kept(listed.id)
    #expect(reading.lastEffects == [.fetchAgain(listed.id)])
    #expect(reading.state.notice == .done("Загружается…"))
    reading.send(.articleLoaded(answer, OpenedArticle(listed: listed, document: SamplePaper.bridge)))
    #expect(reading.state.notice == .done("Без изменений"))
    reading.keys("r")
    var mended = SamplePaper.bridge
    mended.blocks.removeLast()
    reading.send(.articleLoaded(answer, OpenedArticle(listed: listed, document: mended)))
    #expect(reading.state.notice == .done("Текст обновлён"))
    #expect(reading.state.article?.opened?.document == mended)
  }

  @Test("A text that cannot be fetched again stays, and why is told")
  func notFetchedAgain() {
    var reading = reading()
    reading.keys("Enter r")
    let listed = SamplePaper.articles[0]
    reading.send(.articleFailed(.kept(listed.id), .fetch(.timedOut, at: SamplePaper.site.home)))
    #expect(reading.state.notice == .problem(.fetch(.timedOut, at: SamplePaper.site.home)))
    // What is kept is told once more: its site may have taken it down.
    reading.send(
      .articleLoaded(.kept(listed.id), OpenedArticle(listed: listed, document: SamplePaper.bridge)))
    #expect(reading.state.notice == .problem(.fetch(.timedOut, at: SamplePaper.site.home)))
    #expect(reading.state.article?.opened?.document == SamplePaper.bridge)
  }

  @Test("A picture is asked for once; one that cannot be drawn leaves its caption alone")
  func pictures() throws {
    var reading = Reading(columns: 120, rows: 36) { $0.showsPictures = true }
    reading.keys("Enter")
    let requests = reading.lastEffects.compactMap { effect -> PictureRequest? in
      if case .loadPicture(let request) = effect { request } else { nil }
    }
    #expect(
      requests.map(\.address) == [
        SamplePaper.address("pictures/bridge.png"), SamplePaper.address("pictures/market.png"),
      ])
    let rows = try #require(reading.state.article?.layout.rows.count)
    reading.keys("j")
    #expect(reading.lastEffects.isEmpty)
    reading.send(.pictureLoaded(requests[0], nil))
    #expect(try #require(reading.state.article?.layout.rows.count) <= rows - requests[0].rows)
    let element = PictureCells.Element(symbol: "▀", foreground: RGB(0xFF0000), background: RGB(0))
    let size = CellSize(columns: requests[1].columns, rows: requests[1].rows)
    reading.send(
      .pictureLoaded(
        requests[1],
        PictureCells(size: size, elements: Array(repeating: element, count: size.columns * size.rows))))
    reading.keys("Space")
    #expect(reading.frame.plainText.contains("▀▀▀▀"))
    reading.keys("i")
    #expect(!reading.frame.plainText.contains("▀"))
  }
}
