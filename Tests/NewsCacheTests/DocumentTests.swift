import Foundation
import NewsCache
import NewsModel
import Testing

@Suite("Documents, fronts, sources")
struct DocumentTests {
  private let cache: ArticleCache
  private let id: ArticleID

  init() throws {
    cache = try ArticleCache.inMemory()
    id = try #require(try cache.store([Sample.draft("one", summary: "Кратко о мостах")]).new.first)
  }

  private func document(_ text: String) -> ArticleDocument {
    ArticleDocument(
      title: "Заголовок", authors: ["Павел Ситников"], published: Sample.now.addingTimeInterval(-500),
      tags: ["вода"],
      blocks: [
        .heading(level: 2, [Inline("Глава")]),
        .paragraph([Inline(text), Inline("ссылка", style: .emphasis, link: WebAddress("https://a.example/"))]
        ),
        .list(start: 1, items: [[.paragraph([Inline("пункт")])]]), .rule, .preformatted("a\n b"),
        .table(Block.Table(headingRows: 1, rows: [[[Inline("а")], [Inline("б")]]])),
        .figure(Block.Figure(picture: WebAddress("https://a.example/p.png"), caption: [Inline("вид")])),
        .quotation([.paragraph([Inline("слова")])]),
      ],
      related: [Headline(title: "По теме", address: WebAddress("https://a.example/2") ?? unreachable())])
  }

  private func unreachable() -> WebAddress { preconditionFailure("a sound address") }

  @Test("a page's document comes back whole, makes its words found and fills what the feed left out")
  func pageDocument() throws {
    let page = document("Автобусы пустили в объезд. ")
    try cache.storeDocument(page, for: id, now: Sample.now)
    #expect(try cache.document(id) == page)
    #expect(try cache.titles("автобус") == ["Заголовок one"])
    #expect(try cache.titles("мост") == ["Заголовок one"])
    let article = try #require(try cache.article(id)?.article)
    #expect(article.hasDocument && article.authors == ["Павел Ситников"] && article.tags == ["вода"])
    #expect(article.published == Sample.now.addingTimeInterval(-500))
    #expect(try cache.verify().isEmpty)
  }

  @Test("a page fetched again with another text keeps the earlier one")
  func changedPage() throws {
    try cache.storeDocument(document("Первое. "), for: id, now: Sample.now)
    try cache.storeDocument(document("Первое. "), for: id, now: Sample.now.addingTimeInterval(10))
    #expect(try cache.history(of: id).earlier.isEmpty)
    let later = Sample.now.addingTimeInterval(20)
    try cache.storeDocument(document("Второе. "), for: id, now: later)
    #expect(try cache.history(of: id).earlier.count == 1)
    #expect(try cache.article(id)?.article.modified == later)
    #expect(try cache.titles("первое").isEmpty && cache.titles("второе").count == 1)
  }

  @Test("a feed's shorter text does not take the place of the page's")
  func feedAfterPage() throws {
    try cache.storeDocument(document("Со страницы. "), for: id, now: Sample.now)
    let changes = try cache.store([Sample.draft("one", summary: "Новое краткое", text: "Из ленты")])
    #expect(changes.changed == [id])
    #expect(try cache.document(id)?.plainText.contains("Со страницы") == true)
    #expect(try cache.titles("страница").count == 1)
    #expect(try cache.titles("лента").isEmpty)
    #expect(try cache.verify().isEmpty)
  }

  @Test("a site's taking an article down is noted once, and undone when it tells of it anew")
  func removed() throws {
    try cache.markRemoved(id, at: Sample.now)
    try cache.markRemoved(id, at: Sample.now.addingTimeInterval(99))
    #expect(try cache.history(of: id).removed == Sample.now)
    try cache.store([Sample.draft("one", title: "Снова здесь")])
    #expect(try cache.history(of: id).removed == nil)
    try cache.markRemoved(id, at: Sample.now)
    try cache.storeDocument(document("Страница ответила. "), for: id, now: Sample.now)
    #expect(try cache.history(of: id).removed == nil)
  }

  @Test("a front page comes back with the moment it was seen")
  func front() throws {
    #expect(try cache.front(of: Sample.site) == nil)
    let line = Headline(
      title: "Срочно", address: try Sample.address("1"), published: Sample.now, section: "Новости")
    let page = FrontPage(ticker: [line], blocks: [.init(title: "Новости", headlines: [line])], top: [line])
    try cache.storeFront(FrontPage(), site: Sample.site, at: Sample.now.addingTimeInterval(-9))
    try cache.storeFront(page, site: Sample.site, at: Sample.now)
    let kept = try #require(try cache.front(of: Sample.site))
    #expect(kept.page == page && kept.seen == Sample.now)
  }

  @Test("days without an hour come back as such, in a front page and in a document")
  func days() throws {
    let line = Headline(
      title: "Вчера", address: try Sample.address("1"), published: Sample.now, isDayOnly: true)
    try cache.storeFront(FrontPage(top: [line]), site: Sample.site, at: Sample.now)
    #expect(try cache.front(of: Sample.site)?.page.top == [line])
    let dated = ArticleDocument(title: "Один", published: Sample.now, isDayOnly: true, related: [line])
    try cache.storeDocument(dated, for: id, now: Sample.now)
    #expect(try cache.document(id) == dated)
  }

  @Test("a source's state comes back as recorded, by site and address")
  func sourceState() throws {
    let source = try Sample.source("other.xml")
    #expect(try cache.sourceState(of: source) == nil)
    let state = SourceState(
      site: Sample.site, address: source.address, movedTo: try Sample.address("new.xml"), etag: "\"a\"",
      lastModified: "Wed, 21 Jan 2026 12:00:00 GMT", contentHash: ContentHash.of("тело"),
      lastFetched: Sample.now, lastChanged: Sample.now.addingTimeInterval(-5), outcome: "status",
      detail: "429",
      bytes: 12, failures: 3, notBefore: Sample.now.addingTimeInterval(60), isGone: true)
    try cache.record(state)
    #expect(try cache.sourceState(of: source) == state)
    #expect(try cache.failures(among: [source, Sample.source("fine.xml")]) == [Sample.site: 1])
    #expect(try cache.failures(among: []).isEmpty, "what is followed no more fails no more")
    try cache.record([SourceState(of: source)])
    #expect(try cache.sourceState(of: source) == SourceState(of: source))
    #expect(try cache.failures(among: [source]).isEmpty)
    #expect(try cache.sourceStates(site: Sample.site).count == 2)
    #expect(try cache.sourceStates(site: SiteID(rawValue: "none")).isEmpty)
  }

  @Test("a host's state comes back as recorded, and goes when nothing speaks against it any more")
  func hostState() throws {
    let host = HostState(name: "echo.example", failures: 2, notBefore: Sample.now, outcome: "refused")
    let other = HostState(name: "other.example:81", failures: 1, outcome: "timedOut")
    try cache.record([], hosts: [other, host])
    #expect(try cache.hostStates() == [host, other])
    try cache.record([], hosts: [HostState(name: "echo.example")])
    #expect(try cache.hostStates() == [other])
  }

  @Test("the same bytes have the same hash in every run")
  func contentHash() {
    #expect(ContentHash.of("Вестник") == ContentHash.of(Array("Вестник".utf8)))
    #expect(ContentHash.of("a") != ContentHash.of("b"))
    var parted = ContentHash()
    parted.add("ab")
    parted.add("c")
    var other = ContentHash()
    other.add("a")
    other.add("bc")
    #expect(parted.value != other.value)
  }
}
