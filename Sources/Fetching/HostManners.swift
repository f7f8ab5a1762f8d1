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
    var priority: FetchRequest.Priority
    var number: Int
  }

  private struct Host {
    var running = 0
    var nextStart: Instant?
    /// The most urgent first, of these the longest waiting.
    var queue: [Waiting] = []

    func isFree(_ limits: Limits) -> Bool { running < limits.perHost && !queue.isEmpty }
  }

  private let limits: Limits
  private var hosts: [String: Host] = [:]
  private var running = 0
  private var lastNumber = 0

  package init(limits: Limits) { self.limits = limits }

  /// A ticket joins the queue of its host.
  /// - Parameter continuing: whether this is a later step of a transfer that already had its turn: it goes before
  ///   the others of its priority.
  package mutating func add(
    _ ticket: Ticket, host: String, priority: FetchRequest.Priority, continuing: Bool = false
  ) {
    lastNumber += 1
    let entry = Waiting(ticket: ticket, priority: priority, number: continuing ? -lastNumber : lastNumber)
    var queue = hosts[host, default: Host()].queue
    let place = queue.lastIndex {
      $0.priority > entry.priority || ($0.priority == entry.priority && !continuing)
    }
    queue.insert(entry, at: place.map { $0 + 1 } ?? 0)
    hosts[host, default: Host()].queue = queue
  }

  /// Takes a waiting ticket out.
  package mutating func withdraw(_ ticket: Ticket, host: String) {
    hosts[host]?.queue.removeAll { $0.ticket == ticket }
  }

  /// A started transfer has ended.
  package mutating func finish(host: String) {
    guard let running = hosts[host]?.running, running > 0 else { return }
    hosts[host]?.running = running - 1
    self.running -= 1
  }

  /// Takes those whose turn it is; hosts where nothing moves any more are forgotten.
  package mutating func start(at now: Instant) -> [Ticket] {
    hosts = hosts.filter {
      $0.value.running > 0 || !$0.value.queue.isEmpty || ($0.value.nextStart ?? now) > now
    }
    var started: [Ticket] = []
    while let host = mostUrgentHost(at: now) {
      guard let first = hosts[host]?.queue.removeFirst() else { break }
      hosts[host]?.running += 1
      hosts[host]?.nextStart = now + limits.gap
      running += 1
      started.append(first.ticket)
    }
    return started
  }

  /// When the next waiting transfer may start if nothing else ends before; `nil` when only an end can help.
  package func nextStart() -> Instant? {
    guard running < limits.transfers else { return nil }
    return hosts.values.filter { $0.isFree(limits) && mayRun($0.queue[0]) }.compactMap(\.nextStart).min()
  }

  private func mostUrgentHost(at now: Instant) -> String? {
    var best: (host: String, entry: Waiting)?
    for (name, host) in hosts where host.isFree(limits) && (host.nextStart ?? now) <= now {
      let entry = host.queue[0]
      guard mayRun(entry) else { continue }
      guard let leader = best?.entry else {
        best = (name, entry)
        continue
      }
      if (entry.priority, -entry.number) > (leader.priority, -leader.number) { best = (name, entry) }
    }
    return best?.host
  }

  private func mayRun(_ entry: Waiting) -> Bool {
    running < (entry.priority == .reader ? limits.transfers : limits.transfers - limits.keptForReader)
  }
}
