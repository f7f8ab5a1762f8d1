import Synchronization

/// Pieces of work that are done in the order they come in, never two at once, by one of the worker threads.
package final class WorkInTurn: Sendable {
  private struct Pending {
    var work: [@Sendable () -> Void] = []
    /// Whether a thread is at it.
    var isBeingDone = false
  }

  private let pending = Mutex(Pending())

  package init() {}

  /// Adds a piece.
  package func add(_ work: @escaping @Sendable () -> Void) {
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
