import Fetching
import Foundation
import NewsModel
import TestSupport
import Testing

/// A transport without gaps, whose patience ends where a test says, however busy the machine is.
func quickTransport(_ change: (inout FetchConfiguration) -> Void = { _ in }) -> CurlTransport {
  var configuration = FetchConfiguration(version: "1.0", contact: "https://example.org/vestnik")
  configuration.gap = .zero
  configuration.connectTimeout = .seconds(3_600)
  configuration.idleTimeout = .seconds(3_600)
  configuration.totalTimeout = .seconds(3_600)
  change(&configuration)
  return CurlTransport(configuration: configuration)
}

/// The address of a path on a test server.
func address(_ text: String) throws -> WebAddress { try #require(WebAddress(text)) }

extension FetchOutcome {
  /// The body, or a failed test.
  func body() throws -> FetchedBody {
    guard case .fetched(let body) = self else { throw Unexpected(outcome: self) }
    return body
  }

  /// What a 304 said, or a failed test.
  func unchanged() throws -> UnchangedBody {
    guard case .notModified(let unchanged) = self else { throw Unexpected(outcome: self) }
    return unchanged
  }

  /// Thrown where another outcome was expected.
  struct Unexpected: Error {
    let outcome: FetchOutcome
  }
}

@Suite("Fetching over HTTP")
struct CurlTransportTests {
  @Test("a body comes whole, with its type, validators, times and sizes")
  func wholeBody() async throws {
    try await LoopbackServer.during { server in
      var answer = LoopbackAnswer.text(
        "<rss/>", type: "text/xml; charset=windows-1251", etag: "\"a1\"",
        lastModified: "Tue, 20 Jan 2026 10:00:00 GMT")
      answer.headers.append(("Cache-Control", "public, max-age=600"))
      answer.headers.append(("Age", "100"))
      server.route("/feed", answer)
      let body = try await quickTransport().fetch(FetchRequest(address: address(server.url("/feed?x=1"))))
        .body()
      #expect(body.bytes == Data("<rss/>".utf8))
      #expect(body.address.text == server.url("/feed?x=1"))
      #expect(body.permanentAddress == nil)
      #expect(body.contentType == "text/xml; charset=windows-1251")
      #expect(body.validators == Validators(etag: "\"a1\"", lastModified: "Tue, 20 Jan 2026 10:00:00 GMT"))
      #expect(body.maxAge == .seconds(500))
      #expect(body.wireBytes > 100)
      #expect(body.elapsed > .zero)
    }
  }

  @Test("the program says who it is, and unpacks what it is sent")
  func userAgent() async throws {
    try await LoopbackServer.during { server in
      server.route("/", .text("x"))
      _ = try await quickTransport().fetch(FetchRequest(address: address(server.url()))).body()
      let headers = try #require(server.log.first).headers
      #expect(headers["user-agent"] == "Vestnik/1.0 (+https://example.org/vestnik)")
      let encodings = headers["accept-encoding"] ?? ""
      for name in ["gzip", "br", "zstd"] { #expect(encodings.contains(name)) }
    }
  }

  @Test("gzip, Brotli and Zstandard are unpacked", arguments: ["gzip", "br", "zstd"])
  func compressed(encoding: String) async throws {
    let text = "Вестник: заголовок дня"
    let packed =
      switch encoding {
      case "gzip": LoopbackCompression.gzip(text)
      case "br": LoopbackCompression.brotli(text)
      default: LoopbackCompression.zstandard(text)
      }
    try await LoopbackServer.during { server in
      server.route("/", LoopbackAnswer(headers: [("Content-Encoding", encoding)], body: packed))
      let body = try await quickTransport().fetch(FetchRequest(address: address(server.url()))).body()
      #expect(String(decoding: body.bytes, as: UTF8.self) == text)
    }
  }

  @Test("validators lead to a 304 and no body")
  func conditional() async throws {
    try await LoopbackServer.during { server in
      server.route("/tag", .text("x", etag: "\"v1\""))
      server.route("/date", .text("x", lastModified: "Tue, 20 Jan 2026 10:00:00 GMT"))
      let transport = quickTransport()
      for path in ["/tag", "/date"] {
        let first = try await transport.fetch(FetchRequest(address: address(server.url(path)))).body()
        let again = FetchRequest(address: try address(server.url(path)), validators: first.validators)
        let second = try await transport.fetch(again).unchanged()
        #expect(second.validators == first.validators)
        #expect(server.hits(path) == 2)
      }
    }
  }

  @Test("a 304 without validators keeps those that were asked with, and unasked it is a failure")
  func bareNotModified() async throws {
    try await LoopbackServer.during { server in
      server.route("/", LoopbackAnswer(status: 304))
      let transport = quickTransport()
      let validators = Validators(etag: "\"mine\"")
      let asked = FetchRequest(address: try address(server.url()), validators: validators)
      #expect(try await transport.fetch(asked).unchanged().validators == validators)
      let unasked = try await transport.fetch(FetchRequest(address: address(server.url())))
      #expect(unasked.failure == .status(304, retryAfter: nil))
    }
  }

  @Test("a validator with a line feed in it is not sent")
  func headerInjection() async throws {
    try await LoopbackServer.during { server in
      server.route("/", .text("x"))
      let validators = Validators(etag: "\"a\"\r\nX-Evil: 1", lastModified: "Tue, 20 Jan 2026 10:00:00 GMT")
      let request = FetchRequest(address: try address(server.url()), validators: validators)
      _ = try await quickTransport().fetch(request).body()
      let headers = try #require(server.log.first).headers
      #expect(headers["x-evil"] == nil && headers["if-none-match"] == nil)
      #expect(headers["if-modified-since"] == "Tue, 20 Jan 2026 10:00:00 GMT")
    }
  }

  @Test("connections are kept and used again; a thousand answers take no thread of the pool")
  func manyInARow() async throws {
    try await LoopbackServer.during { server in
      server.route("/", .text("x", etag: "\"1\""))
      let transport = quickTransport { $0.maximumPerHost = 8 }
      let request = FetchRequest(address: try address(server.url()), validators: Validators(etag: "\"1\""))
      let count = Stress.count(10_000)
      let unchanged = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<count {
          group.addTask { if case .notModified = await transport.fetch(request) { true } else { false } }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(unchanged == count)
      #expect(server.hits("/") == count)
    }
  }

  @Test("the name and password of the netrc file go to their host")
  func netrc() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("netrc-\(UUID().uuidString)")
    try Data("machine 127.0.0.1 login reader password secret\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try await LoopbackServer.during { server in
      server.route("/", .text("x"))
      let transport = quickTransport { $0.netrcFile = file.path }
      _ = try await transport.fetch(FetchRequest(address: address(server.url()))).body()
      let expected = "Basic " + Data("reader:secret".utf8).base64EncodedString()
      #expect(server.log.first?.headers["authorization"] == expected)
    }
  }

  @Test("a proxy that is set for a host is asked for it, and its failure is told from the site's")
  func proxyForOneHost() async throws {
    try await LoopbackServer.during { proxy in
      proxy.fallback { .text("for \($0.target)") }
      let transport = quickTransport {
        $0.hosts["news.example"] = .init(proxy: proxy.url())
        $0.hosts["other.example"] = .init(proxy: "http://proxy.invalid:1")
      }
      let body = try await transport.fetch(FetchRequest(address: address("http://news.example/a"))).body()
      #expect(String(decoding: body.bytes, as: UTF8.self) == "for http://news.example/a")
      let failure = try await transport.fetch(FetchRequest(address: address("http://other.example/a")))
        .failure
      guard case .proxy = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
    }
  }

  @Test(
    "a host in letters of any script is asked for in the name system's own",
    arguments: [
      ("президент.рф", "xn--d1abbgf6aiiy.xn--p1ai"), ("ПРЕЗИДЕНТ.РФ", "xn--d1abbgf6aiiy.xn--p1ai"),
      ("www.й-и\u{306}.example", "www.xn----qtbb.example"), ("қазақ.example", "xn--80aau21bd.example"),
      ("почемужеонинеговорятпорусски.example", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l.example"),
      ("bücher.example", "xn--bcher-kva.example"), ("plain.example", "plain.example"),
    ])
  func internationalHost(name: String, expected: String) async throws {
    try await LoopbackServer.during { proxy in
      proxy.fallback { .text("for \($0.target)") }
      let request = FetchRequest(address: try address("http://\(name)/"))
      let transport = quickTransport { $0.hosts[request.address.host] = .init(proxy: proxy.url()) }
      let body = try await transport.fetch(request).body()
      #expect(String(decoding: body.bytes, as: UTF8.self) == "for http://\(expected)/")
    }
  }

  @Test("a label that is too long for the name system is an unknown host")
  func tooLongHost() async throws {
    let name = String(repeating: "щ", count: 64) + ".example"
    let failure = await quickTransport().fetch(FetchRequest(address: try address("http://\(name)/"))).failure
    #expect(failure == .unknownHost(name))
  }

  @Test("letters beyond ASCII are sent percent-encoded, a fragment is not sent")
  func wireForm() async throws {
    try await LoopbackServer.during { server in
      server.fallback { _ in .text("x") }
      let request = FetchRequest(address: try address(server.url("/новости/?q=ё#top")))
      let body = try await quickTransport().fetch(request).body()
      #expect(server.log.first?.target == "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/?q=%D1%91")
      #expect(body.address == request.address)
    }
  }
}
