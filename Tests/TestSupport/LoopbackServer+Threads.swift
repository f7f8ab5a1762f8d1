import Foundation
import Synchronization

/// Threads that are counted, so that a server can wait for their end.
final class LoopbackThreads: Sendable {
  private let changed = NSCondition()
  private let running = Mutex(0)

  func start(_ work: @escaping @Sendable () -> Void) {
    running.withLock { $0 += 1 }
    let thread = Thread { [self] in
      work()
      changed.lock()
      running.withLock { $0 -= 1 }
      changed.broadcast()
      changed.unlock()
    }
    thread.stackSize = 512 * 1024
    thread.start()
  }

  /// Returns when all have ended.
  func join() {
    changed.lock()
    while running.withLock({ $0 }) > 0 { changed.wait() }
    changed.unlock()
  }
}
