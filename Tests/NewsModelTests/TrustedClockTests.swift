import Foundation
import NewsModel
import Synchronization
import Testing

@Suite("The trusted clock")
struct TrustedClockTests {
  private static let day: TimeInterval = 86_400
  /// The moment it is in truth.
  private static let truth = Date(timeIntervalSince1970: 1_782_000_000)

  /// A clock that is wrong by so many days, in an archive that was last used so many days ago.
  private static func clock(
    off days: Double, lastRun: Double? = 0, witnessed: Double? = nil
  ) -> TrustedClock {
    TrustedClock(
      reading: { truth.addingTimeInterval(days * day) },
      recall: {
        ClockMemory(
          witnessed: witnessed.map { truth.addingTimeInterval(-$0 * day) },
          lastRun: lastRun.map { truth.addingTimeInterval(-$0 * day) })
      })
  }

  /// How many days a moment is later than the true one.
  private static func days(_ moment: Date?) -> Double? {
    moment.map { ($0.timeIntervalSince(truth) / day * 100).rounded() / 100 }
  }

  @Test("alone it is believed within some weeks of the last run", arguments: [0.0, 1, 10, 30])
  func absence(days: Double) {
    let clock = Self.clock(off: days, witnessed: 0)
    #expect(clock.verdict == .believed)
    #expect(Self.days(clock.moment) == days && Self.days(clock.memory.lastRun) == days)
    #expect(Self.days(clock.memory.witnessed) == 0)
  }

  @Test("further ahead it is not, and nothing is remembered of it", arguments: [40.0, 400, 27_375])
  func ahead(days: Double) {
    let clock = Self.clock(off: days)
    #expect(clock.verdict != .believed)
    #expect(Self.days(clock.moment) == 0 && Self.days(clock.memory.latest) == 0)
    #expect(Self.days(clock.wall) == days)
  }

  @Test("a clock behind what somebody bore out is not believed", arguments: [-2.0, -400, -20_075])
  func behind(days: Double) {
    let clock = Self.clock(off: days, witnessed: 0)
    #expect(clock.verdict != .believed)
    #expect(Self.days(clock.moment) == 0 && Self.days(clock.memory.lastRun) == 0)
  }

  @Test("what an unborne clock wrote is void when the clock goes back")
  func healing() {
    let clock = Self.clock(off: 0, lastRun: -27_375)
    #expect(clock.verdict == .believed)
    #expect(Self.days(clock.recalled.latest) == 27_375)
    #expect(Self.days(clock.memory.latest) == 0)
  }

  @Test("after a long absence one server that agrees is enough, and so is a feed of today")
  func witnesses() {
    let byServer = Self.clock(off: 300, lastRun: 0)
    byServer.hear(Self.truth.addingTimeInterval(300 * Self.day + 3600), from: "one.example")
    #expect(byServer.verdict == .believed)
    #expect(Self.days(byServer.memory.witnessed) == 300)
    let byFeed = Self.clock(off: 300, lastRun: 0)
    byFeed.hear(published: [Self.truth, Self.truth.addingTimeInterval(298 * Self.day)])
    #expect(byFeed.verdict == .believed)
  }

  @Test("a feed of what is yet to come bears nothing out")
  func events() {
    let clock = Self.clock(off: 400)
    clock.hear(published: (0..<900).map { Self.truth.addingTimeInterval(Double($0) * Self.day) })
    #expect(clock.verdict != .believed)
  }

  @Test("servers that agree with the archive tell the moment", arguments: [-20_000.0, -30, 40, 27_000])
  func servers(days: Double) {
    let clock = Self.clock(off: days, lastRun: 3, witnessed: 3)
    clock.hear(Self.truth, from: "one.example")
    #expect(clock.verdict != .believed)
    #expect(Self.days(clock.moment) == 0 && Self.days(clock.memory.witnessed) == 0)
  }

  @Test("one server with a wrong clock changes nothing", arguments: [-6000.0, 27_000])
  func oneLiar(days: Double) {
    let clock = Self.clock(off: 0, lastRun: 2, witnessed: 2)
    clock.hear(Self.truth.addingTimeInterval(days * Self.day), from: "frozen.example")
    #expect(clock.verdict == .believed && Self.days(clock.moment) == 0)
    clock.hear(Self.truth, from: "one.example")
    clock.hear(Self.truth, from: "two.example")
    #expect(Self.days(clock.memory.witnessed) == 0)
  }

  @Test("without an archive two servers are believed before the machine, one alone is not")
  func firstRun() {
    let clock = Self.clock(off: 27_000, lastRun: nil)
    clock.hear(Self.truth, from: "one.example")
    #expect(clock.verdict == .believed)
    clock.hear(Self.truth.addingTimeInterval(2), from: "two.example")
    #expect(clock.verdict != .believed && Self.days(clock.moment) == 0)
    let early = Self.clock(off: -20_000, lastRun: nil)
    #expect(early.verdict != .believed)
    early.hear(Self.truth, from: "one.example")
    #expect(Self.days(early.moment) == 0)
  }

  @Test("what is remembered is asked for once")
  func recall() {
    let count = Mutex(0)
    let clock = TrustedClock(
      reading: { Self.truth },
      recall: {
        count.withLock { $0 += 1 }
        return nil
      })
    _ = (clock.moment, clock.memory, clock.verdict)
    #expect(count.withLock { $0 } == 1)
  }
}
