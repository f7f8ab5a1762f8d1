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
  package var scheme: String { String(text.prefix { $0 != ":" }) }

  /// The host in lower case without user, port and brackets; empty for `file`.
  package var host: String {
    guard scheme != "file" else { return "" }
    let authority = text.dropFirst(scheme.utf8.count + 3).prefix { !"/?#".contains($0) }
    let afterUser = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
    if afterUser.hasPrefix("[") { return afterUser.dropFirst().prefix { $0 != "]" }.lowercased() }
    return afterUser.prefix { $0 != ":" }.lowercased()
  }

  /// The path, from its first slash up to a query or fragment; `/` where the address has none.
  package var path: String {
    let afterScheme = text.dropFirst(scheme.utf8.count + 1)
    let afterHost =
      afterScheme.hasPrefix("//") ? afterScheme.dropFirst(2).drop { !"/?#".contains($0) } : afterScheme
    let path = afterHost.prefix { $0 != "?" && $0 != "#" }
    return path.isEmpty ? "/" : String(path)
  }

  /// The address without its fragment: what two links to one page share.
  package var withoutFragment: WebAddress {
    guard let hash = text.firstIndex(of: "#"), let bare = WebAddress(String(text[..<hash])) else {
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
