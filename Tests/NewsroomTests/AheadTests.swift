import Fetching
import Foundation
import NewsCache
import NewsModel
import Newsroom
import Synchronization
import TestSupport
import Testing

@Suite("Full texts ahead of time")
struct AheadTests {
  private static func page(_ number: Int, picture: String = "") -> LoopbackAnswer {
    let paragraphs = (0..<6).map {
      "<p>Статья \(number), часть \($0): " + String(repeating: "слово и дело, ", count: 20) + "</p>"
    }
    return .text(
      "<html><body><article><h1>Новость номер \(number)</h1>\(picture)\(paragraphs.joined())</article></body></html>"
    )
  }

  private func withDesk(
    items: Int, pictures: PictureStore = PictureStore(folder: nil),
    _ work: (LoopbackDesk, LoopbackServer) async throws -> Void
  ) async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk(pictures: pictures)
      server.route("/feed", RSS.answer(RSS.feed(items: 0..<items, link: server.url("/a/"))))
      for number in 0..<items { server.route("/a/\(number)", Self.page(number)) }
      try newsroom.follow("site", server.url("/feed"))
      try await work(newsroom, server)
    }
  }

  @Test("within a budget as much comes as fits, and the next run goes on where this one ended")
  func budget() async throws {
    try await withDesk(items: 60) { newsroom, server in
      let first = await newsroom.desk.refresh(.everything, texts: AheadBudget(bytes: 50_000)).ahead
      #expect(first.isBudgetSpent && first.texts > 0 && first.texts < 60)
      let second = await newsroom.desk.refresh(.everything, texts: AheadBudget()).ahead
      #expect(!second.isBudgetSpent && first.texts + second.texts == 60)
      #expect(server.hits() == 60 + 2)
      let kept = try newsroom.cache.count(ArticleQuery(hasDocument: true))
      #expect(kept == 60)
    }
  }

  @Test("a refresh tells of each text as it comes, of how many are wanted, when its sources are settled")
  func told() async throws {
    try await withDesk(items: 7) { newsroom, _ in
      let steps = Mutex<[RefreshProgress]>([])
      _ = await newsroom.desk.refresh(.everything, texts: AheadBudget()) { step in
        steps.withLock { $0.append(step) }
      }
      let texts = steps.withLock { $0.filter { $0.ahead != nil } }
      #expect(texts.compactMap(\.ahead?.texts).sorted() == Array(1...7))
      #expect(texts.allSatisfy { $0.ahead?.wanted == 7 && $0.done == 1 && $0.total == 1 })
    }
  }

  @Test("texts that do not come are counted, the first of them told with the reason")
  func missing() async throws {
    try await withDesk(items: 3) { newsroom, server in
      server.route("/a/1", LoopbackAnswer(status: 404))
      let gone = try #require(WebAddress(server.url("/a/1")))
      let first = await newsroom.desk.refresh(.everything, texts: AheadBudget()).ahead
      #expect(first.texts == 2 && first.missing == 1)
      #expect(first.firstMissing.map(\.address) == [gone])
      #expect(first.firstMissing.map(\.failure) == [.fetch(.status(404, retryAfter: nil), gone)])
      // Nobody listens there; most of its pages are not even tried.
      server.route("/dead", RSS.answer(RSS.feed(items: 0..<40, link: "http://127.0.0.1:1/")))
      try newsroom.follow("dead", server.url("/dead"))
      let second = await newsroom.desk.refresh(.everything, texts: AheadBudget()).ahead
      #expect(second.texts == 0 && second.missing == 40 && second.firstMissing.count <= 5)
      #expect(second.firstMissing.allSatisfy { $0.failure == .fetch(.refused, $0.address) })
    }
  }

  @Test("without a network none of the texts comes, and the first are told why")
  func noNetwork() async throws {
    try await LoopbackServer.during { server in
      let newsroom = try LoopbackDesk { $0.isOnline = { false } }
      server.route("/feed", RSS.answer(RSS.feed(items: 0..<40, link: "http://nowhere.invalid/")))
      try newsroom.follow("site", server.url("/feed"))
      let report = await newsroom.desk.refresh(.everything, texts: AheadBudget()).ahead
      #expect(report.wanted == 40 && report.texts == 0 && report.missing == 40)
      #expect(!report.firstMissing.isEmpty)
      #expect(report.firstMissing.allSatisfy { $0.failure == .fetch(.offline, $0.address) })
    }
  }

  @Test("what the budget leaves for later is not missing")
  func leftForLater() async throws {
    try await withDesk(items: 60) { newsroom, _ in
      let report = await newsroom.desk.refresh(.everything, texts: AheadBudget(bytes: 50_000)).ahead
      #expect(report.isBudgetSpent && report.missing == 0)
    }
  }

  @Test("a page without a text is not asked for with every refresh")
  func noText() async throws {
    try await withDesk(items: 3) { newsroom, server in
      server.route("/a/1", .text("<html><body></body></html>"))
      server.route("/a/2", LoopbackAnswer(status: 404))
      #expect(await newsroom.desk.refresh(.everything, texts: AheadBudget()).ahead.texts == 1)
      #expect(await newsroom.desk.refresh(.everything, texts: AheadBudget()).ahead.texts == 0)
      #expect(server.hits("/a/1") == 1 && server.hits("/a/2") == 1)
      newsroom.pass(7200)
      server.route("/a/2", Self.page(2))
      #expect(await newsroom.desk.refresh(.everything, texts: AheadBudget()).ahead.texts == 1)
      newsroom.pass(3600)
      _ = await newsroom.desk.refresh(.everything, texts: AheadBudget())
      #expect(server.hits("/a/1") == 2)
    }
  }

  @Test(
    "a page that is no more is noted, what was kept stays, and a page that answers again undoes it",
    arguments: [404, 410])
  func removed(status: Int) async throws {
    try await withDesk(items: 1) { newsroom, server in
      _ = await newsroom.desk.refresh(.everything, texts: AheadBudget())
      let article = try #require(try newsroom.cache.articles(ArticleQuery()).first?.article)
      #expect(try newsroom.desk.history(of: article.id) == ArticleHistory())
      server.route("/a/0", LoopbackAnswer(status: 500))
      _ = await newsroom.desk.fetchDocument(of: article)
      #expect(try newsroom.desk.history(of: article.id).removed == nil)
      newsroom.pass(60)
      server.route("/a/0", LoopbackAnswer(status: status))
      _ = await newsroom.desk.fetchDocument(of: article)
      #expect(
        try newsroom.desk.history(of: article.id).removed == LoopbackDesk.start.addingTimeInterval(60))
      #expect(try newsroom.desk.cachedDocument(article.id)?.blocks.isEmpty == false)
      server.route("/a/0", Self.page(7))
      _ = await newsroom.desk.fetchDocument(of: article)
      let history = try newsroom.desk.history(of: article.id)
      #expect(history.removed == nil && history.earlier.count == 1)
    }
  }

  @Test("a text from before a correction is fetched once more where the cursor rests, a newer one is not")
  func corrected() async throws {
    try await withDesk(items: 1) { newsroom, server in
      _ = await newsroom.desk.refresh(.everything, texts: AheadBudget())
      let first = try #require(try newsroom.cache.articles(ArticleQuery()).first?.article)
      #expect(await newsroom.desk.fetchSoon(first))
      #expect(server.hits("/a/0") == 1)
      newsroom.pass(3600)
      let headline = RSS.feed(items: 0..<1, link: server.url("/a/")).replacing(
        "<title>", with: "<title>Уточнено: ")
      server.route("/feed", RSS.answer(headline))
      _ = await newsroom.desk.refresh(.everything)
      let second = try #require(try newsroom.cache.articles(ArticleQuery()).first?.article)
      #expect(second.title.hasPrefix("Уточнено: ") && second.hasDocument)
      newsroom.pass(60)
      #expect(await newsroom.desk.fetchSoon(second))
      #expect(server.hits("/a/0") == 2)
      #expect(await newsroom.desk.fetchSoon(second))
      #expect(server.hits("/a/0") == 2)
    }
  }

  @Test(
    "a page behind a link is kept once it gave a text, under its own date; one that gives none leaves nothing"
  )
  func behindLink() async throws {
    try await withDesk(items: 1) { newsroom, server in
      let site = SiteID(rawValue: "site")
      let old = Self.page(5, picture: "<time datetime='2016-09-01T10:00:00Z'></time>")
      server.route("/old", old)
      let gone = Headline(title: "Нет такой", address: try #require(WebAddress(server.url("/gone"))))
      let found = Headline(title: "Старая", address: try #require(WebAddress(server.url("/old"))))
      guard case .failure = await newsroom.desk.fetchArticle(behind: gone, site: site) else {
        Issue.record("a page that is not there was kept")
        return
      }
      #expect(try newsroom.desk.article(for: gone, site: site) == nil)
      #expect(try newsroom.desk.article(for: found, site: site) == nil)
      let kept = try await newsroom.desk.fetchArticle(behind: found, site: site).get()
      #expect(kept.article.published == Date(timeIntervalSince1970: 1_472_724_000))
      #expect(try newsroom.desk.article(for: found, site: site)?.id == kept.id)
    }
  }

  @Test("a site that is set so has its texts fetched with every refresh, another has not")
  func bySite() async throws {
    try await withDesk(items: 2) { newsroom, server in
      #expect(await newsroom.desk.refresh(.everything).ahead.texts == 0)
      try newsroom.follow("site", server.url("/feed"), fullText: true)
      #expect(await newsroom.desk.refresh(.everything).ahead.texts == 2)
    }
  }

  @Test("pictures come after the texts, once, and are there without a network")
  func pictures() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await withDesk(items: 2, pictures: PictureStore(folder: folder)) { newsroom, server in
      for number in 0..<2 {
        server.route(
          "/a/\(number)",
          Self.page(number, picture: "<figure><img src=\"/p.png\" width=600 height=400></figure>"))
      }
      server.route("/p.png", LoopbackAnswer(headers: [("Content-Type", "image/png")], body: Data("png".utf8)))
      let first = await newsroom.desk.refresh(.everything, texts: AheadBudget()).ahead
      #expect(first.texts == 2 && first.pictures == 1)
      #expect(await newsroom.desk.refresh(.everything, texts: AheadBudget()).ahead.pictures == 0)
      let address = try #require(WebAddress(server.url("/p.png")))
      server.stop()
      #expect(await newsroom.desk.picture(address) == Data("png".utf8))
    }
  }
}
