import Fetching
import Foundation
import NewsModel
import TestSupport
import Testing

@Suite("Sending and replies")
struct PostTests {
  private func request(
    _ url: String, _ text: String = "i=1&a=read", fields: [HeadField] = [],
    wanted: FetchRequest.Wanted = .reply
  ) throws -> FetchRequest {
    FetchRequest(
      address: try address(url), wanted: wanted,
      method: .post(type: "application/x-www-form-urlencoded", body: Data(text.utf8)), fields: fields)
  }

  @Test("a body is sent with its type and length, and nothing waits for leave to send it")
  func body() async throws {
    try await LoopbackServer.during { server in
      server.route("/edit", .text("OK"))
      let long = String(repeating: "i=тест&", count: 200_000)
      for text in ["i=1", "", long] {
        let reply = try await quickTransport().fetch(request(server.url("/edit"), text)).body()
        #expect(reply.status == 200)
        let seen = try #require(server.log.last)
        #expect(seen.method == "POST")
        #expect(seen.body == Data(text.utf8))
        #expect(seen.headers["content-type"] == "application/x-www-form-urlencoded")
        #expect(seen.headers["expect"] == nil)
      }
    }
  }

  @Test(
    "a reply is any answer, with its status, its head and the beginning of its body",
    arguments: [204, 401, 500])
  func reply(status: Int) async throws {
    try await LoopbackServer.during { server in
      let body = status == 204 ? Data() : Data("Error=BadAuthentication".utf8)
      server.route("/x", LoopbackAnswer(status: status, headers: [("X-Quota", "7")], body: body))
      let reply = try await quickTransport().fetch(request(server.url("/x"))).body()
      #expect(reply.status == status)
      #expect(reply.bytes == body)
      #expect(reply.fields["x-quota"] == "7")
    }
  }

  @Test("of a refusal no more than its beginning is kept")
  func longRefusal() async throws {
    try await LoopbackServer.during { server in
      server.route("/x", LoopbackAnswer(status: 403, body: Data(repeating: 0x61, count: 1 << 20)))
      let reply = try await quickTransport().fetch(request(server.url("/x"))).body()
      #expect(reply.bytes.count == 65_536)
    }
  }

  @Test("where a document is wanted, a refusal stays a failure and an empty success too")
  func document() async throws {
    try await LoopbackServer.during { server in
      server.route("/no", LoopbackAnswer(status: 403, body: Data("no".utf8)))
      server.route("/empty", LoopbackAnswer(status: 200))
      let refused = try await quickTransport().fetch(request(server.url("/no"), wanted: .page)).failure
      #expect(refused == .status(403, retryAfter: nil))
      let empty = try await quickTransport().fetch(request(server.url("/empty"), wanted: .page)).failure
      #expect(empty == .empty)
    }
  }

  @Test(
    "after 301, 302 and 303 the new address is asked by GET without the body", arguments: [301, 302, 303])
  func toGet(status: Int) async throws {
    try await LoopbackServer.during { server in
      server.route("/a", .redirect(status, to: "/b"))
      server.route("/b", .text("here"))
      _ = try await quickTransport().fetch(request(server.url("/a"))).body()
      let seen = try #require(server.log.last)
      #expect(seen.path == "/b")
      #expect(seen.method == "GET")
      #expect(seen.body.isEmpty)
      #expect(seen.headers["content-type"] == nil)
    }
  }

  @Test("307 and 308 send the body again to the same server, and to no other", arguments: [307, 308])
  func again(status: Int) async throws {
    try await LoopbackServer.during { server in
      try await LoopbackServer.during(on: "127.0.0.2") { other in
        server.route("/a", .redirect(status, to: "/b"))
        server.route("/b", .text("here"))
        server.route("/away", .redirect(status, to: other.url("/b")))
        _ = try await quickTransport().fetch(request(server.url("/a"))).body()
        #expect(server.log.last?.method == "POST")
        #expect(server.log.last?.body == Data("i=1&a=read".utf8))
        let failure = try await quickTransport().fetch(request(server.url("/away"))).failure
        #expect(failure == .forbiddenRedirect(other.url("/b")))
        #expect(other.hits() == 0)
      }
    }
  }

  @Test("a request's own fields go to the server that was asked, not where it sends us")
  func fields() async throws {
    try await LoopbackServer.during { server in
      try await LoopbackServer.during(on: "127.0.0.2") { other in
        server.route("/a", .redirect(302, to: "/b"))
        server.route("/b", .redirect(302, to: other.url("/c")))
        other.route("/c", .text("here"))
        let fields = [
          HeadField("Authorization", "GoogleLogin auth=me/1"), HeadField("Accept", "application/json"),
        ]
        let request = FetchRequest(address: try address(server.url("/a")), fields: fields)
        _ = try await quickTransport().fetch(request).body()
        #expect(
          server.log.map { $0.headers["authorization"] }
            == Array(repeating: "GoogleLogin auth=me/1", count: 2))
        #expect(server.log.allSatisfy { $0.headers["accept"] == "application/json" })
        #expect(other.log.last?.headers["authorization"] == nil)
        #expect(other.log.last?.headers["accept"]?.hasPrefix("text/html") == true)
      }
    }
  }

  @Test("a field that could be taken for two is not sent")
  func injected() async throws {
    try await LoopbackServer.during { server in
      server.route("/a", .text("here"))
      let fields = [HeadField("X-One", "1\r\nX-Two: 2"), HeadField("X Three", "3"), HeadField("X-Four", "")]
      _ = try await quickTransport().fetch(
        FetchRequest(address: try address(server.url("/a")), fields: fields)
      ).body()
      let seen = try #require(server.log.last?.headers)
      #expect(seen["x-one"] == nil)
      #expect(seen["x-two"] == nil)
      #expect(seen["x-four"] == "")
    }
  }

  @Test("a file takes nothing in")
  func file() async throws {
    let request = FetchRequest(
      address: try address("file:///etc/hostname"), method: .post(type: "text/plain", body: Data()))
    #expect(await FileTransport().fetch(request).failure == .badScheme)
  }
}
