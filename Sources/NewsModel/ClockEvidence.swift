import Foundation

/// What speaks for and against the machine's clock: two of three that agree are believed, the machine, the others (servers
/// by their `Date` headers, feeds by their newest articles) and what the archive remembers.
///
/// All moments are of one line, so that they can be compared.
struct ClockEvidence {
  /// Whoever differs by less than this agrees: zones that are set wrongly differ by up to 14 hours.
  private static let agreement: TimeInterval = 86_400
  /// A feed whose newest article is no older than this tells what day it is.
  private static let freshness: TimeInterval = 7 * 86_400
  /// The machine is believed without a witness when it is no further ahead of what the archive remembers.
  private static let longestAbsence: TimeInterval = 35 * 86_400
  /// It is later than this, 2026-01-01: the program did not exist before.
  private static let beginning = Date(timeIntervalSince1970: 1_767_225_600)

  var recalled = ClockMemory()
  private var servers: [String: Date] = [:]
  private var article: Date?

  init(recalled: ClockMemory = ClockMemory()) { self.recalled = recalled }

  /// An answer may have lain in a store on its way: the latest of a host's counts.
  mutating func hear(_ told: Date, from host: String) {
    // Thousands of hosts say no more than some.
    guard servers.count < 64 || servers[host] != nil else { return }
    servers[host] = max(told, servers[host] ?? told)
  }

  /// A feed that tells of what is yet to come bears nothing out.
  mutating func hear(published dates: [Date], wall: Date) {
    guard let newest = dates.max(), newest <= wall.addingTimeInterval(Self.agreement) else { return }
    article = max(newest, article ?? newest)
  }

  /// What to make of what the machine says.
  func judge(_ wall: Date) -> Judgement {
    let server = serverMoment
    if let server, isNear(server, wall) { return Judgement(wall, wall: wall, basis: .witnesses) }
    if server == nil, let article, wall.timeIntervalSince(article) < Self.freshness,
      article.timeIntervalSince(wall) < Self.agreement
    {
      return Judgement(wall, wall: wall, basis: .witnesses)
    }
    // A first run has nothing else to go by.
    if recalled.latest == nil, let server, servers.count > 1 {
      return Judgement(server, wall: wall, basis: .servers)
    }
    if isLikely(wall) { return Judgement(wall, wall: wall, basis: .memory) }
    if let server, servers.count > 1 || isLikely(server) {
      return Judgement(server, wall: wall, basis: .servers)
    }
    let known = wall < earliest ? recalled.witnessed : recalled.latest
    return Judgement(known ?? Self.beginning, wall: wall, basis: .nothing)
  }

  /// What is to be kept for the next run.
  func memory(at wall: Date) -> ClockMemory {
    let judgement = judge(wall)
    switch judgement.basis {
    case .witnesses, .servers: return ClockMemory(witnessed: judgement.moment, lastRun: judgement.moment)
    case .memory: return ClockMemory(witnessed: recalled.witnessed, lastRun: judgement.moment)
    case .nothing: return recalled
    }
  }

  /// The moment in the middle of what the servers say; `nil` where most of them do not agree with it.
  private var serverMoment: Date? {
    let sorted = servers.values.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted[sorted.count / 2]
    return sorted.count { isNear($0, middle) } * 2 > sorted.count ? middle : nil
  }

  private func isNear(_ one: Date, _ other: Date) -> Bool {
    abs(one.timeIntervalSince(other)) < Self.agreement
  }

  private var earliest: Date {
    (recalled.witnessed ?? Self.beginning).addingTimeInterval(-Self.agreement)
  }

  /// Whether a moment fits what the archive remembers.
  private func isLikely(_ moment: Date) -> Bool {
    guard moment >= earliest else { return false }
    return recalled.latest.map { moment < $0.addingTimeInterval(Self.longestAbsence) } ?? true
  }

  /// A moment, and why it is thought to be now.
  struct Judgement: TimeShifted {
    enum Basis {
      case witnesses
      case memory
      case servers
      case nothing
    }

    let moment: Date
    let basis: Basis
    private let lead: TimeInterval

    init(_ moment: Date, wall: Date, basis: Basis) {
      self.init(moment: moment, lead: wall.timeIntervalSince(moment), basis: basis)
    }

    private init(moment: Date, lead: TimeInterval, basis: Basis) {
      self.moment = moment
      self.lead = lead
      self.basis = basis
    }

    var verdict: ClockVerdict {
      switch basis {
      case .witnesses, .memory: .believed
      case .servers, .nothing: lead > 0 ? .ahead(.seconds(lead)) : .behind(.seconds(-lead))
      }
    }

    func shifted(by seconds: TimeInterval) -> Judgement {
      Judgement(moment: moment.addingTimeInterval(seconds), lead: lead, basis: basis)
    }
  }
}
