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

  @Test("no more than sixteen run in all, over many hosts, fourteen of them for a refresh")
  func sixteenInAll() async throws {
    let servers = try (1...9).map { try LoopbackServer(host: "127.0.1.\($0)") }
    defer { for server in servers { server.stop() } }
    for server in servers { server.fallback { _ in LoopbackAnswer(fault: .mute) } }
    let transport = quickTransport()
    let refreshing = try servers.flatMap { server in
      try (0..<2).map { try address(server.url("/refresh\($0)")) }
    }.map { address in Task { await transport.fetch(FetchRequest(address: address)) } }
    let spare = try LoopbackServer(host: "127.0.1.10")
    defer { spare.stop() }
    spare.fallback { _ in .text("x") }
    // Somebody who waits is served although all places of the refresh are taken.
    let outcome = await transport.fetch(
      FetchRequest(address: try address(spare.url()), priority: .reader))
    #expect(outcome.failure == nil)
    for (server, count) in zip(servers, [2, 2, 2, 2, 2, 2, 2]) { await server.hits(reach: count) }
    #expect(servers.map { $0.hits() }.reduce(0, +) == 14)
    transport.shutDown()
    for task in refreshing { #expect(await task.value.failure == .cancelled) }
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
