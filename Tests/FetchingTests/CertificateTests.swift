import Fetching
import Foundation
import NewsModel
import TestSupport
import Testing

@Suite("Fetching over HTTPS")
struct CertificateTests {
  /// An authority and a server for as long as some work takes.
  private func withServer<Result>(
    _ certificate: LoopbackTLSServer.Certificate,
    _ service: (URL) -> LoopbackTLSServer.Service = { _ in .page },
    _ work: (LoopbackTLSServer, LoopbackAuthority) async throws -> Result
  ) async throws -> Result {
    let authority = try LoopbackAuthority()
    defer { authority.remove() }
    let server = try LoopbackTLSServer(certificate, service(authority.folder), by: authority)
    defer { server.stop() }
    return try await work(server, authority)
  }

  private func trusting(_ authority: LoopbackAuthority) -> CurlTransport {
    quickTransport { $0.hosts["127.0.0.1"] = .init(extraRoots: authority.root.path) }
  }

  @Test("a certificate of a root that was added for its host is accepted")
  func extraRoot() async throws {
    try await withServer(.proper) { server, authority in
      let request = FetchRequest(address: try address(server.url()))
      let body = try await trusting(authority).fetch(request).body()
      #expect(String(decoding: body.bytes, as: UTF8.self).contains("TLSv1.3"))
    }
  }

  @Test("a certificate of an unknown root is refused, and its signer named")
  func unknownRoot() async throws {
    try await withServer(.proper) { server, _ in
      let request = FetchRequest(address: try address(server.url()))
      let failure = await quickTransport().fetch(request).failure
      #expect(failure == .certificate(.unknownRoot(issuer: LoopbackAuthority.name)))
    }
  }

  @Test("an added root counts for its own host only")
  func rootOfAnotherHost() async throws {
    try await withServer(.proper) { server, authority in
      let transport = quickTransport {
        $0.hosts["elsewhere.example"] = .init(extraRoots: authority.root.path)
      }
      let failure = await transport.fetch(FetchRequest(address: try address(server.url()))).failure
      #expect(failure == .certificate(.unknownRoot(issuer: LoopbackAuthority.name)))
    }
  }

  @Test("expired, self-signed and wrong names are told apart, even under a trusted root")
  func faults() async throws {
    let expected: [(certificate: LoopbackTLSServer.Certificate, fault: FetchFailure.CertificateFault)] = [
      (.expired, .expired), (.selfSigned, .selfSigned), (.wrongHost, .wrongHost),
    ]
    for (certificate, fault) in expected {
      try await withServer(certificate) { server, authority in
        let request = FetchRequest(address: try address(server.url()))
        let failure = await trusting(authority).fetch(request).failure
        #expect(failure == .certificate(fault))
      }
    }
  }

  @Test("a server that speaks no TLS is an encryption failure")
  func noTLS() async throws {
    try await LoopbackServer.during { server in
      server.fallback { _ in .text("x") }
      let request = FetchRequest(address: try address("https://127.0.0.1:\(server.port)/"))
      guard case .encryption = await quickTransport().fetch(request).failure else {
        Issue.record("no encryption failure")
        return
      }
    }
  }

  @Test("a redirect from https to http is followed, without password and without being remembered")
  func downgrade() async throws {
    try await LoopbackServer.during { plain in
      plain.route("/news", .text("here"))
      try await withServer(.proper, { .responses(folder: $0) }) { server, authority in
        let file = authority.folder.appendingPathComponent("old")
        try Data("HTTP/1.0 301 Moved\r\nLocation: \(plain.url("/news"))\r\n\r\n".utf8).write(to: file)
        let netrc = authority.folder.appendingPathComponent("netrc")
        try Data("machine 127.0.0.1 login reader password secret\n".utf8).write(to: netrc)
        let transport = quickTransport {
          $0.hosts["127.0.0.1"] = .init(extraRoots: authority.root.path)
          $0.netrcFile = netrc.path
        }
        let body = try await transport.fetch(FetchRequest(address: address(server.url("/old")))).body()
        #expect(body.address.text == plain.url("/news"))
        #expect(body.permanentAddress == nil)
        #expect(plain.log.count == 1)
        #expect(plain.log.first?.headers["authorization"] == nil)
      }
    }
  }

  @Test("faults of certificates survive being written down")
  func rawValues() {
    let faults: [FetchFailure.CertificateFault] = [
      .expired, .notYetValid, .selfSigned, .unknownRoot(issuer: nil), .unknownRoot(issuer: "A: B"),
      .wrongHost,
      .revoked, .other,
    ]
    for fault in faults { #expect(FetchFailure.CertificateFault(rawValue: fault.rawValue) == fault) }
    #expect(FetchFailure.CertificateFault(rawValue: "nonsense") == nil)
  }
}
