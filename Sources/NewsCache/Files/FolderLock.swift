import Foundation

/// A lock on the folder that a cache's file lies in (`flock(2)`), so that one at a time makes the file, gives it its log,
/// brings it up to date or moves it aside: what takes several transactions. No file is left behind, and a process that
/// dies lets go of it. Whoever holds it must not ask for it again.
enum FolderLock {
  private static let pause: TimeInterval = 0.01

  /// Runs a body while nobody else of ours has the folder's lock. Where the file system knows no locks, it is run as well.
  ///
  /// - Parameters:
  ///   - path: the cache's file, whose folder is locked.
  ///   - patience: how long others are waited for, in seconds.
  /// - Throws: `CacheError.busy` when that was not long enough; what the body throws.
  static func during<Value>(
    _ path: String, patience: TimeInterval, _ body: () throws -> Value
  ) throws -> Value {
    let descriptor = open(ArticleCache.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
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
