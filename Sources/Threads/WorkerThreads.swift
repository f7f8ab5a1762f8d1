import Foundation
import Synchronization

/// As many threads as there are processors, and one that may wait for the disk; all give way to every other thread of
/// the program.
///
/// No queue of the system's library does it: there a quality of service changes no thread's priority on Linux, and
/// those that run several pieces of work at once are looked after by a timer that wakes every second for ever.
package final class WorkerThreads: TaskExecutor {
  /// One set for the process: threads do not end.
  package static let shared = WorkerThreads()

  private struct Pending {
    var work: [@Sendable () -> Void] = []
    /// What has only to be finished: it comes first.
    var further: [@Sendable () -> Void] = []
    var threads = 0
    /// Threads that wait, less the pieces of work that are on their way to one.
    var idle = 0

    /// The next piece; `nil` when there is none.
    mutating func next() -> (@Sendable () -> Void)? {
      if !further.isEmpty { return further.removeFirst() }
      return work.isEmpty ? nil : work.removeFirst()
    }
  }

  private let pending = Mutex(Pending())
  private let isReady = DispatchSemaphore(value: 0)
  private let most = ProcessInfo.processInfo.activeProcessorCount + 1

  private init() {}

  /// Runs a task's next piece.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    add { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
  }

  /// Adds a piece of work, which may block.
  /// - Parameter isFurther: whether it goes on with what was begun, and comes before what was not.
  package func add(isFurther: Bool = false, _ work: @escaping @Sendable () -> Void) {
    let isThreadWanted = pending.withLock { pending in
      if isFurther { pending.further.append(work) } else { pending.work.append(work) }
      if pending.idle > 0 {
        pending.idle -= 1
        return false
      }
      guard pending.threads < most else { return false }
      pending.threads += 1
      return true
    }
    if isThreadWanted { startThread() }
    isReady.signal()
  }

  private func startThread() {
    let thread = Thread { [self] in
      ThreadPriority.giveWay()
      while true {
        isReady.wait()
        let work = pending.withLock { $0.next() }
        work?()
        pending.withLock { pending in
          if pending.work.isEmpty, pending.further.isEmpty { pending.idle += 1 }
        }
      }
    }
    thread.name = "background"
    thread.start()
  }
}
