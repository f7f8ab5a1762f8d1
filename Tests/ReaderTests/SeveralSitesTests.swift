import Canvas
import NewsModel
import Testing

@testable import Reader

@Suite("Reading several sites")
struct SeveralSitesTests {
  private let other = SamplePaper.otherSite.id
  private let foreign = ArticleID(rawValue: 900)

  /// A front page of the sample, with an article of the other site found in the archive.
  private func reading() -> Reading {
    var found = SamplePaper.articles[0]
    found.article.id = foreign
    found.article.site = other
    found.article.address = WebAddress("https://steppe.example/most")
    let hit = found
    let top = [Story(SamplePaper.articles[4])]
    var reading = Reading(columns: 120, rows: 36, sites: [SamplePaper.site, SamplePaper.otherSite])
    reading.answers = { effect in
      switch effect {
      case .search(let query): .found(query, Finding(hits: [FoundStory(story: Story(hit))], articles: [hit]))
      case .loadArticle(let reference):
        .articleLoaded(reference, OpenedArticle(listed: hit, document: SamplePaper.document(2)))
      case .loadBeside(let id): .besideLoaded(id, Beside(top: top))
      default: Reading.answer(effect)
      }
    }
    reading.send(
      .siteNewsLoaded([SamplePaper.siteID: SamplePaper.news, SamplePaper.otherSite.id: SiteNews(unread: 5)]))
    reading.keys("/")
    reading.type("мост")
    reading.keys("Enter Enter")
    return reading
  }

  @Test("An article of another site has that site's top news beside it, and leaves those of the first alone")
  func topNews() {
    var reading = reading()
    #expect(reading.state.article?.id == foreign)
    #expect(reading.state.topStories == [Story(SamplePaper.articles[4])])
    reading.keys("h h")
    #expect(reading.state.article == nil)
    #expect(reading.state.topStories == SamplePaper.top)
  }

  @Test("The list of sites tells how many sources failed")
  func failing() {
    var reading = Reading(columns: 50, rows: 20, sites: [SamplePaper.site, SamplePaper.otherSite])
    var news = SamplePaper.news
    news.failing = 19
    reading.send(.siteNewsLoaded([SamplePaper.siteID: news, other: SiteNews(unread: 5)]))
    reading.keys("h")
    #expect(reading.frame.plainLines.count { $0.contains("19 не ответили") } == 1)
  }

  @Test("An article that is read counts for its own site")
  func unread() {
    var reading = reading()
    reading.keys("h h")
    #expect(reading.state.edition.unreadTotal == SamplePaper.edition.unreadTotal)
    #expect(reading.state.unread(of: SamplePaper.siteID) == SamplePaper.edition.unreadTotal)
    #expect(reading.state.unread(of: other) == 4)
  }

  @Test("A site that is added or renamed meanwhile leaves the reader at the article, and is in the list")
  func added() {
    var reading = Reading(columns: 120, rows: 36)
    reading.keys("Enter")
    let article = reading.state.article
    var renamed = SamplePaper.site
    renamed.name = "Отголосок"
    reading.send(.sitesChanged([SamplePaper.otherSite, renamed]))
    #expect(article != nil && reading.state.article == article)
    #expect(reading.frame.plainLines[0].contains("ОТГОЛОСОК"))
    reading.keys("h h")
    #expect(reading.state.chosenSite == SamplePaper.siteID)
    #expect(reading.frame.plainLines.contains { $0.contains(SamplePaper.otherSite.name) })
  }

  @Test("The chosen row of the list of sites stays chosen when one comes before it")
  func chosen() {
    var reading = Reading(columns: 120, rows: 36, sites: [SamplePaper.site, SamplePaper.otherSite])
    reading.keys("h j")
    #expect(reading.state.chosenSite == other)
    var third = SamplePaper.otherSite
    third.id = SiteID(rawValue: "a-third")
    reading.send(.sitesChanged([third, SamplePaper.site, SamplePaper.otherSite]))
    #expect(reading.state.chosenSite == other)
  }

  @Test("When the shown site is followed no more, the first other is shown; no change changes nothing")
  func removed() {
    var reading = Reading(columns: 120, rows: 36, sites: [SamplePaper.site, SamplePaper.otherSite])
    let before = reading.state
    reading.send(.sitesChanged([SamplePaper.site, SamplePaper.otherSite]))
    #expect(reading.state.places == before.places)
    reading.send(.sitesChanged([SamplePaper.otherSite]))
    #expect(reading.state.site == other)
    #expect(reading.lastEffects.contains(.loadFront(other)))
    reading.send(.sitesChanged([]))
    #expect(reading.state.site == nil)
    #expect(reading.frame.plainLines.contains { $0.contains("vestnik add") })
  }

  @Test("What is typed into the text of a site that is gone goes nowhere else")
  func removedUnderPrompt() {
    var reading = Reading(columns: 120, rows: 36, sites: [SamplePaper.site, SamplePaper.otherSite])
    reading.keys("Enter /")
    #expect(reading.state.prompt != nil)
    reading.send(.sitesChanged([SamplePaper.otherSite]))
    #expect(reading.state.prompt == nil && reading.state.popup == nil)
    #expect(reading.state.site == other && reading.state.article == nil)
  }
}
