import Foundation

/// An absolute address of something that can be fetched or opened: http, https or file.
///
/// The text is kept as the site wrote it but for surrounding white space; it never holds control characters or
/// spaces, and is at most `maximumBytes` long. Relative references are resolved before, in `Markup` (RFC 3986 §5).
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// Longer addresses are refused: no server of a news site answers them.
  package static let maximumBytes = 4096

  /// The whole address.
  package let text: String

  /// - Returns: `nil` unless the text is an absolute http, https or file address with what its scheme demands.
  package init?(_ text: String) {
    if Self.isPlainWeb(text) {
      self.text = text
      return
    }
    // Printable ASCII, as nearly all addresses are, needs no cleaning.
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    let trimmed = isPlain ? text : text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard trimmed.utf8.count <= Self.maximumBytes,
      isPlain || !trimmed.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F })
    else { return nil }
    guard isPlain || trimmed == CleanText.line(trimmed) else { return nil }
    guard let colon = trimmed.firstIndex(of: ":") else { return nil }
    let scheme = trimmed[..<colon].lowercased()
    let rest = trimmed[trimmed.index(after: colon)...]
    switch scheme {
    case "http", "https":
      guard rest.hasPrefix("//") else { return nil }
      let authority = rest.dropFirst(2).prefix { !"/?#".contains($0) }
      // A password may stand without a user, a host may not be missing.
      let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
      guard authority.first != "@", let first = host.first, first != ":" else { return nil }
    case "file":
      guard rest.hasPrefix("/") else { return nil }
    default:
      return nil
    }
    self.text = trimmed.utf8.starts(with: scheme.utf8) ? trimmed : scheme + ":" + rest
  }

  package var description: String { text }

  /// Whether it is of http or https, with a host, and printable ASCII throughout, as nearly all are.
  private static func isPlainWeb(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count <= maximumBytes, bytes.starts(with: "http".utf8) else { return false }
      let colon = bytes.count > 4 && bytes[4] == 0x73 ? 5 : 4
      guard bytes[colon...].starts(with: "://".utf8), bytes.count > colon + 3 else { return false }
      // / ? # : @
      guard ![0x2F, 0x3F, 0x23, 0x3A, 0x40].contains(bytes[colon + 3]) else { return false }
      return bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
  }

  /// `http`, `https` or `file`, in lower case.
  package var scheme: String { String(text[..<colon]) }

  /// Where the scheme ends; every address has one.
  private var colon: String.Index { text.utf8.firstIndex(of: 0x3A) ?? text.startIndex }

  /// The host in lower case without user, port and brackets; empty for `file`.
  package var host: String {
    guard !text.utf8.starts(with: "file:".utf8) else { return "" }
    var text = text
    return text.withUTF8 { bytes in
      let start = (bytes.firstIndex(of: 0x3A) ?? 0) + 3
      guard start < bytes.count else { return "" }
      var host = bytes[start...].prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
      if let at = host.lastIndex(of: 0x40) { host = host[(at + 1)...] }
      let isBracketed = host.first == 0x5B
      host = isBracketed ? host.dropFirst().prefix { $0 != 0x5D } : host.prefix { $0 != 0x3A }
      let isLower = host.allSatisfy { $0 < 0x80 && $0 &- 0x41 >= 26 }
      let name = String(decoding: host, as: UTF8.self)
      return isLower ? name : name.lowercased()
    }
  }

  /// The path, from its first slash up to a query or fragment; `/` where the address has none.
  package var path: String { withPath { $0.isEmpty ? "/" : String(decoding: $0, as: UTF8.self) } }

  /// Looks at the bytes of the path as written; none where the address has no path.
  package func withPath<Result>(_ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Result) -> Result {
    var text = text
    return text.withUTF8 { bytes in
      var rest = bytes[((bytes.firstIndex(of: 0x3A) ?? -1) + 1)...]
      if rest.starts(with: "//".utf8) {
        rest = rest.dropFirst(2).drop { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
      }
      return body(rest.prefix { $0 != 0x3F && $0 != 0x23 })
    }
  }

  /// The address without its fragment: what two links to one page share.
  package var withoutFragment: WebAddress {
    guard let hash = text.utf8.firstIndex(of: 0x23), let bare = WebAddress(String(text[..<hash])) else {
      return self
    }
    return bare
  }
}

extension WebAddress: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let address = WebAddress(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an absolute web address")
    }
    self = address
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
