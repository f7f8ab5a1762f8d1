import Canvas
import NewsModel
import Phrases
import Testing

@testable import Reader

@Suite("Hostile texts")
struct HostileTextTests {
  /// Every scalar that is refused, each between two letters, and an escape sequence of each kind.
  private static let evil: String = {
    let values = [
      0x00...0x1F, 0x7F...0x9F, 0x061C...0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x206F,
      0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0001...0xE0001,
    ]
    let each = values.joined().compactMap { UInt32($0) }.compactMap(Unicode.Scalar.init).map { "a\($0)" }
    return "я\u{1B}[2Jb\u{1B}]0;x\u{7}c\u{9B}31md\u{202E}e" + each.joined() + "z"
  }()

  /// Keys that lead through every view and every pop-up, from the front page on.
  private static let walk =
    "2 m Esc Enter v Esc ; Esc G w w S Esc | Esc g Tab Tab q s u z F q q v q : Esc ? q F10 Down Esc "
    + "T Down Esc ; Esc /"

  @Test(
    "No control and no bidirectional override reaches a cell, whatever field of whatever view it stands in",
    arguments: [(200, 60), (120, 36), (80, 24), (50, 20), (20, 5)])
  func controls(columns: Int, rows: Int) {
    var reading = reading(columns: columns, rows: rows)
    check(reading)
    for key in Self.walk.split(separator: " ") {
      reading.keys(String(key))
      check(reading)
    }
    reading.send(.pasted(Self.evil))
    check(reading)
    reading.keys("Esc")
    for problem in problems {
      reading.send(.failed(.redraw, problem))
      check(reading)
    }
    reading.send(.refreshProgressed(RefreshProgress(done: 1, total: 2, waitingFor: [Self.evil])))
    check(reading)
  }

  /// Problems that carry words from outside: servers' names, file names, messages.
  private var problems: [Problem] {
    [
      .other(Self.evil), .fetch(.unknownHost(Self.evil), at: SamplePaper.site.home),
      .fetch(.proxy(Self.evil), at: SamplePaper.site.home), .notASite(Self.evil),
      .unwritableFolder(Self.evil), .noSuchFolder(Self.evil), .closedFolder(Self.evil),
      .fileExists(Self.evil), .unknownSuffix(Self.evil, known: Self.evil),
      .commandFailed(Self.evil, status: 1),
      .faultyConfiguration(file: Self.evil, line: 1, .unknownName(Self.evil, nearest: Self.evil)),
    ]
  }

  private func reading(columns: Int, rows: Int) -> Reading {
    let site = Site(
      id: SamplePaper.siteID, name: Self.evil, home: SamplePaper.address(""),
      sections: [
        Section(title: Self.evil, address: SamplePaper.address("x"), sections: [Section(title: Self.evil)])
      ])
    let headline = Headline(
      title: Self.evil, address: SamplePaper.address("a"), section: Self.evil, summary: Self.evil)
    let front = FrontPage(
      ticker: [headline, headline], blocks: [.init(title: Self.evil, headlines: [headline, headline])],
      top: [headline])
    let listed = ListedArticle(
      article: Article(
        id: ArticleID(rawValue: 1), site: site.id, address: headline.address, title: Self.evil,
        summary: Self.evil,
        authors: [Self.evil], tags: [Self.evil], firstSeen: SamplePaper.now, language: Self.evil,
        sections: [SectionID(rawValue: Self.evil)]), status: ArticleStatus())
    let blocks: [Block] = [
      .paragraph([Inline(Self.evil, link: headline.address)]), .preformatted(Self.evil),
      .table(.init(rows: [[[Inline(Self.evil)], [Inline(Self.evil)]]])),
      .list(start: nil, items: [[.heading(level: 2, [Inline(Self.evil)])]]),
    ]
    let document = ArticleDocument(title: Self.evil, authors: [Self.evil], tags: [Self.evil], blocks: blocks)
    var reading = Reading(columns: columns, rows: rows, sites: [site]) { settings in
      settings.themes = ["day", Self.evil]
      settings.theme = "day"
    }
    reading.answers = { effect in
      switch effect {
      case .loadFront(let id): .frontLoaded(id, Edition(front: ShownFront(front), articles: [listed]))
      case .loadTop(let id): .topLoaded(id, [Story(listed)], [listed])
      case .loadList(let query, _, _): .listLoaded(query, [Story(listed, source: Self.evil)], [listed])
      case .loadArticle(let reference):
        .articleLoaded(reference, OpenedArticle(listed: listed, document: document, source: Self.evil))
      case .loadBeside(let id): .besideLoaded(id, Beside(related: [Story(listed)], top: [Story(listed)]))
      case .search(let query):
        .found(
          query,
          Finding(
            hits: [FoundStory(story: Story(listed), snippet: Self.evil, matches: [0..<2, 5..<9])],
            articles: [listed], reading: Self.evil, misread: [Self.evil]))
      case .loadSources: .sourcesLoaded(Self.sources(of: site))
      default: nil
      }
    }
    reading.send(.sitesLoaded([site]))
    return reading
  }

  private static func sources(of site: Site) -> [SourceReport] {
    let source = Source(
      site: site.id, address: SamplePaper.address("rss"), kind: .feed, section: SectionID(rawValue: evil))
    return [
      SourceReport(
        source: source, siteName: evil, problem: .fetch(.forbiddenRedirect(evil), at: SamplePaper.site.home))
    ]
  }

  private func check(_ reading: Reading, location: SourceLocation = #_sourceLocation) {
    let frame = reading.frame
    let shown = frame.plainLines.joined() + frame.links.map(\.address).joined()
    let refused = shown.unicodeScalars.filter(CleanText.isRefused).map { String($0.value, radix: 16) }
    #expect(refused.isEmpty, "on \(reading.state.size)", sourceLocation: location)
  }
}
