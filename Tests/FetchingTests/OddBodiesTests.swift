import Fetching
import Foundation
import NewsModel
import TestSupport
import Testing

@Suite("Bodies that are not what their head says")
struct OddBodiesTests {
  private static let packed = LoopbackCompression.gzip("<rss/>")

  private func fetch(
    _ answer: LoopbackAnswer, limit: Int = FetchRequest.defaultLimitBytes,
    wanted: FetchRequest.Wanted = .page, see: (LoopbackServer) throws -> Void = { _ in }
  ) async throws -> FetchOutcome {
    try await LoopbackServer.during { server in
      server.route("/", answer)
      let request = FetchRequest(address: try address(server.url()), limitBytes: limit, wanted: wanted)
      let outcome = await quickTransport().fetch(request)
      try see(server)
      return outcome
    }
  }

  @Test(
    "a Content-Encoding that names no coding leaves the body as it is",
    arguments: ["utf-8", "windows-1251", "binary", "8bit", "text/xml"])
  func noCoding(name: String) async throws {
    let answer = LoopbackAnswer(headers: [("Content-Encoding", name)], body: Data("<rss/>".utf8))
    #expect(try await fetch(answer).body().bytes == Data("<rss/>".utf8))
  }

  @Test("a coding that exists and is broken stays a failure")
  func brokenCoding() async throws {
    let answer = LoopbackAnswer(headers: [("Content-Encoding", "gzip")], body: Data("<rss/>".utf8))
    let outcome = try await fetch(answer)
    #expect(outcome.failure != nil)
  }

  @Test(
    "a gzip file is unpacked, whatever it is called",
    arguments: ["application/gzip", "application/octet-stream", "application/xml"])
  func gzipFile(type: String) async throws {
    let answer = LoopbackAnswer(headers: [("Content-Type", type)], body: Self.packed)
    let body = try await fetch(answer).body()
    #expect(body.bytes == Data("<rss/>".utf8))
    #expect(body.contentType == (type == "application/xml" ? type : nil))
  }

  @Test("members of a gzip file follow one another; one cut off or too large is refused")
  func oddGzipFiles() async throws {
    let twice = try await fetch(LoopbackAnswer(body: Self.packed + Self.packed)).body()
    #expect(twice.bytes == Data("<rss/><rss/>".utf8))
    #expect(try await fetch(LoopbackAnswer(body: Self.packed.dropLast(9))).failure == .interrupted)
    let bomb = LoopbackCompression.gzipBomb(bytes: 1_000_000)
    #expect(try await fetch(LoopbackAnswer(body: bomb), limit: 100_000).failure == .tooLarge(limit: 100_000))
  }

  @Test("a feed is asked for as a feed, an article as a page")
  func accept() async throws {
    func accept(_ wanted: FetchRequest.Wanted) async throws -> [String] {
      var accept = ""
      _ = try await fetch(.text("x"), wanted: wanted) { accept = $0.log.first?.headers["accept"] ?? "" }
      return accept.split(separator: ",").map { String($0.trimmingCharacters(in: .whitespaces)) }
    }
    let feed = try await accept(.feed)
    #expect(feed.prefix(2) == ["application/rss+xml", "application/atom+xml"])
    #expect(feed.contains("text/html;q=0.6"))
    #expect(try await accept(.page).first == "text/html")
    #expect(try await accept(.either).contains("application/atom+xml;q=0.9"))
  }

  @Test("the fields Link and Refresh are told as they came, several as one")
  func links() async throws {
    var answer = LoopbackAnswer.text("x")
    answer.headers += [("Link", "</a>; rel=next"), ("Link", "</f>; rel=alternate"), ("Refresh", "0; url=/b")]
    let body = try await fetch(answer).body()
    #expect(body.links == "</a>; rel=next, </f>; rel=alternate")
    #expect(body.refresh == "0; url=/b")
  }
}
