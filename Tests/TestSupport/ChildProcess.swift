import Foundation
import Glibc

/// A program started with just the descriptors it is given, no blocked signal and its own environment, and waited for on
/// a thread of its own: the pool that tests run on never blocks.
package struct ChildProcess: Sendable {
  package struct Failure: Error {
    /// What the system says.
    package let number: Int32
  }

  package let id: Int32

  /// Starts a program. Every other descriptor of ours is to be opened with `O_CLOEXEC`.
  package init(
    _ path: String, _ arguments: [String], environment: [String: String], input: Int32, output: Int32,
    errors: Int32
  ) throws {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (from, to) in [(input, 0), (output, 1), (errors, 2)] as [(Int32, Int32)] {
      posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var number: pid_t = 0
    let result = posix_spawnp(&number, path, &actions, &attributes, &words, &settings)
    guard result == 0 else { throw Failure(number: result) }
    id = number
  }

  /// Returns its exit code, or 128 and the number of the signal it died of.
  package func ending() async -> Int32 {
    let id = id
    return await OwnThread.run {
      var status: Int32 = 0
      while waitpid(id, &status, 0) < 0, errno == EINTR {}
      let signal = status & 0x7F
      return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
  }
}

/// Blocking work on a thread of its own.
package enum OwnThread {
  /// Runs a body and gives its value back to the task that asked.
  package static func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: body()) }
    }
  }
}
