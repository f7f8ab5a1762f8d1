import Foundation
import Glibc
import Synchronization

/// A program that was started beside this one.
struct Child {
  private let id: pid_t
  /// `POSIX_SPAWN_SETSID` of glibc, which its headers show to programs in C with GNU's extensions only.
  private static let ownSession: Int32 = 0x80

  /// Starts a program without a shell between.
  ///
  /// - Parameters:
  ///   - path: the program's file.
  ///   - words: its name and arguments.
  ///   - input: what it reads; `nil`: nothing.
  ///   - hasTerminal: whether it writes to the terminal, and stops and ends with this program's keys; otherwise it is on its
  ///     own and what it writes is thrown away.
  init?(_ path: String, _ words: [String], input: Int32?, hasTerminal: Bool) {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    if !hasTerminal {
      for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
      }
    }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var every = sigset_t()
    sigfillset(&every)
    posix_spawnattr_setsigdefault(&attributes, &every)
    let session = hasTerminal ? 0 : Self.ownSession
    posix_spawnattr_setflags(
      &attributes, Int16(Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | session))
    var child: pid_t = 0
    let words: [UnsafeMutablePointer<CChar>?] = words.map { (word: String) in strdup(word) } + [nil]
    defer { for word in words { free(word) } }
    guard posix_spawn(&child, path, &actions, &attributes, words, environ) == 0 else { return nil }
    id = child
  }

  /// Waits for its end; its exit code, 128 and the number of the signal that ended it, `nil` when it cannot be told.
  private func status() -> Int? {
    var status: Int32 = 0
    var result = waitpid(id, &status, 0)
    while result < 0, errno == EINTR { result = waitpid(id, &status, 0) }
    guard result >= 0 else { return nil }
    return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(status & 0x7F)
  }

  /// Calls a function when it ends, from another thread, with its exit code and how long it ran.
  func whenEnded(_ told: @escaping @Sendable (Int?, Duration) -> Void) {
    let start = ContinuousClock.now
    Thread.detachNewThread { told(status(), .now - start) }
  }

  /// Waits for its end, while this program is not asked to end, and not longer than a limit.
  ///
  /// - Returns: its exit code, 128 and the number of the signal that ended it; `nil` when it was left behind.
  func end(within limit: Duration? = nil, isEnding: () -> Bool) -> Int? {
    let end = End()
    let start = ContinuousClock.now
    whenEnded { status, _ in
      end.status.withLock { $0 = status }
      end.hasCome.signal()
    }
    while end.hasCome.wait(timeout: .now() + Self.pause) == .timedOut {
      if isEnding() || limit.map({ .now - start > $0 }) ?? false { return nil }
    }
    return end.status.withLock { $0 }
  }

  /// How long an end that is asked for may stay unheard, in seconds; the terminal's guard gives two.
  static let pause = 0.25

  /// How it ended, from the thread that waits for it: a wait in this one would hear of no end that is asked for.
  private final class End: Sendable {
    let status = Mutex<Int?>(nil)
    let hasCome = DispatchSemaphore(value: 0)
  }
}

/// Where programs are looked for.
struct SearchPath: Sendable {
  private let folders: [String]

  init(environment: [String: String]) {
    folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map(String.init)
  }

  /// The file of a program; `nil` where there is none that can be run.
  func file(of name: String) -> String? {
    let candidates = name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
