import Foundation

/// How long people wait for each of many like things, by the clock on the wall.
struct Latencies {
  private var seconds: [Double] = []
  private var slowest: (seconds: Double, label: String) = (0, "")

  /// Does a thing once and takes its time down.
  /// - Parameter label: what it is, for the one that took longest.
  mutating func measure<Value>(_ label: String = "", _ body: () throws -> Value) rethrows -> Value {
    let start = Self.now
    let value = try body()
    let taken = Self.now - start
    seconds.append(taken)
    if taken > slowest.seconds { slowest = (taken, label) }
    return value
  }

  /// Prints the count, the median, the 95th percentile and the longest.
  func report(_ name: String) {
    guard !seconds.isEmpty else { return }
    let sorted = seconds.sorted()
    func part(_ share: Double) -> Double {
      sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] * 1_000
    }
    let padded = name.padding(toLength: 40, withPad: " ", startingAt: 0)
    print(
      padded,
      String(
        format: "%9.2f ms median %9.2f ms p95 %9.2f ms max  (%d)", part(0.5), part(0.95), part(1),
        sorted.count))
    if !slowest.label.isEmpty { print("  longest: \(slowest.label)") }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
