import Fetching
import Foundation
import NewsCache
import NewsModel
import Newsroom
import TestSupport
import Testing

@Suite("A wiki's list of changes")
struct WikiTests {
  private func change(_ title: String, _ path: String, hour: Int) -> String {
    let link = "http://127.0.0.1\(path)".replacingOccurrences(of: "&", with: "&amp;")
    return """
      <item><title>\(title)</title><link>\(link)</link><guid>\(link)</guid>
      <pubDate>Tue, 20 Jan 2026 \(hour):00:00 GMT</pubDate>
      <description>&lt;table class="diff"&gt;&lt;td&gt;было&lt;/td&gt;&lt;td&gt;стало&lt;/td&gt;&lt;/table&gt;</description></item>
      """
  }

  private func answer(_ changes: [String]) -> LoopbackAnswer {
    RSS.answer(
      "<rss version=\"2.0\"><channel><title>Свежие правки</title>\(changes.joined())</channel></rss>")
  }

  @Test("each page is one article at its own address, whatever was changed of it and how often")
  func pages() async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      let changes = [
        change("Паром сел на мель", "/index.php?title=Паром&diff=9&oldid=7", hour: 12),
        change("Паром сел на мель", "/index.php?title=Паром&diff=7&oldid=0", hour: 10),
        change("Музей открыли", "/doku.php?id=gorod:muzey&rev=1768903200&do=diff", hour: 9),
        change("Участник:Страж", "/index.php?title=Участник:Страж&diff=4&oldid=0", hour: 8),
        change("Заглавная страница", "/index.php?title=Главная&diff=3&oldid=0", hour: 8),
      ]
      server.route("/rss", answer(changes))
      try newsroom.follow("viki", server.url("/rss"))
      _ = await newsroom.refresh()
      let kept = try newsroom.cache.articles(ArticleQuery()).map(\.article)
      #expect(kept.map(\.title) == ["Паром сел на мель", "Музей открыли"])
      #expect(
        kept.allSatisfy { $0.address?.pageOfDifference == nil && $0.summary.isEmpty && !$0.hasDocument })
      #expect(kept[1].address?.text == "http://127.0.0.1/doku.php?id=gorod:muzey")
      // What was written first counts, not the last change.
      #expect(kept[0].published == Date(timeIntervalSince1970: 1_768_903_200))
      // One more change makes no new article.
      server.route(
        "/rss",
        answer([change("Паром сел на мель", "/index.php?title=Паром&diff=11&oldid=9", hour: 13)] + changes))
      _ = await newsroom.refresh(.site(SiteID(rawValue: "viki")))
      #expect(try newsroom.cache.articles(ArticleQuery()).count == 2)
    }
  }

  @Test(
    "a page that changes name by its title stands where readers find it",
    arguments: ["/wiki/", "/index.php/", "/"])
  func readersAddress(folder: String) async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      let names = ["Глава", "Река", "Порт"]
      let addresses = try names.map { try #require(WebAddress(server.url(folder + $0))) }
      let feed = try #require(WebAddress(server.url("/rss")))
      try newsroom.sites.save(
        Site(
          id: SiteID(rawValue: "viki"), name: "Вики", home: addresses[0],
          sections: [
            Section(title: "Река", address: addresses[1]), Section(title: "Порт", address: addresses[2]),
          ],
          feeds: [feed]))
      let link = server.url("/w/index.php?title=Паром_сел_на_мель&diff=9&oldid=7")
      server.route(
        "/rss",
        answer([
          change("Паром сел на мель", "", hour: 12).replacingOccurrences(
            of: "http://127.0.0.1<", with: link.replacingOccurrences(of: "&", with: "&amp;") + "<")
        ]))
      _ = await newsroom.refresh()
      let kept = try newsroom.cache.articles(ArticleQuery()).map(\.article.address)
      #expect(kept == [WebAddress(server.url(folder + "Паром_сел_на_мель"))])
    }
  }
}
