import Configuration
import Fetching
import NewsModel
import Phrases
import ReaderDesk
import Threads

extension Checkup {
  /// Whether the first site that is followed answers, through the proxy that its address would be asked through.
  func network(asking sites: [Site]) -> Diagnosis {
    guard let site = sites.first(where: { $0.home.scheme != "file" }) else {
      return .note(.doctorNetwork, phrases[isOffline ? .offline : .doctorNobodyToAsk])
    }
    var manners = Program.manners(settings)
    manners.proxies = ProxyChoice(environment: environment)
    let through = manners.proxy(for: site.home).map { " · \(Self.withoutPassword($0))" } ?? ""
    if isOffline { return .note(.doctorNetwork, phrases[.offline] + through) }
    let transport = CurlTransport(configuration: manners)
    let request = FetchRequest(address: site.home, limitBytes: settings.bodyLimit, priority: .reader)
    let outcome = AsyncBridge.wait { await transport.fetch(request) }
    if let failure = outcome.failure {
      return .wrong(.doctorNetwork, phrases.sentence(for: .fetch(failure, at: site.home)) + through)
    }
    return .good(.doctorNetwork, phrases.text(.doctorAnswered, ["host": site.home.host]) + through)
  }

  /// A proxy's address as it may be shown.
  private static func withoutPassword(_ address: String) -> String {
    guard let at = address.lastIndex(of: "@") else { return address }
    let scheme = address.range(of: "://")?.upperBound ?? address.startIndex
    return address[..<min(scheme, at)] + "…" + address[at...]
  }
}
