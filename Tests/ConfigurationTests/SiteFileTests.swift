import Configuration
import Foundation
import NewsModel
import Testing

@Suite("Site files")
struct SiteFileTests {
  private func address(_ text: String) throws -> WebAddress { try #require(WebAddress(text)) }

  private func echo() throws -> Site {
    try Site(
      id: SiteID(rawValue: "echo-example"), name: "Эхо", home: address("https://echo.example/"),
      language: "ru",
      timeZone: "Asia/Yekaterinburg",
      sections: [
        Section(title: "Главная", address: address("https://echo.example/")),
        Section(
          title: "Разделы",
          sections: [
            Section(
              title: "2024", address: address("https://echo.example/2024/"),
              feed: address("https://echo.example/2024/rss.xml"))
          ]),
      ],
      feeds: [address("https://echo.example/rss.xml")],
      pages: [Headline(title: "О нас", address: address("https://echo.example/o-nas"))],
      folder: ["Регион", "2024"], fullText: true,
      rules: SiteRules(selectors: [.body: "div.text > p", .remove: ".share"], isFeedOnly: false))
  }

  @Test("what is written comes back the same")
  func roundTrip() throws {
    let site = try echo()
    let (read, warnings) = SiteFile.site(from: try SiteFile.text(of: site), id: site.id, path: "echo.yaml")
    #expect(read == site)
    #expect(warnings.isEmpty)
  }

  @Test("a title that looks like a number stays text in the file")
  func numbersAreQuoted() throws {
    #expect(try SiteFile.text(of: echo()).contains(#"title: "2024""#))
  }

  @Test("an unknown name is passed over with its line and the nearest name")
  func unknownNames() {
    let text = "home: https://echo.example/\nlanguige: ru\n"
    let (site, warnings) = SiteFile.site(from: text, id: SiteID(rawValue: "echo"), path: "echo.yaml")
    #expect(site?.name == "echo.example")
    #expect(
      warnings == [
        ConfigurationWarning(
          file: "echo.yaml", line: 2, problem: .unknownName("languige", nearest: "language"))
      ])
  }

  @Test(
    "a broken file gives no site and says why",
    arguments: [
      ("name: Эхо\n", ConfigurationWarning.Problem.missing(name: "home")),
      ("home: javascript:alert(1)\n", .badValue(name: "home", expected: "https://…")),
      ("- one\n- two\n", .notAMapping),
    ])
  func brokenFiles(text: String, problem: ConfigurationWarning.Problem) {
    let (site, warnings) = SiteFile.site(from: text, id: SiteID(rawValue: "x"), path: "x.yaml")
    #expect(site == nil)
    #expect(warnings.map(\.problem) == [problem])
  }

  @Test("text that is no YAML is told with the parser's line")
  func notYAML() throws {
    let (site, warnings) = SiteFile.site(
      from: "home: [1, 2\nname: x\n", id: SiteID(rawValue: "x"), path: "x.yaml")
    #expect(site == nil)
    let warning = try #require(warnings.first)
    guard case .notYAML = warning.problem else {
      Issue.record("\(warning)")
      return
    }
    #expect(warning.line != nil)
  }

  @Test("a folder of sites is saved, read in order and removed from, whatever else lies there")
  func folder() throws {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = SiteFolder(home.appendingPathComponent("sites"))
    #expect(folder.sites().isEmpty)
    var site = try echo()
    try folder.save(site)
    site.id = SiteID(rawValue: "another")
    try folder.save(site)
    try Data("junk: [".utf8).write(to: home.appendingPathComponent("sites/junk.yaml"))
    try Data("not ours".utf8).write(to: home.appendingPathComponent("sites/readme.txt"))
    let (sites, warnings) = folder.read()
    #expect(sites.map(\.id.rawValue) == ["another", "echo-example"])
    #expect(warnings.count == 1)
    #expect(try folder.remove(site.id))
    #expect(try !folder.remove(site.id))
    #expect(folder.sites().map(\.id.rawValue) == ["echo-example"])
  }

  @Test(
    "what was read is remembered for the next run, until a file changes; a faulty file complains each time"
  )
  func memory() throws {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: home) }
    let (files, memory) = (home.appendingPathComponent("sites"), home.appendingPathComponent("sites.bin"))
    let site = try echo()
    try SiteFolder(files).save(site)
    try Data("home: https://faulty.example/\nlanguige: ru\n".utf8)
      .write(to: files.appendingPathComponent("faulty.yaml"))
    #expect(SiteFolder(files, memory: memory).sites().count == 2)
    // What is remembered is believed: a name changed in the memory alone shows that no file was parsed.
    var remembered = try Data(contentsOf: memory)
    let name = try #require(remembered.range(of: Data("Эхо".utf8)))
    remembered.replaceSubrange(name, with: Data("Ухо".utf8))
    try remembered.write(to: memory)
    let (sites, warnings) = SiteFolder(files, memory: memory).read()
    #expect(sites.map(\.name) == ["Ухо", "faulty.example"])
    #expect(warnings.count == 1)
    var renamed = site
    renamed.name = "Эхо недели"
    let folder = SiteFolder(files, memory: memory)
    try folder.save(renamed)
    #expect(folder.sites().map(\.name) == ["Эхо недели", "faulty.example"])
    for length in [0, 1, remembered.count / 2, remembered.count - 1] {
      try remembered.prefix(length).write(to: memory)
      #expect(SiteFolder(files, memory: memory).sites().count == 2)
    }
  }

  @Test(
    "a site whose file is being edited stays as it was until the file can be read, and goes with the file")
  func halfEdited() throws {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = SiteFolder(
      home.appendingPathComponent("sites"), memory: home.appendingPathComponent("sites.bin"))
    let site = try echo()
    try folder.save(site)
    #expect(folder.freshSites() == [site])
    let file = home.appendingPathComponent("sites/echo-example.yaml")
    let text = try Data(contentsOf: file)
    try Data("name: [x".utf8).write(to: file)
    for _ in 0..<2 {
      let (sites, warnings) = folder.read()
      #expect(sites == [site] && warnings.count == 1)
    }
    try text.write(to: file)
    #expect(folder.read().warnings.isEmpty)
    try FileManager.default.removeItem(at: file)
    #expect(folder.freshSites().isEmpty)
  }

  @Test("another name takes the old one's place alone; a name that people changed stays")
  func rename() throws {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = SiteFolder(home)
    let site = try echo()
    try folder.save(site)
    let file = home.appendingPathComponent("\(site.id.rawValue).yaml")
    let before = try String(contentsOf: file, encoding: .utf8) + "# моё\n"
    try Data(before.utf8).write(to: file)
    folder.rename(site.id, from: "Чужое", to: "Новое")
    #expect(try String(contentsOf: file, encoding: .utf8) == before)
    folder.rename(site.id, from: site.name, to: "Да: \"2024\" # нет")
    let after = try String(contentsOf: file, encoding: .utf8)
    #expect(folder.sites().map(\.name) == ["Да: \"2024\" # нет"])
    #expect(
      after.split(separator: "\n").count == before.split(separator: "\n").count && after.hasSuffix("# моё\n"))
    folder.rename(SiteID(rawValue: "none"), from: "Эхо", to: "Новое")
    #expect(folder.sites().count == 1)
  }

  @Test("all that a site file can say is remembered")
  func wholeMemory() throws {
    var site = try echo()
    site.language = "kk"
    site.timeZone = "Asia/Almaty"
    let feed = try #require(WebAddress("https://echo.example/feed.xml"))
    site.sections = [
      Section(
        title: "Жаңалықтар", address: site.home, sections: [Section(title: "Аймақ", feed: feed)])
    ]
    site.feeds = [feed]
    site.pages = [Headline(title: "Біз туралы", address: site.home)]
    site.folder = ["Баспасөз", "Аймақ"]
    site.fullText = true
    site.rules = SiteRules(selectors: [.body: "div.text", .remove: ".ad"], isFeedOnly: true)
    let home = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: home) }
    let (files, memory) = (home.appendingPathComponent("sites"), home.appendingPathComponent("sites.bin"))
    try SiteFolder(files).save(site)
    #expect(SiteFolder(files, memory: memory).sites() == [site])
    #expect(SiteFolder(files, memory: memory).sites() == [site])
  }
}
