import Glibc
import NewsModel

/// Which proxy an address is asked through: decided here, not by libcurl, so that what is told of it is what is done.
///
/// The environment is read as curl reads it: `http_proxy` or `https_proxy` by the scheme, else `all_proxy`; names in
/// capitals too, but not `HTTP_PROXY`, which a web server fills with a visitor's words; none for what `no_proxy` names.
package struct ProxyChoice: Sendable {
  private let byScheme: [String: String]
  private let exceptions: [Substring]

  /// - Parameter environment: the process's variables; empty ones count as not set.
  package init(environment: [String: String]) {
    func value(_ names: String...) -> String? {
      names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    let any = value("all_proxy", "ALL_PROXY")
    var byScheme: [String: String] = [:]
    byScheme["http"] = value("http_proxy") ?? any
    byScheme["https"] = value("https_proxy", "HTTPS_PROXY") ?? any
    self.byScheme = byScheme
    let exceptions = value("no_proxy", "NO_PROXY") ?? ""
    self.exceptions = exceptions.split { $0 == "," || $0.isWhitespace }
  }

  /// The proxy's address; `nil`: none.
  /// - Parameter setting: what is set for the host, in place of the environment's; empty: none.
  package func proxy(for address: WebAddress, setting: String? = nil) -> String? {
    if let setting { return setting.isEmpty ? nil : setting }
    // As in browsers, this machine itself is reached without the environment's proxy.
    guard !Self.isLoopback(address.host), let proxy = byScheme[address.scheme] else { return nil }
    return exceptions.contains { Self.covers($0, address.host) } ? nil : proxy
  }

  private static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }

  /// Whether an entry of `no_proxy` is a host, a domain above it, or a network that it lies in.
  private static func covers(_ entry: Substring, _ host: String) -> Bool {
    if entry == "*" { return true }
    let parts = entry.split(separator: "/", omittingEmptySubsequences: false)
    if let address = bytes(of: host) {
      guard parts.count <= 2, let network = bytes(of: String(parts[0])), network.count == address.count else {
        return false
      }
      let bits = parts.count == 2 ? Int(parts[1]) : address.count * 8
      guard let bits, (0...address.count * 8).contains(bits) else { return false }
      return (0..<bits).allSatisfy { bit in
        (address[bit / 8] ^ network[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
      }
    }
    let name = entry.drop { $0 == "." }.lowercased()
    return !name.isEmpty && (host == name || host.hasSuffix("." + name))
  }

  /// An address in numbers, of version 4 or 6, as its bytes; `nil` for a name.
  private static func bytes(of host: String) -> [UInt8]? {
    let bare = host.hasPrefix("[") ? String(host.dropFirst().prefix { $0 != "]" }) : host
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      if inet_pton(family, bare, &bytes) == 1 { return bytes }
    }
    return nil
  }
}
