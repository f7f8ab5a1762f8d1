import GRDB
import Synchronization

/// Connections that were closed and are kept as empty shells to the end of the process. With each goes a dispatch queue
/// that carries a value; to free it libdispatch (Swift 6.3, Linux) starts a worker, and with its first worker a watch over
/// workers, once a second for ever: a reader in which nothing moves would be woken all day by the archive that it made.
enum ClosedConnections {
  private static let shells = Mutex<[DatabaseQueue]>([])

  /// Closes a connection.
  static func close(_ queue: DatabaseQueue) throws {
    try queue.close()
    shells.withLock { $0.append(queue) }
  }
}
