/// The character references of HTML (WHATWG HTML §13.2.5.72 and §13.5), for text that is not, or not yet, parsed as
/// HTML.
package enum Entities {
  /// A text with its references resolved, once: `&amp;lt;` becomes `&lt;`.
  ///
  /// Numbers of the windows-1252 range mean its characters. A name without its semicolon counts where HTML lets it,
  /// unless a letter, a digit or `=` follows, as in addresses. What is no reference stays.
  package static func decode(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var scanner = ByteScanner(bytes)
      while !scanner.isAtEnd {
        let start = scanner.position
        scanner.move(to: 0x26)
        result.append(contentsOf: bytes[start..<scanner.position])
        guard !scanner.isAtEnd else { break }
        scanner.position += 1
        if let character = scanner.numericReference() {
          result.append(contentsOf: String(character).utf8)
        } else if let resolved = resolvedName(&scanner) {
          result.append(contentsOf: resolved)
        } else {
          result.append(0x26)
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// The text of an entity, by its name without `&` and `;`; `nil` when HTML knows none.
  package static func text(named name: String) -> String? {
    table[name].map { String(decoding: $0, as: UTF8.self) }
  }

  static func utf8(named name: String) -> [UInt8]? { table[name] }

  /// The character that a number means: U+FFFD for what is no character.
  static func character(numbered value: UInt32) -> Unicode.Scalar {
    if let meant = windows1252(value) { return meant }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return scalar
  }

  /// What the numbers 128 to 159 mean, which Unicode gives to control characters.
  static func windows1252(_ value: UInt32) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(value) else { return nil }
    return Unicode.Scalar(upperHalf[Int(value - 0x80)])
  }

  /// A name behind an ampersand; leaves the scanner where it was when there is none.
  private static func resolvedName(_ scanner: inout ByteScanner) -> [UInt8]? {
    let start = scanner.position
    var end = start
    while end < scanner.bytes.count, end - start <= longestName, isAlphanumeric(scanner.bytes[end]) {
      end += 1
    }
    guard end > start, end - start <= longestName else { return nil }
    let name = String(decoding: scanner.bytes[start..<end], as: UTF8.self)
    let next = end < scanner.bytes.count ? scanner.bytes[end] : 0
    if next == 0x3B, let found = table[name] {
      scanner.position = end + 1
      return found
    }
    guard next != 0x3B, next != 0x3D, withoutSemicolon.contains(name), let found = table[name] else {
      return nil
    }
    scanner.position = end
    return found
  }

  private static let longestName = 31

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private static let table: [String: [UInt8]] = {
    var table: [String: [UInt8]] = [:]
    for row in namedReferences.description.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = row.split(separator: "=")
      guard parts.count == 2 else { continue }
      let scalars = parts[1].split(separator: "+").compactMap {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
      table[String(parts[0])] = Array(String(String.UnicodeScalarView(scalars)).utf8)
    }
    return table
  }()

  private static let withoutSemicolon = Set(
    namesWithoutSemicolon.description.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

  /// windows-1252 from 0x80 on; its holes are U+FFFD.
  private static let upperHalf: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
