import NewsCache
import NewsModel
import Phrases
import Reader
import ReaderDesk
import Testing

@Suite("The newsroom in the reader's words")
struct DeskServiceTests {
  @Test("an edition brings the articles of its lines, so that the reader knows their numbers")
  func edition() async throws {
    let bench = try #require(try DeskBench())
    try bench.keep([("Меняю сани", nil), ("Продаю телегу", "t")])
    let edition = await bench.service.edition(of: DeskBench.site)
    let lines = edition.front.blocks.flatMap(\.lines).compactMap { line in
      if case .kept(let listed) = line { listed.id } else { nil }
    }
    #expect(lines.count == 2 && edition.problem == nil)
    #expect(Set(lines).isSubset(of: edition.articles.map(\.id)))
  }

  @Test("lists and fronts tell how many other sites have the same news, and forget it when they have not")
  func tellers() async throws {
    let bench = try #require(try DeskBench())
    try bench.keep([("Мост открыт", "m"), ("Продаю телегу", "t")])
    try bench.keep([("Мост открыли", "a"), ("Открытие моста", "b")], of: "prichal")
    try bench.keep([("На мосту праздник", "c")], of: "zarya")
    let all = try bench.cache.articles(ArticleQuery(limit: 9))
    let bridge = all.filter { !$0.article.title.contains("телегу") }.map(\.id)
    try bench.cache.assignEvents([bridge], now: DeskBench.moment)
    let listing = await bench.service.listing(.site(DeskBench.site), order: .newest)
    #expect(listing.articles.map(\.otherTellers) == [2, 0])
    var shelf = Shelf()
    shelf.add(listing.articles)
    #expect(listing.stories.map { shelf.otherTellers(of: $0.reference) } == [2, 0])
    #expect(await bench.service.edition(of: DeskBench.site).articles.map(\.otherTellers) == [2, 0])
    var alone = listing.articles[0]
    alone.otherTellers = 0
    shelf.add(alone)
    #expect(shelf.otherTellers(of: listing.stories[0].reference) == 0)
  }

  @Test("a mark is kept, and the list of saved articles tells it")
  func marks() async throws {
    let bench = try #require(try DeskBench())
    try bench.keep([("Меняю сани", nil), ("Продаю телегу", "t")])
    let all = await bench.service.listing(.site(DeskBench.site), order: .newest)
    #expect(all.stories.map(\.title) == ["Меняю сани", "Продаю телегу"])
    let first = try #require(all.articles.first?.id)
    #expect(await bench.service.mark([first], .saved(true)) == nil)
    #expect(await bench.service.listing(.saved, order: .newest).articles.map(\.id) == [first])
  }

  @Test("what is muted leaves the lists, and comes back")
  func muting() async throws {
    let bench = try #require(try DeskBench())
    try bench.keep([("Меняю сани", nil), ("Продаю телегу", "t")])
    #expect(await bench.service.mute(.word("телега")) == nil)
    #expect(await bench.service.listing(.site(DeskBench.site), order: .newest).stories.count == 1)
    #expect(await bench.service.unmute(.word("телега")) == nil)
    #expect(await bench.service.listing(.site(DeskBench.site), order: .newest).stories.count == 2)
  }

  @Test("the text of an article without a page is its summary, and fetching it tells why there is no more")
  func withoutAPage() async throws {
    let bench = try #require(try DeskBench())
    try bench.keep([("Меняю сани", nil)])
    let listing = await bench.service.listing(.site(DeskBench.site), order: .newest)
    let reference = ArticleReference.kept(try #require(listing.articles.first?.id))
    #expect(await bench.service.fetchedArticle(reference) == .failed(.noArticlePage))
    guard case .text(let text) = await bench.service.text(of: reference) else {
      Issue.record("no text")
      return
    }
    #expect(text.contains("Подробности.") && !text.contains("--full-text"))
  }
}
