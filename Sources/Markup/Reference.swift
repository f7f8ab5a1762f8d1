/// Addresses as pages and feeds write them.
package enum Reference {
  /// The address that a reference means, seen from a base (RFC 3986 §5.2).
  ///
  /// What people and programs write is taken as it is meant: white space around it and line ends within it go,
  /// spaces inside become `%20`, backslashes before a query become slashes. Escapes and letters outside ASCII stay
  /// as written, so that one address has one spelling.
  ///
  /// - Parameter base: an absolute address, or a relative one, or `nil` when nothing is known.
  /// - Returns: the reference itself where no base is needed; `nil` when it is empty, has control characters or
  ///   needs a base that is not there.
  package static func resolve(_ reference: String, against base: String?) -> String? {
    if isPlain(reference) { return reference }
    // Nothing but a scheme makes an address of what stands against nothing.
    if base == nil, !reference.utf8.contains(0x3A) { return nil }
    return resolve(reference, from: base.map(ReferenceBase.init))
  }

  /// The address that a reference means, seen from a base that serves many of them; as above.
  package static func resolve(_ reference: String, from base: ReferenceBase?) -> String? {
    if isPlain(reference) { return reference }
    if let site = base?.site, isPlainPath(reference) { return site + reference }
    guard let tidied = tidied(reference), !tidied.isEmpty else { return nil }
    let parts = Parts(tidied)
    if let scheme = parts.scheme {
      // `http:page.html` means what it meant in RFC 1630: the same scheme, a relative reference.
      guard parts.authority == nil, isHierarchical(scheme), let over = base?.parts,
        over.scheme?.lowercased() == scheme.lowercased(), over.authority != nil
      else { return parts.withoutDots.text }
      var relative = parts
      relative.scheme = nil
      return relative.resolved(against: over).text
    }
    guard let over = base?.parts, over.scheme != nil else { return nil }
    guard over.authority != nil || over.path.hasPrefix("/") else { return nil }
    return parts.resolved(against: over).text
  }

  /// Whether it is absolute and has nothing to tidy, as most are.
  private static func isPlain(_ reference: String) -> Bool {
    let utf8 = reference.utf8
    guard utf8.starts(with: "http://".utf8) || utf8.starts(with: "https://".utf8) else { return false }
    return isTidy(utf8)
  }

  /// Whether it is a path from the site's root and has nothing to tidy.
  private static func isPlainPath(_ reference: String) -> Bool {
    reference.utf8.first == 0x2F && reference.utf8.dropFirst().first != 0x2F && isTidy(reference.utf8)
  }

  /// Printable ASCII without spaces, backslashes and segments that begin with a dot.
  private static func isTidy(_ utf8: String.UTF8View) -> Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      guard byte > 0x20, byte < 0x7F, byte != 0x5C, byte != 0x2E || previous != 0x2F else { return false }
      previous = byte
    }
    return true
  }

  private static func isHierarchical(_ scheme: String) -> Bool {
    ["http", "https", "ftp"].contains(scheme.lowercased())
  }

  fileprivate static func tidied(_ text: String) -> String? {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }) { return text }
    var result = String.UnicodeScalarView()
    var isBeforeQuery = true
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { $0.value > 0x20 && $0 != "\u{FEFF}" }),
      let last = scalars.lastIndex(where: { $0.value > 0x20 && $0 != "\u{FEFF}" })
    else { return "" }
    for scalar in scalars[first...last] {
      switch scalar {
      case "\t", "\n", "\r": continue
      case " ": result.append(contentsOf: "%20".unicodeScalars)
      case "\\" where isBeforeQuery: result.append("/")
      default:
        guard scalar.value > 0x20, scalar.value != 0x7F else { return nil }
        if scalar == "?" || scalar == "#" { isBeforeQuery = false }
        result.append(scalar)
      }
    }
    return String(result)
  }
}

/// What references stand against, taken apart once.
package struct ReferenceBase: Sendable {
  /// The address as it was given.
  package let text: String
  fileprivate let parts: Parts?
  /// Scheme and authority, where there are both: what stands before a path from the root.
  fileprivate let site: String?

  /// - Parameter text: an address; of one that is none, nothing can be resolved against it.
  package init(_ text: String) {
    self.text = text
    parts = Reference.tidied(text).map(Parts.init)
    site = parts.flatMap { parts in
      parts.authority.flatMap { authority in parts.scheme.map { $0 + "://" + authority } }
    }
  }
}

/// The five components of RFC 3986 §3.
private struct Parts {
  var scheme: String?
  var authority: String?
  var path: String
  var query: String?
  var fragment: String?

  /// Splits as the expression of RFC 3986, appendix B, does: any text has its parts.
  init(_ text: String) {
    var rest = Substring(text)
    if let hash = rest.utf8.firstIndex(of: 0x23) {
      fragment = String(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let mark = rest.utf8.firstIndex(of: 0x3F) {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if let colon = rest.utf8.firstIndex(of: 0x3A), Self.isScheme(rest[..<colon].utf8) {
      scheme = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    }
    if rest.utf8.starts(with: "//".utf8) {
      let afterSlashes = rest.dropFirst(2)
      let end = afterSlashes.utf8.firstIndex(of: 0x2F) ?? afterSlashes.endIndex
      authority = String(afterSlashes[..<end])
      rest = afterSlashes[end...]
    }
    path = String(rest)
  }

  private static func isScheme(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    return text.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D
        || $0 == 0x2E
    }
  }

  /// RFC 3986 §5.2.2, for a reference without a scheme.
  func resolved(against base: Parts) -> Parts {
    var result = self
    result.scheme = base.scheme
    guard authority == nil else { return result.withoutDots }
    result.authority = base.authority
    if path.isEmpty {
      result.path = base.path
      result.query = query ?? base.query
    } else if !path.utf8.starts(with: "/".utf8) {
      if base.authority != nil, base.path.isEmpty {
        result.path = "/" + path
      } else if let slash = base.path.utf8.lastIndex(of: 0x2F) {
        result.path = base.path[...slash] + path
      }
    }
    return result.withoutDots
  }

  /// RFC 3986 §5.2.4, where there is a hierarchy.
  var withoutDots: Parts {
    guard path.utf8.starts(with: "/".utf8), path.contains("/.") else { return self }
    var kept: [Substring] = []
    let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        _ = kept.popLast()
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    var result = self
    result.path = "/" + kept.joined(separator: "/")
    return result
  }

  var text: String {
    var result = scheme.map { $0 + ":" } ?? ""
    if let authority { result += "//" + authority }
    result += path
    if let query { result += "?" + query }
    if let fragment { result += "#" + fragment }
    return result
  }
}
