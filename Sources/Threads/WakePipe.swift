import Glibc

/// Wakes a `poll`: a byte in a pipe, which never blocks and never runs full of more than its purpose.
package final class WakePipe: Sendable {
  /// Becomes readable.
  package let readEnd: Int32
  private let writeEnd: Int32

  /// Where no file can be opened any more, it wakes nobody.
  package init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Makes the read end readable.
  package func wake() {
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }

  /// Takes what is in the pipe; whether there was anything.
  @discardableResult
  package func drain() -> Bool {
    var bytes: (UInt64, UInt64) = (0, 0)
    var wasWoken = false
    while withUnsafeMutableBytes(of: &bytes, { read(readEnd, $0.baseAddress, $0.count) }) > 0 {
      wasWoken = true
    }
    return wasWoken
  }
}
