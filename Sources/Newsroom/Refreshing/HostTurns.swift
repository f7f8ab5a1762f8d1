import NewsModel

/// What is fetched from one address.
protocol AddressedJob {
  /// Its host, and the host's server, tell whose turn it takes.
  var address: WebAddress { get }
}

/// What is to be fetched, so dealt out that a slow host holds up none of the others.
///
/// Hosts take turns; each has few jobs under way, of which the transport asks for as many as manners allow.
struct HostTurns<Job: AddressedJob & Sendable>: Sendable {
  /// Of one host: as many as are asked at a time, and one whose answer is being read.
  private static var perHost: Int { 3 }

  /// Each host's jobs, the last first.
  private var lines: [String: [Job]] = [:]
  private var running: [String: Int] = [:]
  /// The hosts that have a job waiting and room for it, in the order of their turns.
  private var turns: [String] = []
  private var turn = 0

  init(_ jobs: [Job]) {
    for job in jobs {
      let host = job.address.host
      if lines[host] == nil { turns.append(host) }
      lines[host, default: []].append(job)
    }
    for host in turns { lines[host]?.reverse() }
  }

  /// Whether the turn of one has come.
  var isAnyLeft: Bool { turn < turns.count }

  /// The job whose turn it is; `nil` when none is left, or none whose host has room.
  mutating func next() -> Job? {
    while turn < turns.count {
      let host = turns[turn]
      turn += 1
      guard let job = lines[host]?.popLast() else { continue }
      running[host, default: 0] += 1
      offer(host)
      return job
    }
    return nil
  }

  /// Adds a job behind those of its host.
  mutating func add(_ job: Job) {
    let host = job.address.host
    let isFirst = lines[host]?.isEmpty ?? true
    lines[host, default: []].insert(job, at: 0)
    if isFirst { offer(host) }
  }

  /// A job that was handed out is done.
  mutating func finish(_ job: Job) {
    let host = job.address.host
    let isFull = running[host, default: 0] == Self.perHost
    running[host, default: 1] -= 1
    if isFull { offer(host) }
  }

  /// Takes out all jobs at a server that were not handed out yet.
  mutating func drop(serverOf address: WebAddress) -> [Job] {
    guard let line = lines[address.host] else { return [] }
    let server = address.server
    lines[address.host] = line.filter { $0.address.server != server }
    return line.filter { $0.address.server == server }.reversed()
  }

  /// Takes out all jobs that were not handed out yet, in no order.
  mutating func dropAll() -> [Job] {
    defer { lines = [:] }
    return lines.values.flatMap { $0 }
  }

  private mutating func offer(_ host: String) {
    if lines[host]?.isEmpty == false, running[host, default: 0] < Self.perHost { turns.append(host) }
  }
}
