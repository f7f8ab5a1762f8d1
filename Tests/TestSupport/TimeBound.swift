import Glibc

/// How long one hostile input may take.
package enum TimeBound {
  /// Fifty milliseconds where the whole counts are run, optimised; unoptimised code is let be slower, not quadratic.
  package static var oneInput: Duration { Stress.isOn ? .milliseconds(50) : .seconds(10) }

  /// What some work takes of this thread's processor time: of at most four times the shortest, since a machine that is
  /// busy with other things says nothing of the work. One time within the bound is enough.
  package static func time(_ work: () -> Void) -> Duration {
    var shortest = Duration.seconds(Int64.max / 2)
    for _ in 0..<4 where shortest > oneInput {
      let start = threadTime
      work()
      shortest = min(shortest, threadTime - start)
    }
    return shortest
  }

  /// A duration in milliseconds: `12.3 ms`.
  package static func text(_ duration: Duration) -> String {
    let tenths = Int((duration / .milliseconds(1) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) ms"
  }

  private static var threadTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
