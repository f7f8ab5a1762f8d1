import Fetching
import Foundation
import NewsModel
import TestSupport
import Testing

@Suite("Cancelling and closing")
struct CancellationTests {
  @Test("a fetch under way is cancelled with its task, and its place is free again")
  func underWay() async throws {
    try await LoopbackServer.during { server in
      server.route("/mute", LoopbackAnswer(fault: .mute))
      server.route("/", .text("x"))
      let transport = quickTransport { $0.maximumPerHost = 1 }
      let request = FetchRequest(address: try address(server.url("/mute")))
      let task = Task { await transport.fetch(request) }
      await server.hits("/mute", reach: 1)
      task.cancel()
      #expect(await task.value.failure == .cancelled)
      _ = try await transport.fetch(FetchRequest(address: address(server.url()))).body()
    }
  }

  @Test("a fetch that waits for its turn is cancelled without reaching the server")
  func waiting() async throws {
    try await LoopbackServer.during { server in
      server.route("/mute", LoopbackAnswer(fault: .mute))
      let transport = quickTransport { $0.maximumPerHost = 1 }
      let first = FetchRequest(address: try address(server.url("/mute")))
      let second = FetchRequest(address: try address(server.url("/second")))
      let running = Task { await transport.fetch(first) }
      await server.hits("/mute", reach: 1)
      let waiting = Task { await transport.fetch(second) }
      waiting.cancel()
      #expect(await waiting.value.failure == .cancelled)
      running.cancel()
      #expect(await running.value.failure == .cancelled)
      #expect(server.hits("/second") == 0)
    }
  }

  @Test("a task that is cancelled already fetches nothing")
  func before() async throws {
    try await LoopbackServer.during { server in
      let transport = quickTransport()
      let request = FetchRequest(address: try address(server.url()))
      let outcome = await withTaskGroup(of: FetchOutcome.self) { group in
        group.cancelAll()
        group.addTask { await transport.fetch(request) }
        return await group.next()
      }
      #expect(outcome?.failure == .cancelled)
      #expect(server.hits() == 0)
    }
  }

  @Test("shutting down ends what is under way and refuses what comes after")
  func shutDown() async throws {
    try await LoopbackServer.during { server in
      server.fallback { _ in LoopbackAnswer(fault: .mute) }
      let transport = quickTransport()
      let tasks = (0..<5).map { number in
        Task { await transport.fetch(FetchRequest(address: try address(server.url("/\(number)")))) }
      }
      await server.hits(reach: 2)
      transport.shutDown()
      for task in tasks { #expect(try await task.value.failure == .cancelled) }
      let late = FetchRequest(address: try address(server.url("/late")))
      #expect(await transport.fetch(late).failure == .cancelled)
      #expect(server.hits("/late") == 0)
    }
  }

  @Test("tasks cancelled at seeded moments all end, and none is left behind")
  func storm() async throws {
    try await LoopbackServer.during { server in
      server.fallback { .text($0.target) }
      let transport = quickTransport { $0.maximumPerHost = 8 }
      let cancelledShare = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<Stress.count(20_000) {
          guard let address = WebAddress(server.url("/\(number)")) else { continue }
          group.addTask {
            var generator = SeededGenerator(seed: UInt64(number))
            let task = Task { await transport.fetch(FetchRequest(address: address)) }
            for _ in 0..<Int.random(in: 0..<20, using: &generator) { await Task.yield() }
            if number.isMultiple(of: 2) { task.cancel() }
            return await task.value.failure == .cancelled
          }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(cancelledShare <= Stress.count(20_000) / 2)
      _ = try await transport.fetch(FetchRequest(address: address(server.url("/end")))).body()
    }
  }
}
