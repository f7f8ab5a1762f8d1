import Glibc

/// How many transfers the system's bound on open files leaves room for.
enum OpenFiles {
  /// What the rest of the program opens: the archive, the terminal, logs, programs it starts.
  static let keptForOthers = 96
  /// Of one transfer: its connection, and the pair by which the thread that looks up its host answers.
  static let perTransfer = 3

  /// Raises the process's own bound as far as is needed and allowed.
  /// - Returns: at most `wanted`, at least one.
  static func transfers(wanted: Int) -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return min(wanted, 64) }
    let needed = rlim_t(wanted * perTransfer + keptForOthers)
    if limit.rlim_cur < needed {
      var raised = limit
      raised.rlim_cur = min(needed, limit.rlim_max)
      if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
    }
    let room = Int(min(limit.rlim_cur, rlim_t(Int32.max))) - keptForOthers
    return max(1, min(wanted, room / perTransfer))
  }
}
