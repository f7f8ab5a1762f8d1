import Foundation

/// How much a seeded test does: all of it under `VESTNIK_STRESS=1`, a hundredth otherwise.
package enum Stress {
  /// Whether the whole counts were asked for.
  package static var isOn: Bool { ProcessInfo.processInfo.environment["VESTNIK_STRESS"] == "1" }

  /// The rounds of a full count of `full`; from time to time other tests have the processor, which they would wait for
  /// too long else.
  package static func rounds(_ full: Int) -> Rounds { Rounds(count: count(full)) }

  /// Numbers from 0.
  package struct Rounds: AsyncSequence, AsyncIteratorProtocol {
    private let count: Int
    private var index = 0

    fileprivate init(count: Int) { self.count = count }

    package func makeAsyncIterator() -> Rounds { self }

    package mutating func next() async -> Int? {
      guard index < count else { return nil }
      if index % 32 == 31 { await Task.yield() }
      defer { index += 1 }
      return index
    }
  }

  /// Tells a figure where the whole counts are run: `figure: prose, 40 columns: …`.
  package static func tell(_ figure: @autoclosure () -> String) {
    if isOn { print("figure: \(figure())") }
  }

  /// A share of a hundred with a decimal: `12.3 %`.
  package static func percent(_ part: Int, of whole: Int) -> String {
    let tenths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// How long something is waited for that is a matter of moments: the whole counts take every core for long.
  package static var patienceInMinutes: Int { isOn ? 60 : 1 }

  /// The count to run for a full count of `full`, at least one.
  package static func count(_ full: Int) -> Int { isOn ? full : max(1, full / 100) }
}
