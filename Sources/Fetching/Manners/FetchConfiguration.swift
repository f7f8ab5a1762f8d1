import Foundation
import NewsModel

/// The manners and bounds of `CurlTransport`.
package struct FetchConfiguration: Sendable {
  /// What one host needs beyond the usual.
  package struct HostSettings: Hashable, Sendable {
    /// A proxy's address, in place of the environment's; empty: none.
    package var proxy: String?
    /// A file of root certificates (PEM), trusted for this host beside the machine's own.
    package var extraRoots: String?

    package init(proxy: String? = nil, extraRoots: String? = nil) {
      self.proxy = proxy
      self.extraRoots = extraRoots
    }
  }

  /// The header `User-Agent`: the program, its version and where to ask about it.
  package var userAgent: String
  /// For name, connection and TLS together.
  package var connectTimeout = Duration.seconds(10)
  /// The longest silence.
  package var idleTimeout = Duration.seconds(20)
  /// From the first connection to the last byte, redirects included; waiting for a turn does not count.
  package var totalTimeout = Duration.seconds(60)
  /// One more is `FetchFailure.tooManyRedirects`.
  package var maximumRedirects = 10
  /// Transfers at once, to all hosts: politeness is owed to each of them, not to their sum. Fewer where the system
  /// lets the process open fewer files (`OpenFiles`).
  package var maximumTransfers = 512
  /// Of these, how many are kept for requests that somebody waits for.
  package var transfersKeptForReader = 2
  /// Transfers at once to one host.
  package var maximumPerHost = 2
  /// From the start of one transfer to a host to the start of the next.
  package var gap = Duration.milliseconds(100)
  /// By host name, in lower case.
  package var hosts: [String: HostSettings] = [:]
  /// The proxies that the environment names.
  package var proxies = ProxyChoice(environment: ProcessInfo.processInfo.environment)
  /// Names and passwords by host; `nil`: `~/.netrc`.
  package var netrcFile: String?
  /// Tells a missing network from an unknown host when a name has no answer.
  package var isOnline: @Sendable () -> Bool = { NetworkInterfaces.haveAddress }

  /// - Parameters:
  ///   - version: the program's.
  ///   - contact: a page or a mail address where a site's keeper can ask.
  package init(version: String, contact: String) {
    userAgent = "Vestnik/\(version) (+\(contact))"
  }

  /// The proxy that an address is asked through; `nil`: none.
  package func proxy(for address: WebAddress) -> String? {
    proxies.proxy(for: address, setting: hosts[address.host]?.proxy)
  }
}
