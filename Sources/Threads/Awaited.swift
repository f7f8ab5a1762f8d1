import Foundation
import Synchronization

/// A value that one thread leaves, once, and others wait for.
package final class Awaited<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isThere = DispatchSemaphore(value: 0)

  package init() {}

  /// Leaves the value.
  package func leave(_ value: Value) {
    self.value.withLock { $0 = value }
    isThere.signal()
  }

  /// The value; blocks until it is there.
  package func take() -> Value {
    while true {
      if let value = value.withLock({ $0 }) { return value }
      isThere.wait()
      // For the next one who asks.
      isThere.signal()
    }
  }
}
