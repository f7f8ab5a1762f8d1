import Foundation

/// How much a seeded test does: all of it under `VESTNIK_STRESS=1`, a hundredth otherwise.
package enum Stress {
  /// Whether the whole counts were asked for.
  package static var isOn: Bool { ProcessInfo.processInfo.environment["VESTNIK_STRESS"] == "1" }

  /// The count to run for a full count of `full`, at least one.
  package static func count(_ full: Int) -> Int { isOn ? full : max(1, full / 100) }
}
