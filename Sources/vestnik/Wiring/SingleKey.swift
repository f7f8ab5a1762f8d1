import Glibc

/// One key at the terminal, without Enter behind it.
enum SingleKey {
  /// How often it is looked, in milliseconds, whether the task was cancelled.
  private static let patience: Int32 = 200

  /// Whether a person can be asked.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Waits for a key, and blocks its thread; the terminal is as it was when this returns.
  /// - Returns: the first scalar; `nil` at the end of input, at Ctrl-D, and when the task is cancelled.
  static func read() -> Unicode.Scalar? {
    var former = termios()
    guard tcgetattr(STDIN_FILENO, &former) == 0 else { return nil }
    var modes = former
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &former) }
    while !Task.isCancelled {
      var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, patience) > 0 else { continue }
      // The bytes of one key come together; those of an arrow begin with Escape.
      var bytes = [UInt8](repeating: 0, count: 16)
      let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
      let key = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).unicodeScalars.first
      return key.flatMap { $0.value > 4 ? $0 : nil }
    }
    return nil
  }
}
