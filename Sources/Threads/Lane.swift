import Foundation

/// Work off the main thread, one piece after the other, on a queue of its own.
package final class Lane: Sendable {
  private let continuation: AsyncStream<@Sendable () async -> Void>.Continuation
  private let isEmptied = DispatchSemaphore(value: 0)
  private let executor: QueueExecutor

  /// - Parameter label: what debuggers call its queue.
  package init(_ label: String) {
    let (stream, continuation) = AsyncStream.makeStream(of: (@Sendable () async -> Void).self)
    self.continuation = continuation
    executor = QueueExecutor(label)
    let isEmptied = isEmptied
    Task.detached(executorPreference: executor) {
      for await work in stream { await work() }
      isEmptied.signal()
    }
  }

  /// Adds work; dropped once the lane is closed.
  package func add(_ work: @escaping @Sendable () async -> Void) { continuation.yield(work) }

  /// Takes no more work and waits, blocking, until what was added is done, or too long.
  package func finish(within patience: DispatchTimeInterval) {
    continuation.finish()
    _ = isEmptied.wait(timeout: .now() + patience)
  }
}
