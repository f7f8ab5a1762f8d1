import GRDB
import Synchronization

/// Connections that were closed and are kept as empty shells to the end of the process. With each goes a dispatch queue,
/// and libdispatch (Swift 6.2, Linux) begins, when the first of its queues is disposed of, to look after its threads once a
/// second for ever: a reader in which nothing moves would be woken all day by the archive that it once made.
enum ClosedConnections {
  private static let shells = Mutex<[DatabaseQueue]>([])

  /// Closes a connection.
  static func close(_ queue: DatabaseQueue) throws {
    try queue.close()
    shells.withLock { $0.append(queue) }
  }
}
