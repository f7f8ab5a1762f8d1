import NewsModel
import Reader
import Testing

@Suite("Names of sites")
struct SiteNamesTests {
  private func site(_ id: String, _ name: String, _ home: String, in folder: [String] = []) throws -> Site {
    Site(id: SiteID(rawValue: id), name: name, home: try #require(WebAddress(home)), folder: folder)
  }

  @Test("a name of one site stays as it is, a shared one gets the host, or the id where that is shared too")
  func distinct() throws {
    let names = SiteNames.distinct([
      try site("a", "Эхо", "https://echo.example/"), try site("b", "эхо", "https://echo.test/"),
      try site("c", "Степь", "https://steppe.example/"), try site("d", "День", "https://day.example/a"),
      try site("e", "День", "https://day.example/b"),
    ])
    let told = Dictionary(uniqueKeysWithValues: names.map { ($0.key.rawValue, $0.value) })
    #expect(
      told == [
        "a": "Эхо (echo.example)", "b": "эхо (echo.test)", "c": "Степь", "d": "День (d)", "e": "День (e)",
      ])
  }

  @Test("sites in no folder come first, those of one folder together, in their own order")
  func filed() throws {
    let sites = [
      try site("a", "A", "https://a.example/", in: ["Мир", "Азия"]),
      try site("b", "B", "https://b.example/", in: ["Дом"]), try site("c", "C", "https://c.example/"),
      try site("d", "D", "https://d.example/", in: ["Мир"]),
      try site("e", "E", "https://e.example/", in: ["Дом"]),
    ]
    #expect(SiteNames.filed(sites).map(\.id.rawValue) == ["c", "b", "e", "d", "a"])
  }
}
