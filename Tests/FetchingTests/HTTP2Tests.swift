import Fetching
import Foundation
import NewsModel
import TestSupport
import Testing

@Suite("HTTP/2")
struct HTTP2Tests {
  @Test("a server that offers HTTP/2 is answered in it")
  func oneAnswer() async throws {
    let authority = try LoopbackAuthority()
    defer { authority.remove() }
    let server = try LoopbackTLSServer(.proper, .bareHTTP2, by: authority)
    defer { server.stop() }
    let serving = Thread { try? HTTP2Visit(server: server).answer("по второму") }
    serving.start()
    let transport = quickTransport { $0.hosts["127.0.0.1"] = .init(extraRoots: authority.root.path) }
    let body = try await transport.fetch(FetchRequest(address: address(server.url()))).body()
    #expect(String(decoding: body.bytes, as: UTF8.self) == "по второму")
    #expect(body.contentType == "text/plain")
  }
}

/// The server's side of one HTTP/2 connection (RFC 9113), as little of it as an answer takes.
private struct HTTP2Visit {
  private enum FrameType: UInt8 {
    case data = 0
    case headers = 1
    case settings = 4
  }

  let server: LoopbackTLSServer

  /// Reads up to the first request and answers it.
  func answer(_ text: String) throws {
    let preface = Data("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
    var received = Data()
    func receive() -> Bool {
      let piece = server.read()
      received += piece
      return !piece.isEmpty
    }
    while received.range(of: preface) == nil { guard receive() else { return } }
    try server.write(frame(.settings, stream: 0, payload: []))
    received = received.range(of: preface).map { Data(received[$0.upperBound...]) } ?? Data()
    while true {
      while received.count < 9 { guard receive() else { return } }
      let head = [UInt8](received.prefix(9))
      let length = Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])
      while received.count < 9 + length { guard receive() else { return } }
      received = Data(received.dropFirst(9 + length))
      switch FrameType(rawValue: head[3]) {
      case .settings where head[4] & 1 == 0:
        try server.write(frame(.settings, flags: 1, stream: 0, payload: []))
      case .headers:
        // HPACK (RFC 7541): ":status: 200" is entry 8, "content-type" entry 31 with a literal value.
        let type = Array("text/plain".utf8)
        let fields: [UInt8] = [0x88, 0x0F, 0x10, UInt8(type.count)] + type
        try server.write(frame(.headers, flags: 4, stream: head[8], payload: fields))
        try server.write(frame(.data, flags: 1, stream: head[8], payload: Array(text.utf8)))
      default: break
      }
    }
  }

  private func frame(_ type: FrameType, flags: UInt8 = 0, stream: UInt8, payload: [UInt8]) -> Data {
    Data(
      [0, UInt8(payload.count >> 8), UInt8(payload.count & 255), type.rawValue, flags, 0, 0, 0, stream]
        + payload)
  }
}
