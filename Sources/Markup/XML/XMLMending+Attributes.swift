/// Attributes in every state of disrepair.
extension XMLMending {
  /// From behind a tag's name to behind its `>`.
  /// - Returns: whether the tag ends with `/>`; `nil` when the bytes end before it does.
  mutating func readAttributes() -> Bool? {
    var seen: [String] = []
    while !scanner.isAtEnd {
      scanner.skipSpaces()
      switch scanner.peek {
      case 0x3E:
        scanner.position += 1
        return false
      case 0x3C:
        mendedTags += 1
        return false
      case 0x2F:
        scanner.position += 1
        if scanner.skip(">") { return true }
      default:
        guard let written = scanner.name() else {
          scanner.position += 1
          continue
        }
        let name = Self.usableName(written)
        let isKept = name.map { seen.count < 64 && !seen.contains($0) } ?? false
        if isKept, let name { seen.append(name) }
        let outputStart = output.count
        output.append(0x20)
        output.append(contentsOf: (name ?? "").utf8)
        output.append(contentsOf: "=\"".utf8)
        readValue()
        output.append(0x22)
        if !isKept { output.removeSubrange(outputStart...) }
      }
    }
    return nil
  }

  /// The value behind an attribute's name, quoted, bare or missing.
  private mutating func readValue() {
    scanner.skipSpaces()
    guard scanner.skip("=") else { return }
    scanner.skipSpaces()
    let quote = scanner.peek
    guard quote == 0x22 || quote == 0x27 else {
      copyValue { XMLCharacters.isSpace($0) || $0 == 0x3E || $0 == 0x3C }
      return
    }
    scanner.position += 1
    if isQuoteClosed(quote) {
      copyValue { $0 == quote }
      scanner.position += 1
    } else {
      copyValue { $0 == 0x3E || $0 == 0x3C }
    }
  }

  /// Whether the next quote like it ends the value: not when a tag begins in between and the quote follows a `=`,
  /// or is far away.
  private mutating func isQuoteClosed(_ quote: UInt8) -> Bool {
    let start = scanner.position
    guard let end = scanner.find(quote == 0x22 ? "\"" : "'", from: start) else { return false }
    guard scanner.bytes[start..<end].contains(0x3C) else { return true }
    return end - start <= 2048 && scanner.bytes[end - 1] != 0x3D
  }

  private mutating func copyValue(until isEnd: (UInt8) -> Bool) {
    while !scanner.isAtEnd, !isEnd(scanner.peek) {
      if scanner.peek != 0x26 {
        append(value: scanner.peek)
        scanner.position += 1
      } else if let characters = readReference() {
        for byte in characters { append(value: byte) }
      } else {
        append(value: 0x26)
      }
    }
  }

  /// One byte of a value.
  private mutating func append(value byte: UInt8) {
    switch byte {
    case 0x26: output.append(contentsOf: "&amp;".utf8)
    case 0x3C: output.append(contentsOf: "&lt;".utf8)
    case 0x22: output.append(contentsOf: "&quot;".utf8)
    default: output.append(byte)
    }
  }

  /// A name that libxml2 accepts, or `nil`: at most one colon, letters above ASCII as XML defines them.
  static func usableName(_ name: String) -> String? {
    let colons = name.utf8.count { $0 == 0x3A }
    guard colons < 2, name.utf8.first != 0x3A, name.utf8.last != 0x3A, name.utf8.count <= 256 else {
      return nil
    }
    if colons == 1, let colon = name.utf8.firstIndex(of: 0x3A) {
      let next = name.utf8[name.utf8.index(after: colon)]
      guard XMLCharacters.startsName(next) else { return nil }
    }
    for scalar in name.unicodeScalars where !scalar.isASCII && !XMLCharacters.startsName(scalar) {
      return nil
    }
    return name
  }
}
