import Synchronization

/// A time that one thread tells another.
final class Latch: Sendable {
  private let told = Mutex<Duration?>(nil)

  var value: Duration? { told.withLock(\.self) }

  func set(_ time: Duration) { told.withLock { $0 = time } }
}
