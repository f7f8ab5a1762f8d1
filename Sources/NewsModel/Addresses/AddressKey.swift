/// What an address names, apart from how it is written: two links with equal keys lead to one page.
///
/// Made after RFC 3986 §6.2 (case of host and of percent-encoding, letters encoded without need, dot segments, the
/// default port, RFC 3987's raw letters) and after what the web does: http and https, `www.`, `m.` and `amp.`, a last
/// slash, `index.html`, the order of parameters, sessions and campaigns (`AddressKey+Parameters`) tell nothing apart.
/// Upper and lower case in a path, `%2F` and `/`, any other host and any other parameter do.
package struct AddressKey: Hashable, Sendable {
  /// Host, path and parameters in ASCII; begins with `file:` for files and with the host for the web.
  package let page: String
  /// The fragment, where it names something of its own: a note of a live page, a route of a program.
  package let fragment: String?

  /// The whole key.
  package var text: String { fragment.map { "\(page)#\($0)" } ?? page }

  package init(_ address: WebAddress) {
    var text = address.text
    (page, fragment) = text.withUTF8 { bytes in
      let colon = bytes.firstIndex(of: Byte.colon) ?? bytes.endIndex
      let isFile = bytes[..<colon].elementsEqual("file".utf8)
      let rest = bytes[min(colon + 1, bytes.endIndex)...].drop { !isFile && $0 == Byte.slash }
      let authority = isFile ? rest.prefix(0) : rest.prefix { !Byte.endsAuthority.contains($0) }
      let afterAuthority = rest[authority.endIndex...]
      let path = afterAuthority.prefix { $0 != Byte.question && $0 != Byte.hash }
      let afterPath = afterAuthority[path.endIndex...]
      let query =
        afterPath.first == Byte.question
        ? afterPath.dropFirst().prefix { $0 != Byte.hash } : afterPath.prefix(0)
      let hash = afterPath.firstIndex(of: Byte.hash)
      let fragment = hash.map { afterPath[($0 + 1)...] }
      var key = isFile ? Array("file:".utf8) : Self.host(of: authority)
      let parameters = isFile ? Array(query) : Self.parameters(of: query)
      key += isFile ? Self.normalized(path) : Self.path(of: path)
      if !parameters.isEmpty { key += [Byte.question] + parameters }
      return (String(decoding: key, as: UTF8.self), fragment.flatMap(Self.naming))
    }
  }

  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// Whether it is a host's front page.
  package var isFront: Bool { !page.utf8.contains(Byte.slash) && !page.utf8.contains(Byte.question) }

  /// The host, and the port where it is not the usual one.
  package var host: Substring { page.prefix { $0 != "/" && $0 != "?" } }

  /// The parts of the path, percent-encoded, in their order.
  package var segments: [Substring] {
    page.dropFirst(host.count).prefix { $0 != "?" }.split(separator: "/")
  }

  /// What stands behind the question mark.
  package var query: Substring? {
    page.firstIndex(of: "?").map { page[page.index(after: $0)...] }
  }

  // MARK: Host

  /// Without user, default port and the prefixes of a site's other faces; in the name system's letters.
  private static func host(of authority: Bytes) -> [UInt8] {
    let hostAndPort = authority.lastIndex(of: Byte.at).map { authority[($0 + 1)...] } ?? authority
    var host = hostAndPort
    var port = hostAndPort.suffix(0)
    if let colon = hostAndPort.lastIndex(of: Byte.colon), !hostAndPort[colon...].contains(0x5D) {
      host = hostAndPort[..<colon]
      port = hostAndPort[(colon + 1)...]
    }
    var name: [UInt8]
    if host.allSatisfy({ $0 < 0x80 }) {
      name = host.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    } else {
      let text = String(decoding: host, as: UTF8.self)
      name = Array((Punycode.host(text) ?? text.lowercased()).utf8)
    }
    if name.last == Byte.dot { name.removeLast() }
    var bare = name[...]
    while let face = faces.first(where: { bare.starts(with: $0.utf8) }),
      bare.dropFirst(face.utf8.count).contains(Byte.dot)
    {
      bare = bare.dropFirst(face.utf8.count)
    }
    let isUsual = port.isEmpty || port.elementsEqual("80".utf8) || port.elementsEqual("443".utf8)
    return Array(bare) + (isUsual ? [] : [Byte.colon] + Array(port))
  }

  private static let faces = ["www.", "m.", "mobile.", "amp."]

  // MARK: Path

  /// Without a session, a last slash, an index page and the mark of the accelerated form.
  private static func path(of path: Bytes) -> [UInt8] {
    var parts: [[UInt8]] = []
    for part in path.split(separator: Byte.slash) {
      let normal = normalized(withoutSession(part))
      if normal == [Byte.dot] || normal.isEmpty { continue }
      if normal == [Byte.dot, Byte.dot] {
        _ = parts.popLast()
      } else {
        parts.append(normal)
      }
    }
    if let last = parts.last, indexPages.contains(where: { last.elementsEqual($0.utf8) }) {
      parts.removeLast()
    }
    if parts.count > 1 {
      if parts.last.map(isAmp) == true { parts.removeLast() } else if isAmp(parts[0]) { parts.removeFirst() }
    }
    if let last = parts.last, last.count > 9, last.suffix(9).elementsEqual(".amp.html".utf8) {
      parts[parts.count - 1] = last.dropLast(9) + Array(".html".utf8)
    }
    return parts.flatMap { [Byte.slash] + $0 }
  }

  private static let indexPages = [
    "index.html", "index.htm", "index.shtml", "index.php", "index.asp", "index.aspx", "default.asp",
    "default.aspx",
  ]

  private static func isAmp(_ part: [UInt8]) -> Bool { part.elementsEqual("amp".utf8) }

  /// A part of a path without Java's session (`;jsessionid=…`) and its like.
  private static func withoutSession(_ part: Bytes) -> Bytes {
    guard let semicolon = part.firstIndex(of: Byte.semicolon) else { return part }
    let name = part[(semicolon + 1)...].prefix { $0 != Byte.equals }
    return isSession(String(decoding: name, as: UTF8.self).lowercased()) ? part[..<semicolon] : part
  }

  // MARK: Encoding

  /// Letters that were encoded without need are the letters; everything that is no ASCII is encoded, in upper case.
  static func normalized(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.first {
      rest = rest.dropFirst()
      if byte == Byte.percent, let high = rest.first.flatMap(value),
        let low = rest.dropFirst().first.flatMap(value)
      {
        rest = rest.dropFirst(2)
        let decoded = high << 4 | low
        if isUnreserved(decoded) { result.append(decoded) } else { encode(decoded, into: &result) }
      } else if byte < 0x80, byte > 0x20 {
        result.append(byte)
      } else {
        encode(byte, into: &result)
      }
    }
    return result
  }

  private static func encode(_ byte: UInt8, into result: inout [UInt8]) {
    result += [Byte.percent, digit(byte >> 4), digit(byte & 15)]
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }

  /// RFC 3986 §2.3.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  /// The bytes that part an address.
  enum Byte {
    static let slash = UInt8(ascii: "/")
    static let question = UInt8(ascii: "?")
    static let hash = UInt8(ascii: "#")
    static let colon = UInt8(ascii: ":")
    static let at = UInt8(ascii: "@")
    static let dot = UInt8(ascii: ".")
    static let semicolon = UInt8(ascii: ";")
    static let equals = UInt8(ascii: "=")
    static let ampersand = UInt8(ascii: "&")
    static let percent = UInt8(ascii: "%")
    static let endsAuthority = [slash, question, hash]
  }
}
