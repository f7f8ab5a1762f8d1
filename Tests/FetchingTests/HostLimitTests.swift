import Fetching
import Foundation
import NewsModel
import Synchronization
import TestSupport
import Testing

@Suite("Limits on the wire")
struct HostLimitTests {
  @Test("a server never sees more than two requests of ours at once")
  func twoAtOnce() async throws {
    try await LoopbackServer.during { server in
      // Each request waits until its partner is there too: with fewer than two at once this would not end.
      let pairs = Pairs()
      server.fallback { _ in
        pairs.meet()
        return .text("x")
      }
      let transport = quickTransport()
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<20 {
          guard let address = WebAddress(server.url("/\(number)")) else { continue }
          group.addTask { _ = await transport.fetch(FetchRequest(address: address)) }
        }
      }
      #expect(server.hits() == 20)
      #expect(server.mostAtOnce == 2)
    }
  }

  @Test("two requests to a host start no closer than the gap")
  func gap() async throws {
    try await LoopbackServer.during { server in
      server.fallback { _ in .text("x") }
      let gap = Duration.milliseconds(30)
      let transport = quickTransport { $0.gap = gap }
      let start = ContinuousClock.now
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<5 {
          guard let address = WebAddress(server.url("/\(number)")) else { continue }
          group.addTask { _ = await transport.fetch(FetchRequest(address: address)) }
        }
      }
      // The last of five starts four gaps after the first at the earliest.
      #expect(start.duration(to: .now) >= gap * 4)
      #expect(server.hits() == 5)
    }
  }

  @Test(
    "no more run for a refresh than are allowed, over many hosts, and somebody who waits is served beside them"
  )
  func inAll() async throws {
    // One server that is reached under many addresses: to the client, as many hosts.
    try await LoopbackServer.during(on: "0.0.0.0") { server in
      server.fallback { _ in LoopbackAnswer(fault: .mute) }
      server.route("/reader", .text("x"))
      let transport = quickTransport { $0.maximumTransfers = 16 }
      let addresses = try (0..<18).map { number in
        try address("http://127.0.1.\(1 + number / 2):\(server.port)/refresh\(number)")
      }
      let refreshing = addresses.map { address in
        Task { await transport.fetch(FetchRequest(address: address)) }
      }
      await server.hits(reach: 14)
      let reader = FetchRequest(
        address: try address("http://127.0.1.10:\(server.port)/reader"), priority: .reader)
      _ = try await transport.fetch(reader).body()
      #expect(server.hits() == 15)
      transport.shutDown()
      for task in refreshing { #expect(await task.value.failure == .cancelled) }
    }
  }
}

/// Lets threads go in pairs.
private final class Pairs: Sendable {
  private let door = NSCondition()
  private let arrived = Mutex(0)

  func meet() {
    door.lock()
    let mine = arrived.withLock { count in
      count += 1
      return count
    }
    door.broadcast()
    while arrived.withLock({ $0 }) < (mine + 1) / 2 * 2 { door.wait() }
    door.unlock()
  }
}
