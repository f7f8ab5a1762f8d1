/// Who may start when: so many transfers in all, so many to one host, a gap between two starts there; the more
/// urgent first, then the longer waiting. A pure value: the clock is the caller's.
package struct HostManners<Ticket: Hashable> {
  /// The caller's clock.
  package typealias Instant = ContinuousClock.Instant

  /// How many, and how far apart.
  package struct Limits: Hashable, Sendable {
    /// At once, to all hosts.
    package var transfers: Int
    /// Of `transfers`, kept for requests of `Priority.reader`.
    package var keptForReader: Int
    /// At once, to one host.
    package var perHost: Int
    /// From start to start at one host.
    package var gap: Duration

    package init(transfers: Int, keptForReader: Int, perHost: Int, gap: Duration) {
      self.transfers = transfers
      self.keptForReader = keptForReader
      self.perHost = perHost
      self.gap = gap
    }
  }

  private struct Waiting {
    var ticket: Ticket
    var rank: Rank
  }

  /// The more urgent are larger, then the longer waiting.
  private struct Rank: Comparable {
    var priority: FetchRequest.Priority
    var number: Int

    static func < (left: Rank, right: Rank) -> Bool {
      (left.priority, -left.number) < (right.priority, -right.number)
    }
  }

  private struct Host {
    var running = 0
    /// Before it no transfer may start.
    var gapEnd: Instant?
    /// The most urgent first, of these the longest waiting.
    var queue: [Waiting] = []
  }

  /// A host whose first may start as far as the host is concerned; out of date when its first is another.
  private struct Ready: Comparable {
    var rank: Rank
    var host: String

    static func < (left: Ready, right: Ready) -> Bool { left.rank < right.rank }
  }

  /// A host that waits for the end of its gap; the earlier end is the larger.
  private struct Pause: Comparable {
    var end: Instant
    var host: String

    static func < (left: Pause, right: Pause) -> Bool { left.end > right.end }
  }

  private let limits: Limits
  private var hosts: [String: Host] = [:]
  private var ready = Heap<Ready>()
  private var pauses = Heap<Pause>()
  private var running = 0
  private var lastNumber = 0
  /// With so many hosts, those where nothing moves any more are forgotten.
  private var sweepCount = 256

  package init(limits: Limits) { self.limits = limits }

  /// A ticket joins the queue of its host.
  /// - Parameter continuing: whether this is a later step of a transfer that already had its turn: it goes before
  ///   the others of its priority.
  package mutating func add(
    _ ticket: Ticket, host: String, priority: FetchRequest.Priority, continuing: Bool = false
  ) {
    lastNumber += 1
    let entry = Waiting(
      ticket: ticket, rank: Rank(priority: priority, number: continuing ? -lastNumber : lastNumber))
    let queue = hosts[host, default: Host()].queue
    let place = queue.lastIndex { $0.rank > entry.rank }.map { $0 + 1 } ?? 0
    hosts[host, default: Host()].queue.insert(entry, at: place)
    if place == 0 { offer(host) }
  }

  /// Takes a waiting ticket out.
  package mutating func withdraw(_ ticket: Ticket, host: String) {
    guard let place = hosts[host]?.queue.firstIndex(where: { $0.ticket == ticket }) else { return }
    hosts[host]?.queue.remove(at: place)
    if place == 0 { offer(host) }
  }

  /// A started transfer has ended.
  package mutating func finish(host: String) {
    guard let count = hosts[host]?.running, count > 0 else { return }
    hosts[host]?.running = count - 1
    running -= 1
    offer(host)
  }

  /// Takes those whose turn it is.
  package mutating func start(at now: Instant) -> [Ticket] {
    var started: [Ticket] = []
    endPauses(at: now)
    while let next = ready.top, mayRun(next.rank) {
      _ = ready.pop()
      guard let host = hosts[next.host], host.running < limits.perHost, host.queue.first?.rank == next.rank
      else {
        continue
      }
      if let end = host.gapEnd, end > now {
        pauses.push(Pause(end: end, host: next.host))
        continue
      }
      started.append(host.queue[0].ticket)
      hosts[next.host]?.queue.removeFirst()
      hosts[next.host]?.running += 1
      hosts[next.host]?.gapEnd = now + limits.gap
      running += 1
      offer(next.host)
      endPauses(at: now)
    }
    forgetIdleHosts(at: now)
    return started
  }

  /// When the next waiting transfer may start if nothing else ends before; `nil` when only an end can help.
  package func nextStart() -> Instant? { running < limits.transfers ? pauses.top?.end : nil }

  /// Lines a host up, if it has somebody waiting and room.
  private mutating func offer(_ name: String, isGapOver: Bool = false) {
    guard let host = hosts[name], let first = host.queue.first, host.running < limits.perHost else { return }
    if let end = host.gapEnd, !isGapOver {
      pauses.push(Pause(end: end, host: name))
    } else {
      ready.push(Ready(rank: first.rank, host: name))
    }
  }

  private mutating func endPauses(at now: Instant) {
    while let pause = pauses.top, pause.end <= now {
      _ = pauses.pop()
      offer(pause.host, isGapOver: true)
    }
  }

  private func mayRun(_ rank: Rank) -> Bool {
    running < (rank.priority == .reader ? limits.transfers : limits.transfers - limits.keptForReader)
  }

  private mutating func forgetIdleHosts(at now: Instant) {
    guard hosts.count >= sweepCount else { return }
    hosts = hosts.filter { $0.value.running > 0 || !$0.value.queue.isEmpty || ($0.value.gapEnd ?? now) > now }
    sweepCount = max(256, 2 * hosts.count)
  }
}
