import Foundation
import Synchronization

/// Work on a thread of its own, begun at once, while the calling one does something else.
final class Meanwhile<Value: Sendable>: Sendable {
  private let outcome = Mutex<Result<Value, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () throws -> Value) {
    Thread.detachNewThread { [self] in
      let result = Result { try work() }
      outcome.withLock { $0 = result }
      isDone.signal()
    }
  }

  /// What the work gave or threw; blocks until it is done.
  func value() throws -> Value {
    while true {
      if let outcome = outcome.withLock({ $0 }) { return try outcome.get() }
      isDone.wait()
      // For the next one who asks.
      isDone.signal()
    }
  }
}
