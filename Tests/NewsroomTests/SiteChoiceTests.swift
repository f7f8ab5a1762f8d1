import NewsModel
import Newsroom
import Testing

@Suite("What of a discovery is followed")
struct SiteChoiceTests {
  private func address(_ path: String) throws -> WebAddress {
    try #require(WebAddress("https://bereg.example" + path))
  }

  private func discovery() throws -> Discovery {
    let site = Site(
      id: SiteID(rawValue: "bereg"), name: "Берег", home: try address("/"),
      sections: [
        Section(
          title: "Река", address: try address("/reka/"),
          sections: [Section(title: "Паром", address: try address("/reka/parom/"))]),
        Section(title: "Город", address: try address("/gorod/"), feed: try address("/gorod/feed/")),
      ], feeds: [try address("/feed/")])
    return Discovery(
      site: site, headlines: 9, isFeed: false,
      leftOut: [LeftOutFeed(address: try address("/comments/feed/"), reason: .comments)])
  }

  @Test("what is proposed is followed where nobody says otherwise")
  func proposed() throws {
    let choice = SiteChoice(try discovery())
    #expect(choice.site == (try discovery().site))
    #expect(choice.lines.count == 5)
  }

  @Test("a line that is left is not asked; its sub-sections stay under its name")
  func left() throws {
    var choice = SiteChoice(try discovery())
    choice.set(.section(0), isTaken: false)
    choice.set(.section(1), isTaken: false)
    choice.set(.feed(try address("/feed/")), isTaken: false)
    choice.set(.leftOut(try #require(try discovery().leftOut.first)), isTaken: true)
    let site = choice.site
    #expect(site.sections.map(\.title) == ["Река"] && site.sections[0].address == nil)
    #expect(site.sources.map(\.address.path) == ["/", "/reka/parom/", "/comments/feed/"])
    choice.set(.subsection(0, 0), isTaken: false)
    #expect(choice.site.sections.isEmpty)
  }

  @Test("a feed alone leaves nothing to choose")
  func feed() throws {
    var found = try discovery()
    (found.isFeed, found.site.sections) = (true, [])
    #expect(SiteChoice(found).lines.isEmpty && SiteChoice(found).site == found.site)
  }
}
