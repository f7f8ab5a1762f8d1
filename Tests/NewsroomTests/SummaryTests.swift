import Foundation
import NewsCache
import NewsModel
import Newsroom
import TestSupport
import Testing

@Suite("Summaries of feeds")
struct SummaryTests {
  /// What is kept of a description, and the tags of its item.
  private func kept(_ description: String, tags: [String] = []) async throws -> String? {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk()
      let categories = tags.map { "<category>\($0)</category>" }.joined()
      server.route(
        "/rss",
        RSS.answer(
          """
          <rss version="2.0"><channel><title>Л</title><item><title>Паром</title><link>http://a.example/1</link>\
          \(categories)<description><![CDATA[\(description)]]></description></item></channel></rss>
          """))
      try newsroom.follow("a", server.url("/rss"))
      _ = await newsroom.refresh()
      return try newsroom.cache.articles(ArticleQuery()).first?.article.summary
    }
  }

  @Test(
    "paragraphs and breaks stay, white space does not",
    arguments: [
      ("Воду дали утром.\n\nСвет — вечером.", "Воду дали утром.\n\nСвет — вечером."),
      ("<p>Воду дали\nутром.</p><p>Свет — вечером.</p>", "Воду дали утром.\n\nСвет — вечером."),
      ("Начало<br>Середина<br/>Конец", "Начало\nСередина\nКонец"),
      ("\n    Хор поёт\n    на площади.\n", "Хор поёт на площади."),
    ])
  func paragraphs(description: String, summary: String) async throws {
    #expect(try await kept(description) == summary)
  }

  @Test(
    "the sign of a cut becomes an ellipsis, and the names of sections behind it go",
    arguments: [
      ("Паром пристал у мельницы [&#8230;]", "Паром пристал у мельницы…"),
      ("Паром пристал у мельницы&nbsp;[...]", "Паром пристал у мельницы…"),
      ("Паром пристал у мельницы. (…)", "Паром пристал у мельницы."),
      (
        "Паром пристал у мельницы (...) - <a rel=\"directory\">Река</a> / <a rel=\"tag\">паром</a>",
        "Паром пристал у мельницы…"
      ),
      ("Паром (старый) пристал у мельницы", "Паром (старый) пристал у мельницы"),
      ("Паром […] у мельницы - Город", "Паром […] у мельницы - Город"),
    ])
  func cuts(description: String, summary: String) async throws {
    #expect(try await kept(description, tags: ["Река", "паром"]) == summary)
  }
}
