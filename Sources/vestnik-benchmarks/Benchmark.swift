import Foundation

/// One named task: what it does, once, and how large that is.
struct Benchmark {
  let name: String
  /// What one run handles, with its unit: bytes, words.
  let size: Int
  let unit: String
  /// Does the work once and returns something that depends on it.
  let body: () -> Int

  /// Runs the task until a second has passed, five times at least, and prints the fastest run by processor time, so
  /// that a busy machine disturbs it little.
  func run() {
    var fastest = Double.infinity
    var runs = 0
    var sum = 0
    let end = Self.now + 1
    while runs < 5 || Self.now < end {
      let start = Self.now
      sum &+= body()
      fastest = min(fastest, Self.now - start)
      runs += 1
      if runs > 1, start > end + 20 { break }
    }
    let rate = Double(size) / fastest / 1e6
    let padded = name.padding(toLength: 40, withPad: " ", startingAt: 0)
    let figures = String(format: "%10.3f ms  %9.1f M%@/s", fastest * 1_000, rate, unit)
    print("\(padded) \(figures)  (\(runs) runs, \(sum & 0xFFFF))")
  }

  /// Processor time of this process in seconds.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
