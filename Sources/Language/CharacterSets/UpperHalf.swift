/// The upper half of a single-byte set as iconv knows it, put right where the Encoding Standard differs.
enum UpperHalf {
  /// - Returns: 128 characters; `nil` when this machine's iconv lacks the set.
  static func ask(iconv name: String, encoding: String) -> [Unicode.Scalar]? {
    guard let converter = IconvConverter(from: name) else { return nil }
    let corrections = corrections[encoding] ?? [:]
    return (0x80...0xFF).map { value in
      let byte = UInt8(value)
      if let corrected = corrections[byte] { return corrected }
      let scalars = Array(converter.convert([byte]).unicodeScalars)
      if scalars.count == 1, let only = scalars.first, only != "\u{FFFD}" { return only }
      // Bytes that the code page leaves out are controls for the standard, as they are for the web.
      return byte < 0xA0 ? Unicode.Scalar(byte) : "\u{FFFD}"
    }
  }

  /// Where the standard's index and glibc's disagree.
  private static let corrections: [String: [UInt8: Unicode.Scalar]] = [
    "macintosh": [0xDB: "€", 0xF0: "\u{F8FF}", 0xBD: "Ω", 0xC6: "∆"],
    "windows-874": [
      0x80: "€", 0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
      0xA0: "\u{A0}",
    ],
    "windows-1255": [0xCA: "\u{5BA}"],
  ]
}
