import Foundation
import NewsModel
import Phrases
import Reader
import ReaderApp
import Synchronization

/// A newsroom of one site that never changes, and remembers what it was asked.
final class StillNews: NewsService {
  let asked = Mutex<[String]>([])
  let site: Site
  let front: FrontPage
  private let text: String
  private let refusal: Problem?
  /// Tells the reader that the archive has changed.
  let changes = Mutex<(@Sendable () -> Void)?>(nil)

  /// Signalled when top news are asked for: what was asked before them has been told then.
  let isFrontTold = DispatchSemaphore(value: 0)

  private struct NoOneElse: ArchiveObservation {
    func hasChangedElsewhere() -> Bool { false }
  }

  /// - Parameter refusal: why nothing can be kept.
  init?(text: String = "Вода ушла, мосты стоят.", refusal: Problem? = nil) {
    guard let home = WebAddress("https://echo.example/"), let story = WebAddress("https://echo.example/a/1")
    else {
      return nil
    }
    self.text = text
    self.refusal = refusal
    site = Site(id: SiteID(rawValue: "echo"), name: "Эхо", home: home, sections: [Section(title: "Новости")])
    let headline = Headline(title: "Мост через Тоболгу открыли", address: story)
    front = FrontPage(blocks: [FrontPage.Block(title: "Новости", headlines: [headline])])
  }

  var article: ListedArticle {
    let article = Article(
      id: ArticleID(rawValue: 1), site: site.id, address: front.blocks[0].headlines[0].address,
      title: "Мост через Тоболгу открыли", firstSeen: Date(timeIntervalSince1970: 0))
    return ListedArticle(article: article, status: ArticleStatus())
  }

  func observe(_ changed: @escaping @Sendable () -> Void) -> any ArchiveObservation {
    changes.withLock { $0 = changed }
    return NoOneElse()
  }

  func sites() async -> [Site] { [site] }
  func siteNews() async -> [SiteID: SiteNews] { [:] }

  func edition(of site: SiteID) async -> Edition { Edition(front: ShownFront(front), articles: [article]) }

  func listing(_ query: ListQuery, order: ListOrder, part: ListPart) async -> Listing {
    Listing(stories: [Story(article)], articles: [article])
  }

  func top(of site: SiteID) async -> Listing {
    isFrontTold.signal()
    return Listing()
  }

  func beside(_ article: ArticleID) async -> Beside { Beside() }

  func search(_ query: SearchQuery) async -> Finding {
    note("search \(query.text)")
    let hit = FoundStory(story: Story(article), snippet: "мост")
    // The archive grows once, right after the first answer.
    guard let changed = changes.withLock({ $0.take() }) else {
      return Finding(hits: [hit, hit], articles: [article])
    }
    changed()
    return Finding(hits: [hit], articles: [article])
  }

  func sources(of site: SiteID?) async -> [SourceReport] { [] }

  func keptArticle(_ reference: ArticleReference) async -> OpenedArticle? {
    note("kept")
    return OpenedArticle(listed: article, document: nil)
  }

  func fetchedArticle(_ reference: ArticleReference) async -> FetchAnswer {
    note("fetched")
    let document = ArticleDocument(title: article.article.title, blocks: [.paragraph([Inline(text)])])
    return .fetched(OpenedArticle(listed: article, document: document))
  }

  func picture(at address: WebAddress) async -> Data? { nil }

  func refresh(
    _ scope: RefreshScope, progress: @escaping @Sendable (RefreshProgress) -> Void
  ) async -> RefreshSummary {
    note("refresh")
    for done in 1...3 { progress(RefreshProgress(done: done, total: 3)) }
    return RefreshSummary(newArticles: 37)
  }

  func fetchAhead(
    _ scope: RefreshScope, progress: @escaping @Sendable (RefreshProgress) -> Void
  ) async -> AheadSummary {
    note("ahead")
    return AheadSummary(texts: 5, wireBytes: 1_000_000)
  }

  func fetchSoon(_ reference: ArticleReference) async -> ArticleID? {
    note("soon")
    return article.id
  }

  func mark(_ articles: [ArticleID], _ mark: Mark) async -> Problem? {
    note("\(mark) \(articles.map(\.rawValue))")
    return refusal
  }

  func markAllRead(_ site: SiteID, section: SectionID?) async -> MarkingAnswer {
    refusal.map { .failed($0) } ?? .marked([article.id])
  }

  func savePosition(_ position: Int, in article: ArticleID) async -> Problem? {
    note("position")
    return refusal
  }

  func save(_ reference: ArticleReference, to path: String, replaces: Bool) async -> Problem? {
    note("save \(path) replaces \(replaces)")
    // The text is on its way for a while.
    for _ in 0..<1_000 { await Task.yield() }
    note("saved \(path)")
    return path == "taken.txt" && !replaces ? .fileExists(path) : nil
  }

  func text(of reference: ArticleReference) async -> TextAnswer { .text(text) }

  func mute(_ rule: MuteRule) async -> Problem? { nil }

  func unmute(_ rule: MuteRule) async -> Problem? { nil }

  private func note(_ text: String) { asked.withLock { $0.append(text) } }
}
