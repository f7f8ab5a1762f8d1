import NewsModel
import Newsroom
import Testing

@Suite("Muting")
struct MuteListTests {
  private static let echo = SiteID(rawValue: "echo")

  @Test("a muted word hides its forms, and no other word")
  func wordsHideTheirForms() throws {
    let mutes = MuteList(store: nil)
    try mutes.add(.word("мост"))
    #expect(!mutes.shows("Открыли движение по мосту", site: Self.echo))
    #expect(mutes.shows("Открыли новую станцию", site: Self.echo))
    try mutes.remove(.word("мост"))
    #expect(mutes.shows("Открыли движение по мосту", site: Self.echo))
  }

  @Test("a muted section hides what stands in it, at its own site only")
  func sectionsHideWhatIsInThem() throws {
    let mutes = MuteList(store: nil)
    try mutes.add(.section(Self.echo, SectionID(rawValue: "Спорт")))
    #expect(!mutes.shows("Ничья", site: Self.echo, sections: [SectionID(rawValue: "Спорт")]))
    #expect(mutes.shows("Ничья", site: SiteID(rawValue: "vesti"), sections: [SectionID(rawValue: "Спорт")]))
    #expect(mutes.rules == [.section(Self.echo, SectionID(rawValue: "Спорт"))])
  }
}
