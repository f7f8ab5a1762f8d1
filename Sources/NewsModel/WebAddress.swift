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
      guard let first = rest.dropFirst(2).first, !"/?#:@".contains(first) else { return nil }
    case "file":
      guard rest.hasPrefix("/") else { return nil }
    default:
      return nil
    }
    self.text = trimmed.utf8.starts(with: scheme.utf8) ? trimmed : scheme + ":" + rest
  }

  package var description: String { text }

  /// `http`, `https` or `file`, in lower case.
  package var scheme: String { String(text[..<colon]) }

  /// Where the scheme ends; every address has one.
  private var colon: String.Index { text.utf8.firstIndex(of: 0x3A) ?? text.startIndex }

  /// The host in lower case without user, port and brackets; empty for `file`.
  package var host: String {
    guard !text.utf8.starts(with: "file:".utf8) else { return "" }
    var host = text.utf8[colon...].dropFirst(3).prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    if let at = host.lastIndex(of: 0x40) { host = host[host.index(after: at)...] }
    let isBracketed = host.first == 0x5B
    host = isBracketed ? host.dropFirst().prefix { $0 != 0x5D } : host.prefix { $0 != 0x3A }
    return Substring(host).lowercased()
  }

  /// The path, from its first slash up to a query or fragment; `/` where the address has none.
  package var path: String {
    var rest = text.utf8[colon...].dropFirst()
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2).drop { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    }
    let path = rest.prefix { $0 != 0x3F && $0 != 0x23 }
    return path.isEmpty ? "/" : String(Substring(path))
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
