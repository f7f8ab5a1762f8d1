import Threads

/// What a refresh does on threads that give way: the cooperative pool never waits for the disk, and whoever draws the
/// screen never waits for a processor that a feed is read on.
struct BackgroundWork: Sendable {
  /// Runs what parses, beside one another.
  let executor: WorkerThreads = .shared
  private let writes = WorkInTurn()

  /// Runs a body that reads, beside others, then one that writes what it made, in turn: before what only begins, so that
  /// the first of many feeds is there soon.
  func run<Prepared: Sendable, Value: Sendable>(
    preparing prepare: @escaping @Sendable () -> Prepared,
    writing write: @escaping @Sendable (Prepared) -> Value
  ) async -> Value {
    await withCheckedContinuation { continuation in
      executor.add(isFurther: true) { [writes] in
        let prepared = prepare()
        writes.add { continuation.resume(returning: write(prepared)) }
      }
    }
  }

  /// Runs a body that reads, beside all others.
  func read<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      executor.add(isFurther: true) { continuation.resume(returning: body()) }
    }
  }

  /// Runs a body that writes, one after another.
  func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      writes.add { continuation.resume(returning: body()) }
    }
  }
}
