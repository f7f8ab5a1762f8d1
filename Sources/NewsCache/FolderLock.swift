import Foundation

/// A lock on the folder that a cache's file lies in (`flock(2)`), so that one at a time makes the file, gives it its log
/// or brings it up to date: what SQLite does then in several transactions. No file is left behind, and a process that
/// dies lets go of it.
enum FolderLock {
  private static let pause: TimeInterval = 0.01

  /// Runs a body while nobody else of ours has the folder's lock. Where the file system knows no locks, it is run as well.
  ///
  /// - Parameter patience: how long others are waited for, in seconds.
  /// - Throws: `CacheError.busy` when that was not long enough; what the body throws.
  static func during<Value>(
    _ path: String, patience: TimeInterval, _ body: () throws -> Value
  ) throws -> Value {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return try body() }
    defer { close(descriptor) }
    let end = ContinuousClock.now + .seconds(patience)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      guard ContinuousClock.now < end else { throw CacheError.busy(path: path) }
      Thread.sleep(forTimeInterval: pause)
    }
    return try body()
  }
}
