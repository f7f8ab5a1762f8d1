import Foundation
import NewsModel
import Ranking
import Testing

@Suite("Lines of «Related»")
struct RelatedRankingTests {
  private func listed(_ id: Int64, event: Int64? = nil) throws -> ListedArticle {
    let address = try #require(WebAddress("https://echo.example/\(id)"))
    return ListedArticle(
      article: Article(
        id: ArticleID(rawValue: id), site: SiteID(rawValue: "echo"), address: address, title: "Статья \(id)",
        firstSeen: Date(timeIntervalSince1970: 0), sections: [SectionID(rawValue: "Разделы/Стратегия")],
        event: event.map { EventID(rawValue: $0) }),
      status: ArticleStatus())
  }

  private func headline(_ path: String) throws -> Headline {
    Headline(title: path, address: try #require(WebAddress("https://echo.example/\(path)")))
  }

  private func titles(_ lines: [RelatedRanking.Line]) -> [String] { lines.map(\.headline.title) }

  @Test("the same event first, then what the page offers, then the rest by nearness; each story once")
  func order() throws {
    let article = try listed(1, event: 7).article
    let found = try [
      RelatedRanking.Candidate(listed: listed(2), score: 9), .init(listed: listed(3, event: 7), score: 5),
      .init(listed: listed(4), score: 8), .init(listed: listed(1, event: 7), score: 99),
    ]
    let page = try [
      (headline: headline("page"), listed: nil), (headline: headline("4"), listed: listed(4)),
      (headline: headline("page#again"), listed: nil), (headline: headline("1"), listed: nil),
    ]
    let lines = RelatedRanking.lines(for: article, found: found, page: page, limit: 10)
    #expect(titles(lines) == ["Статья 3", "page", "4", "Статья 2"])
    #expect(lines.map(\.isSameEvent) == [true, false, false, false])
    try #require(lines.count == 4)
    #expect(lines[0].headline.section == "Стратегия")
    #expect(lines[2].listed?.id == ArticleID(rawValue: 4))
    #expect(
      titles(RelatedRanking.lines(for: article, found: found, page: page, limit: 2)) == ["Статья 3", "page"])
  }

  @Test("what is far behind the nearest is left out")
  func far() throws {
    let found = try [
      RelatedRanking.Candidate(listed: listed(2), score: 10), .init(listed: listed(3), score: 0.5),
    ]
    #expect(
      try titles(RelatedRanking.lines(for: listed(1).article, found: found, page: [], limit: 9)) == [
        "Статья 2"
      ])
  }
}
