import Foundation
import Glibc
import NewsCache
import NewsModel
import TestSupport
import Testing

@Suite("Disturbed in the middle", .serialized)
struct DisturbanceTests {
  /// A refresh of growing feeds, again and again, each time disturbed in its way.
  ///
  /// - Parameters:
  ///   - limits: what stands before the program on the shell's line.
  ///   - disturb: what happens to the process; `moment` is one that chance chooses, and that comes when the program asks
  ///     its servers.
  private func rounds(
    _ full: Int, seed: UInt64, limits: (inout SeededGenerator) -> String = { _ in "" },
    _ disturb: (ChildProcess, GrowingNews, _ moment: () async -> Void) async throws -> Void = { _, _, _ in }
  ) async throws {
    var chance = SeededGenerator(seed: seed)
    try await BuiltProgram.withHome { home in
      let news = try GrowingNews(home: home)
      defer { news.stop() }
      #expect(try await BuiltProgram.run(["fetch"], home: home).code == 0)
      let rounds = max(3, Stress.count(full))
      Stress.tell("disturbed: \(rounds) times")
      for _ in 0..<rounds {
        let cache = try news.cache()
        let some = try cache.articles(ArticleQuery(isUnread: true, limit: 3)).map(\.id)
        try cache.setStatus(some, read: true, saved: Bool.random(using: &chance))
        let seen = try GrowingNews.contents(cache)
        let moment = news.moment(&chance)
        let script = "\(limits(&chance)) exec '\(BuiltProgram.path)' fetch"
        let child = try BuiltProgram.start(["-c", script], home: home, program: "sh")
        try await disturb(child, news, moment)
        _ = await child.ending()
        try news.check(still: seen)
      }
      #expect(try await BuiltProgram.run(["fetch"], home: home).code == 0)
      try news.check(still: [:])
    }
  }

  @Test("a fetch that is paused and goes on loses nothing, and meanwhile the archive is read")
  func paused() async throws {
    try await rounds(
      200, seed: 16,
      { child, news, moment in
        await moment()
        kill(child.id, SIGSTOP)
        let cache = try ArticleCache.open(at: "\(news.home)/data/news.sqlite", isReading: true)
        #expect(try !cache.articles(ArticleQuery(limit: 5)).isEmpty)
        kill(child.id, SIGCONT)
      })
  }

  @Test("a fetch whose files may not grow any further loses nothing that was kept")
  func full() async throws {
    try await rounds(
      200, seed: 17,
      limits: { chance in "trap '' XFSZ; ulimit -f \(Int.random(in: 1...3000, using: &chance));" })
  }
}
