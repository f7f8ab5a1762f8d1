import Foundation
import Glibc

/// One visitor's connection, and the door's opening.
struct LoopbackSocket {
  /// Why there is no server.
  struct Failure: Error {
    let step: String
    let code: Int32
  }

  private static let longestHead = 64 * 1024
  private static let longestBody = 16 * 1024 * 1024

  private let descriptor: Int32

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// A listening socket on a free port of an IPv4 address.
  static func listen(on host: String) throws -> (door: Int32, port: UInt16) {
    let door = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard door >= 0 else { throw Failure(step: "socket", code: errno) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
      throw Failure(step: "address", code: EINVAL)
    }
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutableBytes(of: &address) { bytes in
      let pointer = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
      guard bind(door, pointer, length) == 0, Glibc.listen(door, 512) == 0 else { return errno }
      return getsockname(door, pointer, &length) == 0 ? 0 : errno
    }
    guard result == 0 else {
      close(door)
      throw Failure(step: "bind", code: result)
    }
    return (door, UInt16(bigEndian: address.sin_port))
  }

  /// The next request, its body whole; `nil` when the visitor has gone or talks nonsense.
  func readRequest() -> LoopbackRequest? {
    var head: [UInt8] = []
    var byte: UInt8 = 0
    while head.count < Self.longestHead, !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = recv(descriptor, &byte, 1, 0)
      if count < 0, errno == EINTR { continue }
      // Who begins with anything but a letter, as TLS does, is no visitor for HTTP.
      guard count == 1, !head.isEmpty || (0x41...0x5A).contains(byte) else { return nil }
      head.append(byte)
    }
    guard var request = LoopbackRequest(head: String(decoding: head, as: UTF8.self)) else { return nil }
    if let length = request.headers["content-length"].flatMap({ Int($0) }), length <= Self.longestBody {
      guard let body = read(length) else { return nil }
      request.body = body
    }
    return request
  }

  private func read(_ length: Int) -> Data? {
    var body = Data()
    var piece = [UInt8](repeating: 0, count: 65_536)
    while body.count < length {
      let count = recv(descriptor, &piece, min(piece.count, length - body.count), 0)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      body += piece[..<count]
    }
    return body
  }

  /// Sends an answer with its fault.
  /// - Returns: whether the connection can take another request.
  func send(_ answer: LoopbackAnswer, isHead: Bool, isStopped: () -> Bool) -> Bool {
    let body = isHead ? Data() : answer.body
    switch answer.fault {
    case nil:
      return send(answer.head + body)
    case .reset(let count):
      if send(answer.head + body.prefix(count)) { reset() }
    case .close(let count):
      _ = send(answer.head + body.prefix(count))
    case .endless:
      if send(answer.head) { while !body.isEmpty, send(body) {} }
    case .slowHead(let pause):
      for byte in answer.head where !waitForEnd(pause) && !isStopped() { _ = send(Data([byte])) }
    case .silence(let count):
      if send(answer.head + body.prefix(count)) { _ = waitForEnd(nil) }
    case .mute:
      _ = waitForEnd(nil)
    case .noHead:
      _ = send(body)
    }
    return false
  }

  private func send(_ data: Data) -> Bool {
    data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> Bool in
      var sent = 0
      while sent < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
        let count = Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }

  /// Makes the closing of the connection a reset (RST) instead of an end (FIN).
  private func reset() {
    var now = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
  }

  /// Waits until the visitor goes, or for so long.
  /// - Returns: whether the visitor has gone.
  private func waitForEnd(_ longest: Duration?) -> Bool {
    let limit = longest.map { Int32($0 / .milliseconds(1)) } ?? -1
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, limit) > 0 else { return false }
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, Int32(MSG_PEEK)) <= 0
  }
}
