import Glibc

extension WebAddress {
  /// Whether a text without a scheme begins as an address may: with a host that can exist, then a port, a path or
  /// nothing.
  ///
  /// Such a host is `localhost`, an IP address (one of IPv6 in brackets), or a name of at least two labels in any
  /// script, the last of which is made of letters or begins with `xn--`.
  package static func beginsWithHost(_ text: some StringProtocol) -> Bool {
    var host = Substring(text.prefix { !"/?#".contains($0) })
    if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
      let port = host[colon...].dropFirst()
      guard port.allSatisfy(\.isNumber), UInt16(port) != nil else { return false }
      host = host[..<colon]
    }
    if host.hasPrefix("["), host.hasSuffix("]") { return isNumeric(host.dropFirst().dropLast(), AF_INET6) }
    return host.lowercased() == "localhost" || isNumeric(host, AF_INET) || isName(host)
  }

  private static func isNumeric(_ host: Substring, _ family: Int32) -> Bool {
    var bytes = in6_addr()
    return inet_pton(family, String(host), &bytes) == 1
  }

  /// Underscores are no letters of the name system's hosts, and yet there are sites that have them.
  private static func isName(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last else { return false }
    guard last.count > 1 && last.allSatisfy(\.isLetter) || last.lowercased().hasPrefix("xn--") else {
      return false
    }
    return labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    }
  }
}
