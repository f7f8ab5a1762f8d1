extension WebAddress {
  /// The address as it is sent, in ASCII: the host in the name system's letters (RFC 3492), everything else that RFC 3986
  /// has no place for percent-encoded.
  ///
  /// - Parameter keepsFragment: whether the fragment stays, which no server is sent.
  /// - Returns: `nil` when the host cannot be a name.
  package func wire(keepsFragment: Bool = false) -> String? {
    let whole = keepsFragment ? text : withoutFragment.text
    let prefix = scheme.utf8.count + 3
    let path = whole.dropFirst(prefix + authority.count)
    let afterUser = authority.lastIndex(of: "@").map { authority.index(after: $0) } ?? authority.startIndex
    let hostAndPort = authority[afterUser...]
    let name = hostAndPort.hasPrefix("[") ? hostAndPort : hostAndPort.prefix { $0 != ":" }
    guard let host = Punycode.host(name) else { return nil }
    return whole.prefix(prefix) + Self.encode(authority[..<afterUser]) + host + hostAndPort[name.endIndex...]
      + Self.encode(path)
  }

  /// Every byte that RFC 3986 has no place for; what is encoded already stays as it is.
  private static func encode(_ text: Substring) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: output.append(byte)
      default: output += [UInt8(ascii: "%"), hexadecimal(byte >> 4), hexadecimal(byte & 15)]
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func hexadecimal(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
