import Foundation
import NewsCache
import NewsModel

extension NewsDesk {
  /// Moments this close are one: what is later than now by less needs no healing.
  private static let slack: TimeInterval = 86_400

  /// Keeps what bears the clock out, before anything is written down by it and when servers have spoken; what an
  /// earlier run wrote down under a clock that was ahead is put right.
  func settleClock() throws(CacheError) {
    let before = clock.recalled
    let memory = clock.memory
    if let latest = before.latest, let now = memory.latest, latest > now.addingTimeInterval(Self.slack) {
      try cache.heal(now: now)
    }
    if memory != before { try cache.remember(memory) }
    clock.recollect(memory)
  }

  /// Puts right what an earlier run wrote down under a clock that was ahead, where there is any; without a network, and
  /// so cheap that it is asked at every start.
  package func healClock() {
    guard !cache.isReadOnly, !cache.isWaiting, let latest = clock.recalled.latest,
      latest > now().addingTimeInterval(Self.slack)
    else { return }
    try? settleClock()
  }
}
