import Glibc
import Reader
import Synchronization
import Threads

/// Where the background leaves messages for the loop: a list under a lock, and one byte in a pipe when it stops
/// being empty.
package final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])
  private let pipe = WakePipe()

  package init() {}

  /// Becomes readable when there is something.
  var descriptor: Int32 { pipe.readEnd }

  /// Leaves a message; from any thread.
  package func post(_ message: Message) {
    let wasEmpty = messages.withLock { messages in
      // How far a refresh has come is worth telling once.
      if case .refreshProgressed = message, case .refreshProgressed? = messages.last { messages.removeLast() }
      messages.append(message)
      return messages.count == 1
    }
    if wasEmpty { pipe.wake() }
  }

  /// Blocks until there is something, for so long at the most.
  func wait(_ patience: Duration) {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&waiting, 1, Int32(patience / .milliseconds(1)))
  }

  /// Takes everything, in the order it came.
  func take() -> [Message] {
    pipe.drain()
    return messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
