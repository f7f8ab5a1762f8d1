import Fetching
import Foundation

/// Threads of its own for a refresh: the cooperative pool never waits for the disk, and whoever draws the screen never
/// waits for a processor that a feed is read on.
struct BackgroundWork: Sendable {
  /// Runs what parses, beside one another.
  let executor: WorkerThreads = .shared
  private let queue = DispatchQueue(label: "vestnik.newsroom", qos: .utility)

  /// Runs a body that reads, beside others.
  func prepare<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      executor.add { continuation.resume(returning: body()) }
    }
  }

  /// Runs a body that writes, one after another.
  func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      queue.async {
        ThreadPriority.giveWay()
        continuation.resume(returning: body())
      }
    }
  }
}
