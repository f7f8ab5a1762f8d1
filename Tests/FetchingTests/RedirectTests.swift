import Fetching
import Foundation
import NewsModel
import TestSupport
import Testing

@Suite("Redirects")
struct RedirectTests {
  private func fetch(_ path: String, on server: LoopbackServer) async throws -> FetchOutcome {
    await quickTransport().fetch(FetchRequest(address: try address(server.url(path))))
  }

  @Test(
    "a chain of permanent redirects gives the new address, up to the first that is not",
    arguments: [301, 308])
  func permanent(status: Int) async throws {
    try await LoopbackServer.during { server in
      server.route("/a", .redirect(status, to: "/b"))
      server.route("/b", .redirect(301, to: "c?d=1"))
      server.route("/c", .redirect(302, to: server.url("/e")))
      server.route("/e", .redirect(301, to: "/f"))
      server.route("/f", .text("here"))
      let body = try await fetch("/a", on: server).body()
      #expect(body.address.text == server.url("/f"))
      #expect(body.permanentAddress?.text == server.url("/c?d=1"))
    }
  }

  @Test("temporary redirects change nothing for the next time", arguments: [302, 303, 307])
  func temporary(status: Int) async throws {
    try await LoopbackServer.during { server in
      server.route("/a", .redirect(status, to: "/b"))
      server.route("/b", .text("here"))
      let body = try await fetch("/a", on: server).body()
      #expect(body.address.text == server.url("/b"))
      #expect(body.permanentAddress == nil)
    }
  }

  @Test("a permanent redirect to an answer that has not changed is remembered too")
  func permanentToUnchanged() async throws {
    try await LoopbackServer.during { server in
      server.route("/a", .redirect(301, to: "/b"))
      server.route("/b", .text("x", etag: "\"1\""))
      let request = FetchRequest(
        address: try address(server.url("/a")), validators: Validators(etag: "\"1\""))
      let unchanged = try await quickTransport().fetch(request).unchanged()
      #expect(unchanged.permanentAddress?.text == server.url("/b"))
    }
  }

  @Test("a loop ends after ten redirects, a chain of ten arrives")
  func loop() async throws {
    try await LoopbackServer.during { server in
      server.route("/loop", .redirect(302, to: "/loop"))
      let failure = try await fetch("/loop", on: server).failure
      #expect(failure == .tooManyRedirects)
      #expect(server.hits("/loop") == 11)
      for step in 0..<10 { server.route("/\(step)", .redirect(302, to: "/\(step + 1)")) }
      server.route("/10", .text("here"))
      _ = try await fetch("/0", on: server).body()
    }
  }

  @Test(
    "a redirect to another scheme is refused",
    arguments: [
      "file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "javascript:alert(1)", "http://",
    ])
  func otherScheme(target: String) async throws {
    try await LoopbackServer.during { server in
      server.route("/", .redirect(302, to: target))
      let failure = try await fetch("/", on: server).failure
      #expect(failure == .forbiddenRedirect(target))
    }
  }

  @Test("a redirect without a target is the status that it is")
  func noTarget() async throws {
    try await LoopbackServer.during { server in
      server.route("/", LoopbackAnswer(status: 302))
      let failure = try await fetch("/", on: server).failure
      #expect(failure == .status(302, retryAfter: nil))
    }
  }

  @Test("spaces, letters of any script and dots in a target are understood")
  func crookedTargets() async throws {
    try await LoopbackServer.during { server in
      server.fallback { .text($0.target) }
      server.route("/x/space", .redirect(302, to: "two words?q=a b"))
      server.route("/x/cyrillic", .redirect(302, to: "../новость"))
      server.route("/x/scheme", .redirect(302, to: "//\(server.host):\(server.port)/y"))
      let expected = [
        "/x/space": "/x/two%20words?q=a+b", "/x/cyrillic": "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C",
        "/x/scheme": "/y",
      ]
      for (path, target) in expected {
        let body = try await fetch(path, on: server).body()
        #expect(String(decoding: body.bytes, as: UTF8.self).lowercased() == target.lowercased())
        #expect(body.address.text.lowercased() == server.url(target).lowercased())
      }
    }
  }

  @Test("the body of a redirect is not read to its end")
  func endlessRedirect() async throws {
    try await LoopbackServer.during { server in
      var endless = LoopbackAnswer.redirect(302, to: "/b")
      endless.body = Data(repeating: 0x41, count: 65_536)
      endless.fault = .endless
      server.route("/a", endless)
      server.route("/b", .text("here"))
      let body = try await fetch("/a", on: server).body()
      #expect(body.bytes == Data("here".utf8))
    }
  }

  @Test("a cookie that a redirect sets is given back within the fetch and forgotten after it")
  func cookies() async throws {
    try await LoopbackServer.during { server in
      server.route("/") { request in
        if request.headers["cookie"] == "seen=1" { return .text("here") }
        return LoopbackAnswer(status: 302, headers: [("Location", "/"), ("Set-Cookie", "seen=1")])
      }
      let transport = quickTransport()
      for _ in 0..<2 {
        _ = try await transport.fetch(FetchRequest(address: address(server.url()))).body()
      }
      #expect(server.hits("/") == 4)
    }
  }
}
