extension WebAddress {
  /// Scheme, host and port: what a password or a field of a request is meant for (RFC 6454 §4).
  package struct Origin: Hashable, Sendable {
    /// `http`, `https` or `file`.
    package var scheme: String
    /// In lower case, without user and brackets; empty for `file`.
    package var host: String
    /// The one written, else the scheme's own; 0 for `file`, or where what is written is none.
    package var port: UInt16

    package init(scheme: String, host: String, port: UInt16) {
      self.scheme = scheme
      self.host = host
      self.port = port
    }
  }

  /// Where a request for the address goes.
  package var origin: Origin {
    let usual: UInt16 =
      switch scheme {
      case "http": 80
      case "https": 443
      default: 0
      }
    let afterBracket = hostAndPort.lastIndex(of: "]").map { hostAndPort[$0...] } ?? hostAndPort
    guard let colon = afterBracket.lastIndex(of: ":") else {
      return Origin(scheme: scheme, host: host, port: usual)
    }
    let written = afterBracket[afterBracket.index(after: colon)...]
    return Origin(scheme: scheme, host: host, port: written.isEmpty ? usual : UInt16(written) ?? 0)
  }

  /// Host and port in lower case, without user, as one server is told from another; empty for files.
  package var server: String { hostAndPort.lowercased() }

  private var hostAndPort: Substring {
    authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
  }

  /// User, host and port as written (RFC 3986 §3.2); empty for `file:/path`.
  package var authority: Substring {
    let rest = text[text.index(after: text.firstIndex(of: ":") ?? text.startIndex)...]
    guard rest.hasPrefix("//") else { return "" }
    return rest.dropFirst(2).prefix { !"/?#".contains($0) }
  }
}
