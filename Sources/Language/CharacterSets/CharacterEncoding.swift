/// A character set that can be decoded, under the name the WHATWG Encoding Standard gives it; a few old ones
/// that the standard does not know carry their IANA names.
package struct CharacterEncoding: Hashable, Sendable {
  /// How its bytes are read.
  enum Reading: Hashable, Sendable {
    case utf8
    case utf16(bigEndian: Bool)
    case utf32(bigEndian: Bool)
    /// 128 letters for the bytes from 0x80, written out here.
    case written(String)
    /// A single-byte set whose upper half is asked of iconv once.
    case table(iconv: String)
    /// A multi-byte set read by iconv.
    case stream(iconv: String)
    /// The private-use set of the standard: 0x80 is U+F780.
    case userDefined
  }

  /// `windows-1251`, `UTF-8`, `KOI8-R`…
  package let name: String
  let reading: Reading

  init(_ name: String, _ reading: Reading) {
    self.name = name
    self.reading = reading
  }

  /// The encoding a label stands for (Encoding Standard §4.2), case and surrounding white space ignored; a label that
  /// is one but for its punctuation stands for it too (`cp-1251`, `win1251`, `koi-8-r`).
  package init?(label: String) {
    guard label.utf8.count <= 64 else { return nil }
    let trimmed = label.drop { $0.isWhitespace }
    let key = String(trimmed.prefix { !$0.isWhitespace }).lowercased()
    guard let found = EncodingLabels.byLabel[key] ?? EncodingLabels.nearly(label) else { return nil }
    self = found
  }

  package static func == (left: Self, right: Self) -> Bool { left.name == right.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  static let utf8 = CharacterEncoding("UTF-8", .utf8)
  static let utf16LE = CharacterEncoding("UTF-16LE", .utf16(bigEndian: false))
  static let utf16BE = CharacterEncoding("UTF-16BE", .utf16(bigEndian: true))
  static let utf32LE = CharacterEncoding("UTF-32LE", .utf32(bigEndian: false))
  static let utf32BE = CharacterEncoding("UTF-32BE", .utf32(bigEndian: true))
  static let windows1251 = CharacterEncoding("windows-1251", .written(CyrillicTables.windows1251))
  static let koi8R = CharacterEncoding("KOI8-R", .written(CyrillicTables.koi8R))
  static let koi8U = CharacterEncoding("KOI8-U", .written(CyrillicTables.koi8U))
  static let iso88595 = CharacterEncoding("ISO-8859-5", .written(CyrillicTables.iso88595))
  static let ibm866 = CharacterEncoding("IBM866", .written(CyrillicTables.ibm866))
  static let ibm855 = CharacterEncoding("IBM855", .written(CyrillicTables.ibm855))
  static let macCyrillic = CharacterEncoding("x-mac-cyrillic", .written(CyrillicTables.macCyrillic))
  static let kz1048 = CharacterEncoding("KZ-1048", .written(CyrillicTables.kz1048))
  static let ptcp154 = CharacterEncoding("PTCP154", .written(CyrillicTables.ptcp154))
  static let cp1125 = CharacterEncoding("CP1125", .written(CyrillicTables.cp1125))
  static let windows1252 = CharacterEncoding("windows-1252", .table(iconv: "CP1252"))

  /// Whether ASCII bytes mean ASCII in it, so that a declaration can be read before decoding.
  var extendsASCII: Bool {
    switch reading {
    case .utf16, .utf32: false
    default: true
    }
  }

  /// Whether 0xA4 is `¤` in it, which those who write prices do not mean.
  var hasCurrencySign: Bool {
    isSingleByte && SingleByteDecoder.shared(for: self)?.scalars[0x24] == "¤"
  }

  /// Whether one byte is one character.
  var isSingleByte: Bool {
    switch reading {
    case .written, .table, .userDefined: true
    default: false
    }
  }
}
