import Canvas
import Foundation
import NewsCache
import NewsModel
import Reader

/// How long a reader of a given archive waits: for the first frame, a section, hits, what is related.
enum ArchiveBenchmarks {
  private static let queryCount = 300
  /// How many of them are typed letter by letter.
  private static let typedCount = 100
  private static let relatedCount = 200
  private static let startCount = 15

  /// - Parameter path: a cache's file, or the folder it lies in.
  static func run(on path: String) throws {
    let candidates = [path, path + "/news.sqlite", path + "/data/news.sqlite"]
    var isFolder: ObjCBool = false
    let file = candidates.first {
      FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
    }
    guard let file else { return print("no archive in \(path)") }
    try start(file)
    let cache = try ArticleCache.open(at: file)
    print("articles: \(try cache.count(ArticleQuery()))")
    try sections(of: cache)
    try searches(in: cache)
    try related(in: cache)
  }

  /// The archive is opened, its busiest site's first frame made.
  private static func start(_ file: String) throws {
    var latencies = Latencies()
    for _ in 0..<startCount {
      let rows = try latencies.measure {
        let cache = try ArticleCache.open(at: file)
        let unread = try cache.unreadCounts()
        let busiest = unread.max { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }?.key
        guard let site = busiest, let home = WebAddress("https://archive.example/") else { return 0 }
        let listed = try cache.articles(ArticleQuery(site: site, limit: 30))
        let headlines = listed.compactMap { listed in
          listed.article.address.map { Headline(title: listed.article.title, address: $0) }
        }
        let edition = Edition(
          front: ShownFront(
            FrontPage(
              ticker: Array(headlines.prefix(4)), blocks: [.init(title: "", headlines: headlines)])),
          articles: listed, unread: try cache.unreadCounts(site: site), unreadTotal: unread[site] ?? 0)
        let now = Date()
        var state = ReaderState(
          size: CellSize(columns: 120, rows: 40), settings: ReaderSettings(), now: now)
        for message in [
          Message.sitesLoaded([Site(id: site, name: site.rawValue, home: home)]),
          .frontLoaded(site, edition),
        ] {
          _ = Update.update(&state, message, at: now, instant: .now)
        }
        return View.frame(of: state).rows
      }
      precondition(rows > 0, "an archive without articles")
    }
    latencies.report("archive/start")
  }

  /// Every site's list and every section's, as the reader asks for them.
  private static func sections(of cache: ArticleCache) throws {
    var latencies = Latencies()
    for site in try cache.unreadCounts().keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      let sections = try cache.unreadCounts(site: site).keys.sorted { $0.rawValue < $1.rawValue }
      for section in [nil] + sections.map(Optional.some) {
        _ = try latencies.measure {
          try cache.articles(ArticleQuery(site: site, section: section, limit: 500))
        }
      }
    }
    latencies.report("archive/section")
  }

  /// Whole queries, and each of them while it is typed.
  private static func searches(in cache: ArticleCache) throws {
    let now = Date()
    let sample = try QuerySample(of: cache, count: queryCount)
    var (whole, typing) = (Latencies(), Latencies())
    var hits = 0
    for (number, query) in sample.queries.enumerated() {
      let asked = SearchQuery(query, now: now)
      hits += try whole.measure(query) { try cache.search(asked, limit: 50, now: now) }.hits.count
      guard number < typedCount else { continue }
      for end in 3...max(3, query.count) {
        let typed = SearchQuery(String(query.prefix(end)), now: now, isTyping: true)
        _ = try typing.measure(String(query.prefix(end))) { try cache.search(typed, limit: 60, now: now) }
      }
    }
    whole.report("archive/search")
    typing.report("archive/search-as-typed")
    print("  \(hits) hits shown; queries such as \(sample.queries.prefix(6).joined(separator: " · "))")
  }

  private static func related(in cache: ArticleCache) throws {
    var latencies = Latencies()
    let total = try cache.count(ArticleQuery())
    for number in 0..<min(relatedCount, total) {
      let query = ArticleQuery(limit: 1, offset: number * (total / min(relatedCount, total)))
      guard let listed = try cache.articles(query).first else { continue }
      _ = try latencies.measure { try cache.scoredRelated(to: listed.id, limit: 16) }
    }
    latencies.report("archive/related")
  }
}
