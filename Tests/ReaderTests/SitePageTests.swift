import NewsModel
import Testing

@testable import Reader

@Suite("Pages about the site")
struct SitePageTests {
  @Test("Pages about the site hang under the entry that leads to one of them")
  func pages() {
    var site = SamplePaper.site
    site.pages = [
      Headline(title: "О нас", address: SamplePaper.address("about")),
      Headline(title: "Политика обработки данных", address: SamplePaper.address("policy")),
    ]
    var reading = Reading(columns: 120, rows: 36, sites: [site])
    #expect(reading.frame.plainLines[1].contains("О нас▾"))
    reading.keys("7")
    #expect(reading.lastEffects.first == .loadArticle(.headline(site.pages[0], site: site.id)))
    reading.keys("F10 h j j Enter")
    #expect(reading.lastEffects.contains(.loadArticle(.headline(site.pages[1], site: site.id))))
    reading.keys("1 [")
    // Walking the sections passes them by.
    #expect(reading.state.section == SectionID(rawValue: "Человек и закон"))
  }

  @Test("A site without sections has an entry that leads to all its news")
  func allNews() {
    var reading = Reading(columns: 120, rows: 36, sites: [SamplePaper.otherSite])
    #expect(reading.frame.plainLines[1].hasPrefix(" Главная  Все новости"))
    reading.keys("2")
    #expect(reading.lastEffects.contains(.loadList(.site(SamplePaper.otherSite.id), .newest)))
    #expect(reading.state.currentMenuEntry == 1)
    reading.keys("]")
    #expect(reading.state.currentMenuEntry == 0)
    #expect(!Reading(columns: 120, rows: 36).frame.plainLines[1].contains("Все новости"))
  }

  @Test("Pages that no entry leads to have an entry of ours")
  func ownPages() {
    var site = SamplePaper.site
    site.pages = [Headline(title: "Контакты", address: SamplePaper.address("contacts"))]
    let reading = Reading(columns: 120, rows: 36, sites: [site])
    #expect(reading.frame.plainLines[1].contains("Об издании▾"))
  }
}
