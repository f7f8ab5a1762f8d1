import Foundation
import Glibc
import Synchronization
import Threads

/// Long work that Ctrl-C, or a polite end from outside, cancels instead of killing: what came by then is kept and told.
/// A second one kills.
final class Interruption: Sendable {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  private let received = Mutex<Int32?>(nil)

  /// The value of the work, which returns early when its task is cancelled; the calling thread blocks until then.
  func wait<Value: Sendable>(for work: @escaping @Sendable () async -> Value) -> Value {
    let task = Task.detached { await work() }
    let former = Self.signals.map { ($0, signal($0, SIG_IGN)) }
    let sources = Self.signals.map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        received.withLock { $0 = number }
        signal(number, SIG_DFL)
        task.cancel()
      }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      for (number, disposition) in former { signal(number, disposition) }
    }
    return AsyncBridge.wait { await task.value }
  }

  /// Dies of the signal that came, once all is told; returns when none did.
  func dieOfIt() {
    guard let number = received.withLock({ $0 }) else { return }
    signal(number, SIG_DFL)
    raise(number)
  }
}
