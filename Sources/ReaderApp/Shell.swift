import Foundation
import Glibc
import Synchronization

/// Runs commands as people type them, on the terminal the program was started on.
package struct Shell: Sendable {
  private let path: String

  /// - Parameter environment: `SHELL`, else `/bin/sh`.
  package init(environment: [String: String]) {
    path = environment["SHELL"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/bin/sh"
  }

  /// Runs a command with a text as its standard input, and waits for its end; meanwhile the keys that interrupt it do
  /// not end this program (as `system` of POSIX.1-2017 has it), and the key that stops does nothing.
  ///
  /// - Parameter isEnding: whether this program was asked to end, which leaves it a moment: a command that does not
  ///   end by itself then is left behind, so that nothing of the reader's is lost.
  /// - Returns: its exit code, 128 and the number of the signal that ended it; `nil` when it could not be started or
  ///   was left behind.
  func run(_ command: String, input: String, isEnding: () -> Bool) -> Int? {
    guard let file = tmpfile() else { return nil }
    defer { fclose(file) }
    _ = fcntl(fileno(file), F_SETFD, FD_CLOEXEC)
    let bytes = Array(input.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else { return nil }
    rewind(file)
    let former = [SIGINT, SIGQUIT, SIGTSTP].map { ($0, Self.ignore($0)) }
    defer {
      for (number, action) in former {
        var action = action
        sigaction(number, &action, nil)
      }
    }
    guard let child = start(command, input: fileno(file)) else { return nil }
    return Self.status(of: child, isEnding: isEnding)
  }

  /// Waits on a thread of its own, for a wait in this one would hear of no end that is asked for.
  private static func status(of child: pid_t, isEnding: () -> Bool) -> Int? {
    let end = ChildEnd()
    DispatchQueue.global(qos: .userInteractive).async {
      var status: Int32 = 0
      var result = waitpid(child, &status, 0)
      while result < 0, errno == EINTR { result = waitpid(child, &status, 0) }
      end.status.withLock { $0 = result < 0 ? nil : status }
      end.hasCome.signal()
    }
    while end.hasCome.wait(timeout: .now() + pause) == .timedOut {
      if isEnding() { return nil }
    }
    guard let status = end.status.withLock({ $0 }) else { return nil }
    return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(status & 0x7F)
  }

  /// How long an end that is asked for may stay unheard; the terminal's guard gives two seconds.
  private static let pause = 0.25

  /// How a command ended, from the thread that waits for it.
  private final class ChildEnd: Sendable {
    let status = Mutex<Int32?>(nil)
    let hasCome = DispatchSemaphore(value: 0)
  }

  /// Ignores a signal; returns what was done with it before.
  private static func ignore(_ number: Int32) -> sigaction {
    var ignoring = sigaction()
    ignoring.__sigaction_handler.sa_handler = SIG_IGN
    var former = sigaction()
    sigaction(number, &ignoring, &former)
    return former
  }

  private func start(_ command: String, input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // All but the key that stops: nobody would let it go on again.
    var reset = sigset_t()
    sigfillset(&reset)
    sigdelset(&reset, SIGTSTP)
    posix_spawnattr_setsigdefault(&attributes, &reset)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var child: pid_t = 0
    let words: [UnsafeMutablePointer<CChar>?] =
      [path, "-c", command].map { (word: String) in strdup(word) } + [nil]
    defer { for word in words { free(word) } }
    return posix_spawn(&child, path, &actions, &attributes, words, environ) == 0 ? child : nil
  }

  /// Writes a line and waits for any key, until the terminal is gone or this program is asked to end.
  func waitForKey(_ line: String, isEnding: () -> Bool) {
    guard isatty(STDIN_FILENO) == 1 else { return }
    FileHandle.standardOutput.write(Data("\n\(line)".utf8))
    var former = termios()
    tcgetattr(STDIN_FILENO, &former)
    var waiting = former
    waiting.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &waiting)
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while poll(&input, 1, Int32(Self.pause * 1000)) <= 0 {
      if isEnding() { break }
    }
    var byte: UInt8 = 0
    if input.revents != 0 { while read(STDIN_FILENO, &byte, 1) < 0, errno == EINTR {} }
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &former)
  }
}
