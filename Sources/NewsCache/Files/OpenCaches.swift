import Synchronization

/// The caches that this process has open. Their files must not be opened and closed past SQLite: closing any descriptor
/// of a file gives up all locks that the process has on it (`fcntl(2)`), and another process that then believes itself
/// alone removes the log under us.
enum OpenCaches {
  private struct Entry: Sendable {
    let identity: FileIdentity
    let writer: WeakWriter
  }

  private final class WeakWriter: Sendable {
    private weak let object: (AnyObject & Sendable)?

    init(_ object: AnyObject & Sendable) { self.object = object }

    var isAlive: Bool { object != nil }
  }

  private static let entries = Mutex<[String: [Entry]]>([:])

  /// Notes what has just been opened at a path, for as long as it lives.
  static func note(_ writer: AnyObject & Sendable, at path: String) {
    guard let identity = FileIdentity(of: path) else { return }
    entries.withLock { entries in
      entries = entries.compactMapValues { list in
        let alive = list.filter(\.writer.isAlive)
        return alive.isEmpty ? nil : alive
      }
      entries[path, default: []].append(Entry(identity: identity, writer: WeakWriter(writer)))
    }
  }

  /// Whether the file that bears the name now is open in this process.
  static func isOpen(at path: String) -> Bool {
    guard let identity = FileIdentity(of: path) else { return false }
    return entries.withLock { entries in
      entries[path]?.contains { $0.identity == identity && $0.writer.isAlive } ?? false
    }
  }
}
