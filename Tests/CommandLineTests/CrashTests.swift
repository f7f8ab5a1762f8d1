import Foundation
import Glibc
import NewsCache
import NewsModel
import TestSupport
import Testing

@Suite("Killed in the middle", .serialized)
struct CrashTests {
  /// One more piece of chance: how long after its request a program lives, in microseconds.
  private static func pause(_ chance: inout SeededGenerator) async {
    let microseconds = UInt32.random(in: 0...40_000, using: &chance)
    await OwnThread.run { _ = usleep(microseconds) }
  }

  @Test("a fetch killed at any moment loses and doubles nothing that was committed")
  func fetch() async throws {
    var chance = SeededGenerator(seed: 6)
    try await BuiltProgram.withHome { home in
      let news = try GrowingNews(home: home)
      defer { news.stop() }
      #expect(try await BuiltProgram.run(["fetch"], home: home).code == 0)
      let rounds = max(5, Stress.count(200))
      Stress.tell("fetch killed: \(rounds) times")
      for _ in 0..<rounds {
        let cache = try news.cache()
        let some = try cache.articles(ArticleQuery(isUnread: true, limit: 3)).map(\.id)
        try cache.setStatus(some, read: true, saved: Bool.random(using: &chance))
        let moment = news.moment(&chance)
        let child = try BuiltProgram.start(["fetch"], home: home)
        await moment()
        await Self.pause(&chance)
        let seen = try GrowingNews.contents(cache)
        kill(child.id, SIGKILL)
        _ = await child.ending()
        try news.check(still: seen)
      }
      #expect(try await BuiltProgram.run(["fetch"], home: home).code == 0)
      try news.check(still: [:])
    }
  }

  @Test("a reader killed while it refreshes and marks loses and doubles nothing that was committed")
  func reader() async throws {
    var chance = SeededGenerator(seed: 7)
    try await BuiltProgram.withHome { home in
      let news = try GrowingNews(home: home)
      defer { news.stop() }
      #expect(try await BuiltProgram.run(["fetch"], home: home).code == 0)
      let rounds = max(2, Stress.count(40))
      Stress.tell("reader killed: \(rounds) times")
      for _ in 0..<rounds {
        let cache = try news.cache()
        try await TerminalSession.during(
          columns: 80, rows: 24, environment: BuiltProgram.environment(home: home),
          // What the program was about to write may be cut anywhere: an escape ends it.
          running: [
            "sh", "-c",
            "'\(BuiltProgram.path)' --site feed0; code=$?; printf '\\033[m\\n'; echo left $code; read anything",
          ]
        ) { terminal in
          try await terminal.wait(for: "feed0: новость")
          let before = try GrowingNews.contents(cache)
          try await terminal.type("j", "u", "j", "f")
          try await terminal.wait("both marks in the cache") { _ in
            try GrowingNews.contents(cache).count { before[$0.key] != $0.value } == 2
          }
          let moment = news.moment(&chance)
          try await terminal.type("R")
          await moment()
          await Self.pause(&chance)
          let seen = try GrowingNews.contents(cache)
          kill(try await terminal.childProcessID(), SIGKILL)
          try await terminal.wait(for: "left 137")
          try news.check(still: seen)
        }
      }
    }
  }
}

@Suite("Several at once")
struct TogetherTests {
  @Test("two fetches and a reader work on one cache without a complaint and without losing anything")
  func together() async throws {
    let length = Duration.seconds(Stress.isOn ? 60 : 3)
    try await BuiltProgram.withHome { home in
      let news = try GrowingNews(home: home)
      defer { news.stop() }
      #expect(try await BuiltProgram.run(["fetch"], home: home).code == 0)
      let cache = try news.cache()
      let marked = try await TerminalSession.during(
        columns: 100, rows: 30, environment: BuiltProgram.environment(home: home),
        running: [BuiltProgram.path, "--site", "feed0"]
      ) { terminal in
        try await terminal.wait(for: "feed0: новость")
        let end = ContinuousClock.now + length
        var marked: Set<ArticleID> = []
        let fetches = (0..<2).map { _ in
          Task {
            var runs: [BuiltProgram.Run] = []
            while ContinuousClock.now < end { runs.append(try await BuiltProgram.run(["fetch"], home: home)) }
            return runs
          }
        }
        while ContinuousClock.now < end {
          try await terminal.type("u", "j", "f", "j")
          // A person types no faster.
          await OwnThread.run { _ = usleep(100_000) }
          let some = try cache.articles(
            ArticleQuery(site: SiteID(rawValue: "feed1"), isUnread: true, limit: 2))
          try cache.setStatus(some.map(\.id), read: true)
          marked.formUnion(some.map(\.id))
          #expect(try await !terminal.screen().contains("vestnik cache"))
        }
        Stress.tell("two fetches and a reader: \(length)")
        for run in try await [fetches[0].value, fetches[1].value].joined() {
          #expect(run.code == 0 && run.errors.isEmpty, "\(run)")
        }
        try await terminal.type("Q")
        return marked
      }
      #expect(try cache.verify() == [])
      let contents = try GrowingNews.contents(cache)
      // Whatever was served to anybody is there, without a gap.
      let numbers = contents.keys.filter { $0.hasPrefix("feed1: ") }
        .compactMap { Int($0.split(separator: " ").last ?? "") }.sorted()
      #expect(numbers == Array((numbers.first ?? 0)...(numbers.last ?? 0)))
      #expect(try cache.articles(Array(marked)).allSatisfy(\.status.isRead))
      #expect(contents.contains { $0.key.hasPrefix("feed0: ") && $0.value.isRead })
    }
  }
}
