import Glibc

/// The other processes that have a database open.
enum DatabaseHolders {
  /// Where SQLite locks a file for its readers (`SHARED_FIRST` and `SHARED_SIZE` in its `os_unix.c`): a connection in WAL
  /// mode does so as long as it lives.
  private static let (start, length): (off_t, off_t) = (0x4000_0002, 510)

  /// Whether there is any. To be asked while this process has no connection to the file: it would lose its locks.
  static func areThere(at path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    (lock.l_start, lock.l_len) = (start, length)
    return fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }
}
