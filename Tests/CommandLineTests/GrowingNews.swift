import Foundation
import NewsCache
import NewsModel
import Synchronization
import TestSupport
import Testing

/// Servers whose feeds have new items at every visit, followed in a home of its own, and what was seen in its cache.
final class GrowingNews: Sendable {
  static let hosts = 6

  let home: String
  private let servers: [LoopbackServer]
  private let visits = Mutex<[String: Int]>([:])

  init(home: String) throws {
    self.home = home
    servers = try (0..<Self.hosts).map { try LoopbackServer(host: "127.0.5.\($0 + 1)") }
    for server in servers {
      server.fallback { [self] request in
        let name = String(request.path.dropFirst())
        let visit = visits.withLock { visits in
          visits[name, default: 0] += 1
          return visits[name, default: 0]
        }
        return LongFeed.answer(name: name, items: (visit * 5)..<(visit * 5 + 30))
      }
    }
    try LongFeed.follow(
      (0..<2 * Self.hosts).map { ("feed\($0)", servers[$0 % Self.hosts].url("/feed\($0)")) }, home: home)
  }

  func stop() { for server in servers { server.stop() } }

  /// A moment that every refresh comes to: returns when one or two requests more have come to one of the servers.
  func moment(_ chance: inout SeededGenerator) -> @Sendable () async -> Void {
    let server = servers[Int.random(in: 0..<Self.hosts, using: &chance)]
    let hits = server.hits() + Int.random(in: 1...2, using: &chance)
    return { await server.hits(reach: hits) }
  }

  func cache() throws -> ArticleCache { try ArticleCache.open(at: "\(home)/data/news.sqlite") }

  /// Every article with its status.
  static func contents(_ cache: ArticleCache) throws -> [String: ArticleStatus] {
    let all = try cache.articles(ArticleQuery(limit: 1_000_000))
    // Nothing is there twice.
    #expect(Set(all.map(\.article.address)).count == all.count)
    return Dictionary(all.map { ($0.article.title, $0.status) }) { $1 }
  }

  /// What was committed is there, once, and the file is sound.
  func check(still seen: [String: ArticleStatus]) throws {
    let cache = try cache()
    #expect(try cache.verify() == [])
    let found = try Self.contents(cache)
    for (title, status) in seen where found[title] != status {
      Issue.record("\(title) was \(status) and is \(String(describing: found[title]))")
    }
  }
}
