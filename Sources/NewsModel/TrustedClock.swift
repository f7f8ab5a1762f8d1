import Foundation
import Synchronization

/// The program's one clock: what the machine says, and how far it can be believed.
///
/// `wall` is for what people are shown and for waits that hold while the machine says so; `moment` is for what is
/// written down to stay and for what is thrown away by age. Time that only passes is measured by `ContinuousClock`.
package final class TrustedClock: Sendable {
  /// What the machine's clock says, whatever it is worth: asked here and nowhere else.
  package static func machine() -> Date { Date() }

  private struct State {
    var evidence: ClockEvidence
    var isRecalled = false
  }

  private let state = Mutex(State(evidence: ClockEvidence()))
  private let reading: @Sendable () -> Date
  private let recall: @Sendable () -> ClockMemory?
  private let start = ContinuousClock.now

  /// - Parameters:
  ///   - reading: the machine's clock; a fixed one in tests.
  ///   - recall: what an earlier run left behind; asked once, when it is first wanted.
  package init(
    reading: @escaping @Sendable () -> Date = TrustedClock.machine,
    recall: @escaping @Sendable () -> ClockMemory? = { nil }
  ) {
    self.reading = reading
    self.recall = recall
  }

  /// What the machine's clock says now.
  package var wall: Date { reading() }

  /// The moment as far as it is borne out: the machine's where it is believed.
  package var moment: Date { judgement.moment }

  /// What is to be said of the machine's clock.
  package var verdict: ClockVerdict { judgement.verdict }

  /// What bears out the clock, to be kept for the next run.
  package var memory: ClockMemory { look { evidence, wall in evidence.memory(at: wall) } }

  /// What an earlier run left behind, as if it had ended just now.
  package var recalled: ClockMemory { look { evidence, _ in evidence.recalled } }

  /// What is kept for the next run now.
  package func recollect(_ memory: ClockMemory) {
    let uptime = uptime
    state.withLock {
      $0.isRecalled = true
      $0.evidence.recalled = memory.shifted(by: -uptime)
    }
  }

  /// A server's answer said when it was made: never later than now, by the server's own clock.
  package func hear(_ told: Date, from host: String) {
    let uptime = uptime
    state.withLock { $0.evidence.hear(told.addingTimeInterval(-uptime), from: host) }
  }

  /// A feed told when its articles appeared.
  package func hear(published dates: [Date]) {
    let (uptime, wall) = (uptime, wall)
    state.withLock {
      $0.evidence.hear(
        published: dates.map { $0.addingTimeInterval(-uptime) }, wall: wall.addingTimeInterval(-uptime))
    }
  }

  private var judgement: ClockEvidence.Judgement { look { evidence, wall in evidence.judge(wall) } }

  /// Moments are put back by what has passed since the beginning, so that those of different ages can be compared.
  private var uptime: TimeInterval { start.duration(to: .now) / .seconds(1) }

  private func look<Value: TimeShifted>(_ body: (ClockEvidence, Date) -> Value) -> Value {
    let uptime = uptime
    let isRecalled = state.withLock { $0.isRecalled }
    let found = isRecalled ? nil : recall()
    let wall = wall
    return state.withLock { state in
      if !state.isRecalled {
        state.isRecalled = true
        state.evidence.recalled = (found ?? ClockMemory()).shifted(by: -uptime)
      }
      return body(state.evidence, wall.addingTimeInterval(-uptime)).shifted(by: uptime)
    }
  }
}

/// What is to be said of the machine's clock.
package enum ClockVerdict: Hashable, Sendable {
  case believed
  /// By so much later than the moment that is borne out.
  case ahead(Duration)
  /// By so much earlier than it.
  case behind(Duration)
}

/// What an archive remembers of moments that went by.
package struct ClockMemory: Hashable, Sendable {
  /// The last moment at which somebody else agreed with the machine's clock.
  package var witnessed: Date?
  /// The last moment at which anything was written down.
  package var lastRun: Date?

  package init(witnessed: Date? = nil, lastRun: Date? = nil) {
    self.witnessed = witnessed
    self.lastRun = lastRun
  }

  /// The later of both.
  package var latest: Date? { [witnessed, lastRun].compactMap(\.self).max() }
}

/// What moments consist of, moved on by some seconds.
protocol TimeShifted {
  /// The same, so many seconds later.
  func shifted(by seconds: TimeInterval) -> Self
}

extension ClockMemory: TimeShifted {
  func shifted(by seconds: TimeInterval) -> ClockMemory {
    ClockMemory(
      witnessed: witnessed?.addingTimeInterval(seconds), lastRun: lastRun?.addingTimeInterval(seconds))
  }
}
