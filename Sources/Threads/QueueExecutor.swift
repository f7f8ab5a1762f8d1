import Foundation

/// Runs tasks on a queue of its own, one at a time: work that blocks (the cache, decoders) must not take the
/// threads of the shared pool, which are few, from a refresh, nor wait for it. Nothing of the reader's runs on that pool,
/// which wakes every second for ever once it was used.
package final class QueueExecutor: TaskExecutor {
  private let queue: DispatchQueue

  /// - Parameter label: what debuggers call its queue.
  package init(_ label: String) { queue = DispatchQueue(label: label) }

  /// Runs a task's next piece.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  /// Waits without blocking; not on the shared pool, as `Task.sleep` does.
  package func pause(_ length: DispatchTimeInterval) async {
    await withCheckedContinuation { continuation in
      queue.asyncAfter(deadline: .now() + length) { continuation.resume() }
    }
  }
}
