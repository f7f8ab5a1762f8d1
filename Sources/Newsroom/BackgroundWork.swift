import Synchronization

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

  /// Runs a body that writes, one after another.
  func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      writes.add { continuation.resume(returning: body()) }
    }
  }
}

/// Pieces of work that are done in the order they come in, never two at once, by one of the worker threads.
private final class WorkInTurn: Sendable {
  private struct Pending {
    var work: [@Sendable () -> Void] = []
    /// Whether a thread is at it.
    var isBeingDone = false
  }

  private let pending = Mutex(Pending())

  func add(_ work: @escaping @Sendable () -> Void) {
    let isThreadWanted = pending.withLock { pending in
      pending.work.append(work)
      defer { pending.isBeingDone = true }
      return !pending.isBeingDone
    }
    if isThreadWanted {
      WorkerThreads.shared.add(isFurther: true) { while let work = self.next() { work() } }
    }
  }

  private func next() -> (@Sendable () -> Void)? {
    pending.withLock { pending in
      pending.isBeingDone = !pending.work.isEmpty
      return pending.isBeingDone ? pending.work.removeFirst() : nil
    }
  }
}
