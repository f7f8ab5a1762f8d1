import Fetching
import Foundation
import NewsCache
import NewsModel

/// What a refresh learns of whole servers: one that nothing reaches is left alone, for the rest of the refresh and
/// after it; one good answer of any of its sources speaks for it.
struct HostVerdicts: Sendable {
  private struct Evidence {
    var hasAnswered = false
    var weight = 0
    var failure: FetchFailure?
  }

  /// This much against a server, and nothing for it, makes it one that is not there.
  private static let enough = 4

  private var evidence: [String: Evidence] = [:]

  /// Takes over how asking an address ended.
  /// - Parameter failure: `nil`: well.
  mutating func note(_ failure: SourceFailure?, at address: WebAddress) {
    let server = address.server
    guard !server.isEmpty else { return }
    switch failure {
    case nil, .notNews, .cache: evidence[server, default: Evidence()].hasAnswered = true
    case .fetch(let failure):
      guard failure.has(.concernsHost) else {
        if failure.has(.isAnswer) { evidence[server, default: Evidence()].hasAnswered = true }
        return
      }
      evidence[server, default: Evidence()].failure = failure
      evidence[server, default: Evidence()].weight += Self.weight(of: failure)
    }
  }

  /// Why nothing more is to be asked of an address's server in this refresh; `nil`: it may be asked.
  func reasonToStop(at address: WebAddress) -> FetchFailure? {
    guard let found = evidence[address.server], !found.hasAnswered, found.weight >= Self.enough else {
      return nil
    }
    return found.failure
  }

  /// What is to be kept of the servers.
  /// - Parameter known: what was kept of them before, by name.
  func states(known: [String: HostState], now: Date) -> [HostState] {
    evidence.sorted { $0.key < $1.key }.compactMap { name, found in
      let before = known[name]
      if found.hasAnswered { return before.map { _ in HostState(name: name) } }
      guard let failure = found.failure else { return nil }
      let failures = (before?.failures ?? 0) + 1
      return HostState(
        name: name, failures: failures,
        notBefore: Backoff().nextAllowed(after: failure, failures: failures, key: name, now: now),
        outcome: FailureCode.write(.fetch(failure)).code)
    }
  }

  /// A closed door is one for all; silence and refusals may be one page's own.
  private static func weight(of failure: FetchFailure) -> Int {
    failure.has(.closesHost) ? enough : 1
  }
}
