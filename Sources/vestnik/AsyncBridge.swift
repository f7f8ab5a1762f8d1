import Foundation
import Newsroom
import Synchronization

/// Runs async work from a synchronous command and waits for its end: `main` never leaves the first thread.
enum AsyncBridge {
  /// The value of the work; the calling thread blocks until it is there.
  static func wait<Value: Sendable>(for work: @escaping @Sendable () async -> Value) -> Value? {
    let slot = Slot<Value>()
    let done = DispatchSemaphore(value: 0)
    Task.detached(executorPreference: WorkerThreads.shared) {
      let value = await work()
      slot.value.withLock { $0 = value }
      done.signal()
    }
    done.wait()
    return slot.value.withLock { $0 }
  }

  private final class Slot<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
