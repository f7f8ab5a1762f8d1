import Foundation

/// Addresses without what is between their reader and a server alone.
extension WebAddress {
  /// The address without user and password: what is shown, logged, named and handed on (RFC 3986 §7.5). The address
  /// itself is for requests alone.
  package var withoutCredentials: WebAddress {
    guard scheme != "file", authority.contains("@") else { return self }
    return WebAddress(text.withoutCredentials) ?? self
  }

  /// As text, without user and password.
  package var shown: String { withoutCredentials.text }

  /// Whether a user or a password stands in it: what holds it is for its owner alone.
  package var hasCredentials: Bool { scheme != "file" && authority.contains("@") }
}

extension String {
  /// Without users and passwords of the addresses in it, wherever they stand.
  package var withoutCredentials: String {
    guard utf8.contains(0x40), contains("://") else { return self }
    var result = ""
    var rest = Substring(self)
    while let mark = rest.range(of: "://") {
      result += rest[..<mark.upperBound]
      rest = rest[mark.upperBound...]
      let authority = rest.prefix { !"/?#\"'<>".contains($0) && !$0.isWhitespace }
      if let at = authority.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    }
    return result + rest
  }
}
