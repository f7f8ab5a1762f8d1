import Canvas
import NewsModel
import Testing

@testable import Reader

@Suite("Hostile texts")
struct HostileTextTests {
  private static let evil = "a\u{1B}[2Jb\u{7}c\u{9B}31md\u{202E}e\u{2066}f\u{0}g\u{85}h\u{FEFF}i\u{200F}"

  @Test(
    "No control and no bidirectional override reaches a cell, whatever field of whatever view it stands in")
  func controls() {
    for columns in [200, 120, 80, 50, 20] {
      var reading = reading(columns: columns)
      check(reading.frame)
      for keys in ["2", "Enter", "v", "Esc ;", "Esc G", "Esc w", "q q /"] {
        reading.keys(keys)
        check(reading.frame)
      }
      reading.send(.pasted(Self.evil))
      check(reading.frame)
      reading.keys("Esc F10")
      check(reading.frame)
      reading.send(.failed(.redraw, .other(Self.evil)))
      check(reading.frame)
      reading.keys("v")
      check(reading.frame)
    }
  }

  private func reading(columns: Int) -> Reading {
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
    var reading = Reading(columns: columns, rows: 30, sites: [site])
    reading.answers = { effect in
      switch effect {
      case .loadSites: .sitesLoaded([site])
      case .loadFront(let id): .frontLoaded(id, Edition(front: front, articles: [listed]))
      case .loadTop(let id): .topLoaded(id, [Story(listed)], [listed])
      case .loadList(let query, _): .listLoaded(query, [Story(listed, source: Self.evil)], [listed])
      case .loadArticle(let reference):
        .articleLoaded(reference, OpenedArticle(listed: listed, document: document, source: Self.evil))
      case .loadBeside(let id): .besideLoaded(id, Beside(related: [Story(listed)], top: [Story(listed)]))
      case .search(let query):
        .found(
          query, [FoundStory(story: Story(listed), snippet: Self.evil, matches: [0..<2, 5..<9])], [listed])
      default: nil
      }
    }
    reading.send(.started)
    return reading
  }

  private func check(_ frame: Frame) {
    for scalar in frame.plainLines.joined().unicodeScalars {
      #expect(!CleanText.isRefused(scalar), "U+\(String(scalar.value, radix: 16))")
    }
  }
}
