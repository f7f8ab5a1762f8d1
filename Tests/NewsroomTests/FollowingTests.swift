import Fetching
import NewsCache
import NewsModel
import Newsroom
import Synchronization
import Testing

@Suite("What is followed, and what is marked")
struct FollowingTests {
  private let desk: NewsDesk
  private let cache: ArticleCache

  init() throws {
    cache = try ArticleCache.inMemory()
    desk = NewsDesk(
      cache: cache, sites: MemorySites(), transport: OfflineTransport(), now: { DemoDesk.moment })
  }

  private func site(_ id: String, home: String, feed: String? = nil) throws -> Site {
    Site(
      id: SiteID(rawValue: id), name: id, home: try #require(WebAddress(home)),
      feeds: feed.flatMap { WebAddress($0) }.map { [$0] } ?? [], rules: SiteRules(isFeedOnly: feed != nil))
  }

  @Test("what would bring every article twice is not followed twice, whatever it is called")
  func once() throws {
    let feed = try site("lenta", home: "https://a.example/", feed: "https://a.example/rss")
    try desk.follow(feed)
    let other = try site("drugaya", home: "https://b.example/", feed: "https://a.example/rss")
    #expect(throws: FollowingFailure.alreadyFollowed(feed)) { try desk.follow(other) }
    // Its pages are something else than its feed alone.
    try desk.follow(site("a", home: "https://a.example/"))
    #expect(desk.followed.map(\.id.rawValue) == ["a", "lenta"])
  }

  @Test("only what is followed can be changed or left")
  func changes() throws {
    let nobody = SiteID(rawValue: "nobody")
    #expect(throws: FollowingFailure.notFollowed(nobody)) { try desk.unfollow(nobody) }
    #expect(throws: FollowingFailure.notFollowed(nobody)) { try desk.edit(nobody) { $0.name = "" } }
    let feed = try site("lenta", home: "https://a.example/", feed: "https://a.example/rss")
    try desk.follow(feed)
    try desk.edit(feed.id) { $0.name = "Лента" }
    #expect(desk.site(feed.id)?.name == "Лента")
    try desk.unfollow(feed.id)
    #expect(desk.followed.isEmpty)
  }

  @Test("a mark of a server is told to whoever watches the archive, its reader's own is not")
  func origins() throws {
    let feed = try site("lenta", home: "https://a.example/", feed: "https://a.example/rss")
    let source = try #require(feed.sources.first)
    let state = SourceState(site: feed.id, address: source.address)
    let drafts = ["a", "b"].map { ArticleDraft(identity: $0, title: $0) }
    let ids = try cache.store(drafts, from: source, state: state, now: DemoDesk.moment).new
    let told = Mutex(0)
    let watch = desk.watch { told.withLock { $0 += 1 } }
    try desk.mark([ids[0]], .read(true), origin: .reader)
    #expect(told.withLock { $0 } == 0)
    try desk.mark([ids[1]], .saved(true), origin: .server)
    #expect(told.withLock { $0 } == 1)
    #expect(try desk.article(ids[0])?.status == ArticleStatus(isRead: true))
    #expect(try desk.article(ids[1])?.status == ArticleStatus(isSaved: true))
    #expect(!watch.hasChangedElsewhere())
  }
}
