import Foundation
import Glibc
import NewsCache
import NewsModel
import TestSupport
import Testing

@Suite("vestnik fetch")
struct FetchCommandTests {
  private struct Summary: Decodable {
    struct Outcome: Decodable {
      let url: String
      let result: String
      let new: Int?
      let problem: String?
      let notBefore: Date?
      let wireBytes: Int
    }

    let newArticles: Int
    let failed: Int
    let notAsked: Int
    let cancelled: Bool
    let sources: [Outcome]
  }

  private func summary(_ run: BuiltProgram.Run) throws -> Summary {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    decoder.dateDecodingStrategy = .iso8601
    return try decoder.decode(Summary.self, from: Data(run.output.utf8))
  }

  @Test("its exit code tells whether all, some or none failed, and each source says why and until when")
  func exitCodes() async throws {
    try await LoopbackServer.during { server in
      server.fallback { LongFeed.answer(name: String($0.path.dropFirst()), items: 0..<5) }
      server.route("/busy", LoopbackAnswer(status: 429, headers: [("Retry-After", "7200")]))
      try await BuiltProgram.withHome { home in
        try LongFeed.follow([("busy", server.url("/busy"))], home: home)
        #expect(try await BuiltProgram.run(["fetch"], home: home).code == 1)
        try LongFeed.follow([("good", server.url("/good")), ("worse", server.url("/worse"))], home: home)
        server.route("/worse", LoopbackAnswer(status: 500))
        let run = try await BuiltProgram.run(["fetch", "--json"], home: home)
        #expect(run.code == 2 && run.errors.isEmpty)
        let summary = try summary(run)
        #expect(summary.newArticles == 5 && summary.failed == 1 && summary.notAsked == 1)
        let results = Dictionary(uniqueKeysWithValues: summary.sources.map { ($0.url, $0) })
        #expect(results[server.url("/busy")]?.result == "not-yet")
        #expect(results[server.url("/busy")]?.notBefore.map { $0 > Date() } == true)
        #expect(results[server.url("/worse")]?.problem?.contains("500") == true)
        #expect(results[server.url("/good")].map { $0.new == 5 && $0.wireBytes > 500 } == true)
        // The back-off is kept: neither of the two is asked again.
        #expect(try await BuiltProgram.run(["fetch"], home: home).code == 2)
        #expect(server.hits("/busy") == 1 && server.hits("/worse") == 1)
        let sites = try await BuiltProgram.run(["sites", "--verbose"], home: home).output
        #expect(sites.contains("429") && sites.contains("не раньше"))
      }
    }
  }

  @Test(
    "full texts that do not come are counted and the first told with the reason; the code is the sources'")
  func missingTexts() async throws {
    try await LoopbackServer.during { server in
      let items = [server.url("/gone"), "http://127.0.0.1:1/dead"].enumerated().map { number, link in
        "<item><title>Новость \(number)</title><link>\(link)</link></item>"
      }
      let feed = "<rss version=\"2.0\"><channel><title>Лента</title>\(items.joined())</channel></rss>"
      server.route(
        "/feed", LoopbackAnswer(headers: [("Content-Type", "application/rss+xml")], body: Data(feed.utf8)))
      server.route("/gone", LoopbackAnswer(status: 404))
      try await BuiltProgram.withHome { home in
        try LongFeed.follow([("feed", server.url("/feed"))], home: home)
        let run = try await BuiltProgram.run(["fetch", "--full-text"], home: home)
        #expect(run.code == 0)
        #expect(run.output.contains("2 новые · 1 источник · 2 текста не пришли"), "\(run.output)")
        let complaints = run.errors.split(separator: "\n")
        #expect(complaints.count == 2, "\(run.errors)")
        #expect(complaints.contains { $0.contains(server.url("/gone")) && $0.contains("404") })
        #expect(complaints.contains { $0.contains("127.0.0.1:1/dead") && $0.contains("не принимает") })
      }
    }
  }

  @Test("Ctrl-C ends it at once: what came is kept and told, and it dies of the signal")
  func interrupted() async throws {
    try await LoopbackServer.during { server in
      try await LoopbackServer.during(on: "127.0.0.2") { mute in
        server.fallback { LongFeed.answer(name: String($0.path.dropFirst()), items: 0..<5) }
        mute.fallback { _ in LoopbackAnswer(fault: .mute) }
        try await BuiltProgram.withHome { home in
          try LongFeed.follow([("good", server.url("/good"))], home: home)
          #expect(try await BuiltProgram.run(["fetch"], home: home).code == 0)
          try LongFeed.follow([("mute", mute.url("/mute"))], home: home)
          let child = try BuiltProgram.start(["fetch"], home: home, output: "\(home)/out")
          await mute.hits(reach: 1)
          kill(child.id, SIGINT)
          #expect(await child.ending() == 128 + SIGINT)
          #expect(try String(contentsOfFile: "\(home)/out", encoding: .utf8).contains("остановлено"))
          let cache = try ArticleCache.open(at: "\(home)/data/news.sqlite")
          let count = try cache.count(ArticleQuery())
          #expect(try count == 5 && cache.verify().isEmpty)
        }
      }
    }
  }
}
