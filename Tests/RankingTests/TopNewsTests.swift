import Foundation
import NewsModel
import Ranking
import Testing

@Suite("Top news")
struct TopNewsTests {
  private let now = Date(timeIntervalSince1970: 1_769_000_000)

  private func candidate(
    _ id: Int64, hours: Double, places: [Int] = [], event: Int64? = nil, articles: Int = 1, sites: Int = 1
  ) -> TopNews.Candidate {
    let article = Article(
      id: ArticleID(rawValue: id), site: SiteID(rawValue: "echo"), address: nil, title: "\(id)",
      published: now.addingTimeInterval(-hours * 3600), firstSeen: now,
      event: event.map { EventID(rawValue: $0) })
    return TopNews.Candidate(article: article, places: places, eventArticles: articles, eventSites: sites)
  }

  private func ranked(_ candidates: [TopNews.Candidate], limit: Int = 10) -> [Int64] {
    TopNews.rank(candidates, now: now, limit: limit).map(\.id.rawValue)
  }

  @Test("the fresher, the higher; of the same hour, the earlier number")
  func freshness() {
    #expect(ranked([candidate(1, hours: 30), candidate(2, hours: 1), candidate(3, hours: 10)]) == [2, 3, 1])
    #expect(ranked([candidate(2, hours: 1), candidate(1, hours: 1)]) == [1, 2])
  }

  @Test("a first place on the page outweighs some hours, not days")
  func places() {
    #expect(ranked([candidate(1, hours: 1), candidate(2, hours: 12, places: [0])]).first == 2)
    #expect(ranked([candidate(1, hours: 1), candidate(2, hours: 72, places: [0, 0, 0])]).first == 1)
    #expect(ranked([candidate(1, hours: 2, places: [9]), candidate(2, hours: 2, places: [1])]) == [2, 1])
  }

  @Test("what many sites tell is on top, and stands there once")
  func events() {
    let three = [
      candidate(1, hours: 3, event: 5, articles: 3, sites: 3),
      candidate(2, hours: 5, event: 5, articles: 3, sites: 3), candidate(3, hours: 2),
      candidate(4, hours: 3, event: 6, articles: 3, sites: 1),
    ]
    #expect(ranked(three) == [1, 4, 3])
    #expect(ranked(three, limit: 2) == [1, 4])
    #expect(ranked(three, limit: 0).isEmpty)
  }

  @Test("odd numbers do no harm: negative places, dates in the future, no articles")
  func oddNumbers() {
    let odd = candidate(1, hours: -50, places: [-3], articles: 0, sites: -1)
    #expect(TopNews.score(odd, now: now).isFinite)
    #expect(ranked([odd, candidate(2, hours: 1e9)]) == [1, 2])
  }

  @Test("one article of two sites of a publisher stands there once, one headline of two papers twice")
  func tellings() {
    func told(_ id: Int64, _ address: String, title: String = "Ледоход начался") -> TopNews.Candidate {
      var candidate = candidate(id, hours: Double(id))
      candidate.article.address = WebAddress(address)
      candidate.article.title = title
      return candidate
    }
    let own = told(1, "https://zaton.example/led/?id=7")
    #expect(ranked([own, told(2, "https://www.zaton.example/led?utm_source=rss&id=7#top")]) == [1])
    #expect(ranked([own, told(2, "https://zaton.example/led/?id=8")]) == [1, 2])
    #expect(ranked([own, told(2, "https://plyos.example/led/?id=7")]) == [1, 2])
    #expect(ranked([own, told(2, "https://zaton.example/led/?id=7", title: "Лёд ушёл")]) == [1, 2])
  }
}
