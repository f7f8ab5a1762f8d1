import Canvas
import Foundation
import NewsModel
import Testing

@testable import Reader

@Suite("Articles that their sites changed or took down")
struct VersionTests {
  private static let earlier = ArticleDocument(
    title: "Мост откроют в пятницу", language: "ru",
    blocks: (1...40).map { .paragraph([Inline("Раньше стояло так, абзац \($0).")]) })

  private func reading(removed: Date? = nil, versions: Int = 1) -> Reading {
    let history = ArticleHistory(
      earlier: (0..<versions).map { index in
        ArticleVersion(
          title: "Мост откроют в пятницу, \(index)", summary: "", document: Self.earlier,
          replaced: SamplePaper.date(hoursAgo: Double(index) * 30))
      }, removed: removed)
    var reading = Reading(columns: 100, rows: 30)
    reading.answers = { effect in
      guard case .loadArticle(let reference) = effect else { return Reading.answer(effect) }
      return .articleLoaded(
        reference,
        OpenedArticle(
          listed: SamplePaper.articles[0], document: SamplePaper.bridge, source: "Эхо", history: history))
    }
    reading.keys("Enter")
    return reading
  }

  @Test("a changed article says when, one that its site took down says so, an unchanged one says nothing")
  func byline() {
    let changed = reading().frame.plainText.replacing("\u{A0}", with: " ")
    #expect(changed.contains("изменено 12:40"))
    #expect(!reading().frame.plainText.contains("удалено"))
    let plain = reading(removed: SamplePaper.now, versions: 0).frame.plainText
    #expect(plain.contains("удалено") && plain.contains("с сайта") && !plain.contains("изменено"))
  }

  @Test("about an article stands what it said before, and a key shows it and leads back to the same place")
  func versions() throws {
    var reading = reading(versions: 2)
    reading.keys("Space")
    let top = try #require(reading.state.article?.top)
    #expect(top > 0)
    reading.keys("v")
    let about = reading.frame.plainText
    #expect(about.contains("Сейчас") && about.contains("До 12:40"))
    #expect(about.contains("До 20 января 2026, 06:40") && about.contains("Мост откроют в пятницу, 1"))
    reading.keys("j Enter")
    let shown = reading.frame.plainText
    #expect(shown.contains("Прежняя версия: на сайте была до 12:40"))
    #expect(shown.contains("Раньше стояло так, абзац 1.") && !shown.contains("Первый автобус"))
    #expect(reading.effects.contains { if case .savePosition = $0 { true } else { false } })
    let effects = reading.effects.count
    reading.keys("Space v k Enter")
    #expect(!reading.effects[effects...].contains { if case .savePosition = $0 { true } else { false } })
    #expect(reading.state.article?.top == top)
    #expect(!reading.frame.plainText.contains("Раньше стояло так"))
  }

  @Test("any key closes what is told about an article that was never changed")
  func unchanged() {
    var reading = reading(versions: 0)
    reading.keys("v j")
    #expect(reading.state.popup == nil)
  }

  @Test("the versions stay on a small screen, and more of them than rows can be gone through")
  func small() {
    var reading = reading(versions: 60)
    reading.send(.resized(CellSize(columns: 40, rows: 12)))
    reading.keys("v G")
    #expect(reading.frame.plainText.contains("▌ До"))
    reading.keys("Enter")
    #expect(reading.state.article?.earlier?.title == "Мост откроют в пятницу, 59")
  }
}
