import Fetching
import TestSupport
import Testing

@Suite("Manners towards hosts")
struct HostMannersTests {
  private let start = ContinuousClock.now

  private func manners(
    transfers: Int = 16, kept: Int = 0, perHost: Int = 2, gap: Duration = .milliseconds(100)
  ) -> HostManners<Int> {
    HostManners(limits: .init(transfers: transfers, keptForReader: kept, perHost: perHost, gap: gap))
  }

  @Test("no more than two at once go to one host, and the next starts when one has ended")
  func perHost() {
    var manners = manners(gap: .zero)
    for ticket in 1...4 { manners.add(ticket, host: "a", priority: .refresh) }
    #expect(manners.start(at: start) == [1, 2])
    #expect(manners.nextStart() == nil)
    manners.finish(host: "a")
    #expect(manners.start(at: start) == [3])
  }

  @Test("the second start at a host waits for the gap; another host does not")
  func gap() {
    var manners = manners()
    manners.add(1, host: "a", priority: .refresh)
    manners.add(2, host: "a", priority: .refresh)
    manners.add(3, host: "b", priority: .refresh)
    #expect(manners.start(at: start) == [1, 3])
    #expect(manners.nextStart() == start + .milliseconds(100))
    #expect(manners.start(at: start + .milliseconds(99)) == [])
    #expect(manners.start(at: start + .milliseconds(100)) == [2])
  }

  @Test("the gap holds for a host where everything has ended meanwhile")
  func gapOutlivesTransfers() {
    var manners = manners()
    manners.add(1, host: "a", priority: .refresh)
    #expect(manners.start(at: start) == [1])
    manners.finish(host: "a")
    #expect(manners.start(at: start + .milliseconds(50)) == [])
    manners.add(2, host: "a", priority: .reader)
    #expect(manners.start(at: start + .milliseconds(60)) == [])
    #expect(manners.start(at: start + .milliseconds(100)) == [2])
  }

  @Test("no more than the limit run in all, some places are kept for the reader")
  func total() {
    var manners = manners(transfers: 4, kept: 1)
    for ticket in 1...5 { manners.add(ticket, host: "host\(ticket)", priority: .refresh) }
    #expect(manners.start(at: start) == [1, 2, 3])
    manners.add(6, host: "host6", priority: .reader)
    #expect(manners.start(at: start) == [6])
    manners.add(7, host: "host7", priority: .reader)
    #expect(manners.start(at: start) == [])
  }

  @Test("the more urgent go first, then the longer waiting; a redirect goes before its equals")
  func order() {
    var manners = manners(transfers: 1)
    manners.add(1, host: "a", priority: .ahead)
    manners.add(2, host: "b", priority: .refresh)
    manners.add(3, host: "c", priority: .refresh)
    manners.add(4, host: "c", priority: .reader)
    manners.add(5, host: "d", priority: .refresh, continuing: true)
    manners.add(6, host: "c", priority: .refresh, continuing: true)
    var order: [Int] = []
    var now = start
    while order.count < 6 {
      for ticket in manners.start(at: now) {
        order.append(ticket)
        manners.finish(host: [1: "a", 2: "b", 5: "d"][ticket] ?? "c")
      }
      now += .milliseconds(100)
    }
    #expect(order.first == 4)
    #expect(Set(order[1...2]) == [5, 6])
    #expect(order[3...] == [2, 3, 1])
  }

  @Test("what is withdrawn never starts")
  func withdraw() {
    var manners = manners()
    manners.add(1, host: "a", priority: .refresh)
    manners.withdraw(1, host: "a")
    #expect(manners.start(at: start) == [])
    #expect(manners.nextStart() == nil)
  }

  @Test("in any seeded course of events the limits hold and everybody has a turn")
  func randomCourse() async {
    var generator = SeededGenerator(seed: 6)
    for await _ in Stress.rounds(2000) {
      var manners = manners(transfers: 5, kept: 1, perHost: 2)
      var now = start
      var running: [(ticket: Int, host: String)] = []
      var lastStart: [String: ContinuousClock.Instant] = [:]
      var done: Set<Int> = []
      let hostOf = (0..<60).map { _ in "host\(Int.random(in: 0..<6, using: &generator))" }
      for (ticket, host) in hostOf.enumerated() {
        let priority = FetchRequest.Priority.allCases.randomElement(using: &generator) ?? .refresh
        manners.add(ticket, host: host, priority: priority)
      }
      while done.count < hostOf.count {
        for ticket in manners.start(at: now) {
          let host = hostOf[ticket]
          if let last = lastStart[host] { #expect(last.duration(to: now) >= .milliseconds(100)) }
          lastStart[host] = now
          running.append((ticket, host))
        }
        #expect(running.count <= 5)
        #expect(Dictionary(grouping: running, by: \.host).values.allSatisfy { $0.count <= 2 })
        if !running.isEmpty {
          let ended = running.remove(at: Int.random(in: 0..<running.count, using: &generator))
          manners.finish(host: ended.host)
          done.insert(ended.ticket)
        }
        now += .milliseconds(Int.random(in: 1...120, using: &generator))
      }
    }
  }
}
