import Foundation
import Glibc
import Synchronization

/// Servers on this machine that behave as far ones: each address of 127.1.0.0/16 is a host with one feed, which answers
/// after a while, fails, or never answers. One thread serves them all.
final class FarServers: Sendable {
  /// How the hosts behave.
  struct Manners: Sendable {
    var hosts = 500
    /// From a request's last byte to the answer's first.
    var latency = Duration.milliseconds(400)
    /// Per cent of the hosts that take a request and say nothing.
    var hanging = 0
    /// Per cent of the hosts that answer 503.
    var failing = 0
    /// News in each feed.
    var items = 20
  }

  /// What the servers saw since the last look.
  struct Count: Sendable {
    var requests = 0
    var unchanged = 0
    /// The most requests of one host that were under way at a time.
    var mostPerHost = 0
    /// The most of all hosts.
    var most = 0
  }

  let port: UInt16
  let manners: Manners
  private let door: Int32
  private let state = Mutex(Count())
  private let edition = Atomic(1)

  /// Opens the door; `serve` has to be run on a thread.
  init?(_ manners: Manners) {
    self.manners = manners
    let door = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    self.door = door
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = INADDR_ANY
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(door, pointer, length) == 0 && listen(door, 4096) == 0
          && getsockname(door, pointer, &length) == 0
      }
    }
    guard isOpen else { return nil }
    port = UInt16(bigEndian: address.sin_port)
  }

  /// The feeds' addresses, one a host.
  var feeds: [String] { (0..<manners.hosts).map { "http://\(Self.host($0)):\(port)/feed.xml" } }

  /// How many feeds answer well.
  var answering: Int { (0..<manners.hosts).filter { !isHanging($0) && !isFailing($0) }.count }

  /// Every feed has other news from now on.
  func changeAll() { edition.add(1, ordering: .relaxed) }

  /// What was seen since the last call.
  func takeCount() -> Count {
    state.withLock { count in
      defer { count = Count() }
      return count
    }
  }

  private static func host(_ index: Int) -> String { "127.1.\(index / 250).\(index % 250 + 1)" }

  /// Hanging and failing ones are spread evenly among the others.
  private func isHanging(_ index: Int) -> Bool {
    index * manners.hanging / 100 != (index + 1) * manners.hanging / 100
  }
  private func isFailing(_ index: Int) -> Bool {
    !isHanging(index) && index * manners.failing / 100 != (index + 1) * manners.failing / 100
  }
}

extension FarServers {
  /// A visitor's connection.
  private struct Visit {
    var host: Int
    var received: [UInt8] = []
  }

  /// An answer on its way.
  private struct Due {
    let time: ContinuousClock.Instant
    let visitor: Int32
    let host: Int
    let tag: String
  }

  /// Answers for ever.
  func serve() {
    var visits: [Int32: Visit] = [:]
    var due: [Due] = []
    var underWay: [Int: Int] = [:]
    while true {
      var looked = [pollfd(fd: door, events: Int16(POLLIN), revents: 0)]
      looked += visits.keys.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let wait = due.first.map { ContinuousClock.now.duration(to: $0.time) / .milliseconds(1) + 1 }
      poll(&looked, nfds_t(looked.count), wait.map { Int32(max(0, $0)) } ?? -1)
      for visitor in looked where visitor.revents != 0 {
        if visitor.fd == door {
          welcome(&visits)
        } else if !read(visitor.fd, &visits, note: { due.append($0) }, &underWay) {
          visits[visitor.fd] = nil
          close(visitor.fd)
        }
      }
      let now = ContinuousClock.now
      let late = due.prefix { $0.time <= now }
      for entry in late {
        underWay[entry.host, default: 1] -= 1
        if visits[entry.visitor] != nil { send(answer(of: entry.host, tag: entry.tag), to: entry.visitor) }
      }
      due.removeFirst(late.count)
    }
  }

  /// - Returns: whether the visitor is still there.
  private func read(
    _ visitor: Int32, _ visits: inout [Int32: Visit], note: (Due) -> Void, _ underWay: inout [Int: Int]
  ) -> Bool {
    guard var visit = visits[visitor] else { return false }
    defer { visits[visitor] = visit }
    switch receive(visitor, &visit) {
    case .gone: return false
    case .part: return true
    case .whole(let tag):
      underWay[visit.host, default: 0] += 1
      state.withLock { count in
        count.requests += 1
        count.mostPerHost = max(count.mostPerHost, underWay[visit.host, default: 0])
        count.most = max(count.most, underWay.values.reduce(0, +))
      }
      if !isHanging(visit.host) {
        note(Due(time: .now + manners.latency, visitor: visitor, host: visit.host, tag: tag))
      }
      return true
    }
  }

  private func welcome(_ visits: inout [Int32: Visit]) {
    while true {
      let visitor = accept(door, nil, nil)
      guard visitor >= 0 else { return }
      var address = sockaddr_in()
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(visitor, $0, &length) }
      }
      let number = UInt32(bigEndian: address.sin_addr.s_addr)
      // Nobody from elsewhere is served.
      guard number >> 24 == 127 else {
        close(visitor)
        continue
      }
      visits[visitor] = Visit(host: Int(number >> 8 & 0xFF) * 250 + Int(number & 0xFF) - 1)
    }
  }

  /// What came of a visitor.
  private enum Received {
    case gone
    case part
    /// A request, with the tag that it asks by.
    case whole(String)
  }

  private func receive(_ visitor: Int32, _ visit: inout Visit) -> Received {
    var buffer = [UInt8](repeating: 0, count: 8_192)
    let count = recv(visitor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
    guard count > 0 else { return .gone }
    visit.received += buffer[..<count]
    guard visit.received.suffix(4).elementsEqual("\r\n\r\n".utf8) else { return .part }
    let head = String(decoding: visit.received, as: UTF8.self)
    visit.received = []
    let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("if-none-match:") }
    return .whole(
      line.map { $0.dropFirst("if-none-match:".count).trimmingCharacters(in: .whitespaces) } ?? "")
  }

  private func answer(of host: Int, tag: String) -> [UInt8] {
    if isFailing(host) { return Array("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n".utf8) }
    let edition = edition.load(ordering: .relaxed)
    let own = "\"\(edition)\""
    if tag == own {
      state.withLock { $0.unchanged += 1 }
      return Array("HTTP/1.1 304 Same\r\nETag: \(own)\r\n\r\n".utf8)
    }
    let body = feed(of: host, edition: edition)
    let head =
      "HTTP/1.1 200 Fine\r\nETag: \(own)\r\nContent-Type: application/rss+xml\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
    return Array((head + body).utf8)
  }

  private func feed(of host: Int, edition: Int) -> String {
    let site = "http://\(Self.host(host)):\(port)"
    var feed = "<rss version=\"2.0\"><channel><title>Листок \(host)</title><link>\(site)/</link>"
    for item in 0..<manners.items {
      let number = (edition * manners.hosts + host) * manners.items + item
      feed += """
        <item><title>Новость \(number) о мосте через реку</title><link>\(site)/n/\(number)</link>
        <pubDate>Tue, \(10 + item % 15) Nov 2026 \(10 + item % 12):\(10 + number % 49):00 +0300</pubDate>
        <description>Сегодня утром в посёлке номер \(number) открыли мост, которого ждали много лет. Строители \
        закончили работу раньше срока и разобрали временную переправу.</description></item>

        """
    }
    return feed + "</channel></rss>"
  }

  /// Answers are smaller than what a socket takes at once.
  private func send(_ bytes: [UInt8], to visitor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(visitor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
