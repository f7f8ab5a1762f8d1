import NewsModel
import Testing

@testable import Reader

@Suite("Sites under their folders")
struct FolderTests {
  private func sites() -> [Site] {
    var (filed, other) = (SamplePaper.site, SamplePaper.site)
    filed.folder = ["Дом", "Двор"]
    other.id = SiteID(rawValue: "other")
    other.name = "Степь"
    return [other, filed]
  }

  @Test("The kiosk names the folders once, above the first site under them, and that line is no site's")
  func kiosk() throws {
    var reading = Reading(columns: 80, rows: 24, sites: sites())
    _ = reading.state.perform(.showSites)
    let lines = KioskView.list(reading.state, columns: 80).lines(from: 0, rows: 20)
    let texts = lines.map { $0.spans.map(\.text).joined() }
    let heading = try #require(texts.firstIndex { $0.contains("Дом / Двор") })
    let other = try #require(texts.firstIndex { $0.contains("Степь") })
    let filed = try #require(texts.firstIndex { $0.contains("Эхо") })
    #expect(other < heading && heading < filed)
    #expect(texts.filter { $0.contains("Дом") }.count == 1)
    #expect(lines[heading].target == nil)
    #expect(lines[filed].target == .row(1))
  }

  @Test("Sources of all sites stand under the site and its folders, those of one site under no heading")
  func sources() {
    let reading = Reading(columns: 80, rows: 24, sites: sites())
    var place = SourcesPlace()
    place.reports = Reading.sources
    for index in place.reports.indices { place.reports[index].folder = ["Дом"] }
    func headings(_ place: SourcesPlace) -> Int {
      SourcesView.list(reading.state, place, columns: 80).lines(from: 0, rows: 40)
        .filter { $0.spans.map(\.text).joined().contains("Дом / Эхо") }.count
    }
    #expect(headings(place) == 1)
    place.site = SamplePaper.siteID
    #expect(headings(place) == 0)
  }

  @Test("Sites of one name are told apart in the masthead and the window's title")
  func namesakes() throws {
    var other = SamplePaper.site
    other.id = SiteID(rawValue: "other")
    other.home = try #require(WebAddress("https://other.example/"))
    var reading = Reading(columns: 100, rows: 24, sites: [SamplePaper.site, other])
    #expect(reading.frame.plainLines[0].hasPrefix(" ЭХО (echo.example)  ‹"))
    #expect(reading.state.windowTitle == "Эхо (echo.example)")
    _ = reading.state.show(site: other.id)
    #expect(reading.frame.plainLines[0].hasPrefix(" ЭХО (other.example)"))
    let alone = Reading(columns: 100, rows: 24, sites: [other])
    #expect(alone.frame.plainLines[0].hasPrefix(" ЭХО"))
    #expect(alone.state.windowTitle == "Эхо")
  }
}
