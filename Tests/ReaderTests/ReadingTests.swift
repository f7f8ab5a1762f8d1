import Canvas
import NewsModel
import Phrases
import Testing

@testable import Reader

@Suite("Reading a paper")
struct ReadingTests {
  private func reading() -> Reading { Reading(columns: 120, rows: 36) }

  @Test("Starting asks for the first site's front page and top news")
  func start() {
    let reading = reading()
    #expect(
      reading.effects == [
        .loadFront(SamplePaper.siteID), .loadTop(SamplePaper.siteID), .setWindowTitle("Эхо"),
      ])
  }

  @Test("Opening a headline loads it, marks it read and asks what stands beside it")
  func open() {
    var reading = reading()
    reading.keys("j Enter")
    let id = ArticleID(rawValue: 2)
    #expect(
      reading.lastEffects == [
        .loadArticle(.headline(SamplePaper.headline(2), site: SamplePaper.siteID)),
        .setWindowTitle("\(SamplePaper.rows[1].4) — Эхо"), .mark([id], .read(true)),
        .loadBeside(id),
      ])
    #expect(reading.state.shelf.statuses[id]?.isRead == true)
    #expect(reading.state.unread(of: SamplePaper.siteID) == 36)
  }

  @Test("Going back from an article keeps the place that was read last")
  func backKeepsPlace() {
    var reading = Reading(columns: 80, rows: 24)
    reading.keys("Enter Space h")
    let saved = reading.lastEffects.compactMap { effect -> Int? in
      if case .savePosition(ArticleID(rawValue: 1), let byte) = effect { byte } else { nil }
    }
    #expect(saved.count == 1)
    #expect((saved.first ?? 0) > 0)
    #expect(reading.state.place == .front(FrontPlace()))
  }

  @Test("An article opens where it was left")
  func reopens() throws {
    var reading = Reading(columns: 80, rows: 24)
    let answer = reading.answers
    reading.answers = { effect in
      guard case .loadArticle(let reference) = effect, var listed = SamplePaper.articles.first else {
        return answer(effect)
      }
      listed.status.position = 900
      return .articleLoaded(reference, OpenedArticle(listed: listed, document: SamplePaper.bridge))
    }
    reading.keys("Enter")
    let article = try #require(reading.state.article)
    let next = article.layout.byte(atRow: article.top + 1)
    #expect(article.top > 0)
    #expect(article.layout.byte(atRow: article.top) <= 900 && next > 900)
  }

  @Test("Next and previous turn the pages of the list without leaving the text")
  func turning() {
    var reading = reading()
    reading.keys("Enter J J K")
    #expect(reading.state.article?.story.title == SamplePaper.rows[1].4)
    reading.keys("h")
    #expect(reading.state.mainSelection == 1)
  }

  @Test("Page down at the end leads to the next unread article")
  func spaceAtEnd() {
    var reading = reading()
    reading.keys("Enter J G Space")
    // The third is read already.
    #expect(reading.state.article?.story.title == SamplePaper.rows[3].4)
  }

  @Test("A status change is undone and done again, and the cache is told")
  func undo() {
    var reading = reading()
    let id = ArticleID(rawValue: 1)
    reading.keys("f")
    #expect(reading.lastEffects == [.mark([id], .saved(true))])
    reading.keys("z")
    #expect(reading.lastEffects == [.mark([id], .saved(false))])
    reading.keys("Z")
    #expect(reading.lastEffects == [.mark([id], .saved(true))])
    reading.keys("Z")
    #expect(reading.state.notice == .reason("Возвращать нечего"))
  }

  @Test("Keys work the same under Cyrillic layouts")
  func layouts() {
    var latin = reading()
    var cyrillic = reading()
    latin.keys("j j k ] / Esc ?")
    cyrillic.keys("о о л ъ . Esc ,")
    #expect(latin.state == cyrillic.state)
  }

  @Test("A refresh shows its progress, a second press stops it")
  func refresh() {
    var reading = reading()
    reading.keys("r")
    #expect(reading.lastEffects == [.refresh(.site(SamplePaper.siteID))])
    reading.send(.refreshProgressed(RefreshProgress(done: 3, total: 12)))
    #expect(reading.frame.plainLines[1].contains("↻ 3/12"))
    reading.keys("r")
    #expect(reading.lastEffects == [.cancelRefresh])
    reading.send(.refreshFinished(RefreshSummary(newArticles: 2, wasCancelled: true)))
    #expect(reading.state.refresh == nil)
  }

  @Test("Being offline is told with since when, until a source answers again")
  func offline() {
    var reading = reading()
    reading.send(
      .refreshFinished(
        RefreshSummary(newArticles: 0, failures: 3, offlineSince: SamplePaper.date(hoursAgo: 2))))
    #expect(reading.frame.plainLines.last?.contains("без сети: 2 ч назад") == true)
    reading.send(.refreshFinished(RefreshSummary(newArticles: 3)))
    #expect(reading.frame.plainLines.last?.contains("без сети") == false)
    #expect(reading.frame.plainLines.last?.contains("Получены 3 новые статьи") == true)
  }

  @Test("A link to a followed site opens inside, another in the browser")
  func links() {
    var reading = reading()
    reading.keys("Enter")
    let targets = HintCollector.targets(reading.state).map(\.target)
    #expect(targets.contains(.link(0)) && targets.contains(.link(1)))
    reading.keys("Enter")
    guard case .hints(let labels, _) = reading.state.popup else {
      Issue.record("no labels")
      return
    }
    let outer = labels.first { $0.target == .link(1) }?.label ?? ""
    reading.type(outer)
    #expect(
      reading.lastEffects == [
        .openInBrowser(WebAddress("https://example.org/zpi/transport-report?id=7") ?? SamplePaper.address(""))
      ])
    reading.keys("Enter")
    reading.type(labels.first { $0.target == .link(0) }?.label ?? "")
    #expect(
      reading.effects.contains {
        if case .loadArticle(.headline(let line, _)) = $0 {
          line.address == SamplePaper.address("obezd")
        } else {
          false
        }
      })
  }

  @Test("A search says for which words it found what it shows, and what of it means nothing")
  func told() {
    var reading = Reading(columns: 100, rows: 30)
    let hit = FoundStory(story: Story(SamplePaper.articles[0]))
    reading.answers = { effect in
      guard case .search(let query) = effect else { return Reading.answer(effect) }
      return .found(query, Finding(hits: [hit], reading: "волонтеры", misread: ["is:новое"]))
    }
    reading.keys("/")
    reading.type("djkjynths is:новое")
    let told = reading.frame.plainLines.first { $0.contains("найдена 1") }
    #expect(told?.contains("по запросу «волонтеры» · непонятно: is:новое") == true)
  }

  @Test("Search asks as one types, and late answers are not shown")
  func search() {
    var reading = reading()
    reading.answers = { effect in
      if case .search = effect { nil } else { Reading.answer(effect) }
    }
    reading.keys("/")
    reading.type("мо")
    #expect(reading.lastEffects == [.search(SearchQuery(text: "мо"))])
    reading.type("с")
    reading.send(
      .found(SearchQuery(text: "мо"), Finding(hits: [FoundStory(story: Story(SamplePaper.articles[0]))])))
    #expect(reading.state.mainStories.isEmpty)
    reading.send(
      .found(SearchQuery(text: "мос"), Finding(hits: [FoundStory(story: Story(SamplePaper.articles[0]))])))
    #expect(reading.state.mainStories.count == 1)
  }

  @Test("Find in the text walks from match to match, whatever the case and the ё")
  func find() {
    var reading = Reading(columns: 80, rows: 24)
    reading.keys("Enter /")
    reading.type("РЕМОНТ")
    reading.keys("Enter")
    let hits = reading.state.article?.find?.hits ?? []
    #expect(hits.count >= 3)
    reading.keys("n n")
    #expect(reading.state.article?.find?.current == 2)
    reading.keys("/ Esc")
    #expect(reading.state.article?.find == nil)
    #expect(
      Finder.find("трёх", in: reading.state.article?.layout ?? ArticleLayout(), current: 0).hits
        == Finder.find("трех", in: reading.state.article?.layout ?? ArticleLayout(), current: 0).hits)
  }

  @Test("A tag opens its search")
  func tag() {
    var reading = reading()
    reading.keys("Enter G ;")
    guard case .hints(let labels, _) = reading.state.popup else {
      Issue.record("no labels")
      return
    }
    reading.type(labels.first { $0.target == .tag("мост") }?.label ?? "")
    #expect(reading.lastEffects.contains(.search(SearchQuery(text: "мост"))))
    #expect(reading.state.mainCount == 1)
  }

  @Test("Enter reaches the tags that can be seen, and back leads to the article")
  func tagByEnter() {
    var reading = reading()
    reading.keys("Enter G Enter")
    guard case .hints(let labels, _) = reading.state.popup else {
      Issue.record("no labels")
      return
    }
    #expect(labels.contains { $0.target == .tag("мост") })
    reading.type(labels.first { $0.target == .tag("мост") }?.label ?? "")
    #expect(reading.lastEffects.contains(.search(SearchQuery(text: "мост"))))
    reading.keys("Esc")
    #expect(reading.state.article != nil)
  }

  @Test("A resize keeps the byte at the top", arguments: [(60, 20), (200, 60), (31, 12), (120, 30)])
  func resize(columns: Int, rows: Int) throws {
    var reading = Reading(columns: 80, rows: 16)
    reading.keys("Enter Space Space")
    let before = try #require(reading.state.article)
    let byte = before.layout.byte(atRow: before.top)
    #expect(byte > 0)
    reading.send(.resized(CellSize(columns: columns, rows: rows)))
    let after = try #require(reading.state.article)
    let shown = after.layout.byte(atRow: after.top)
    let next = after.layout.byte(atRow: after.top + 1)
    let isAtEnd = after.top + reading.state.mainRows >= after.layout.rows.count
    #expect((shown <= byte && byte < next) || isAtEnd && shown <= byte, "\(shown) ≤ \(byte) < \(next)")
  }

  @Test("Every paragraph knows its place in the document's plain text")
  func offsets() throws {
    var reading = reading()
    reading.keys("Enter")
    let layout = try #require(reading.state.article?.layout)
    let plain = SamplePaper.bridge.plainText
    var checked = 0
    for paragraph in layout.paragraphs {
      guard let base = paragraph.base, !paragraph.text.isEmpty else { continue }
      var own = paragraph.text
      for note in paragraph.notes.reversed() {
        own = own.bytes(0..<note.lowerBound) + own.bytes(note.upperBound..<own.utf8.count)
      }
      #expect(plain.bytes(base..<base + own.utf8.count) == own)
      checked += 1
    }
    #expect(checked >= 20)
  }
}
