/// The character set of bytes that nobody declared.
enum CharsetDetector {
  /// - Returns: `nil` when the bytes tell nothing.
  static func detect(
    _ bytes: UnsafeRawBufferPointer, report: UTF8Report
  ) -> (encoding: CharacterEncoding, evidence: CharsetEvidence)? {
    if let escaped = escapes(in: bytes) { return (escaped, .detected) }
    if report.isASCII { return nil }
    if report.looksRight { return (.utf8, .utf8) }
    if let sparse = SparseBytes.encoding(of: bytes) { return (sparse, .detected) }
    let cyrillic = CyrillicGuess.best(of: bytes)
    if let cyrillic, cyrillic.isConvincing { return (cyrillic.encoding, .detected) }
    if let universal = UniversalDetector.encoding(of: bytes), universal != .utf8 {
      let corrected = corrected(universal, bytes)
      if corrected.hasCurrencySign, SparseBytes.isPricedInEuros(bytes),
        let latin9 = CharacterEncoding(label: "iso-8859-15")
      {
        return (latin9, .detected)
      }
      return (corrected, .detected)
    }
    if isJohab(bytes), let johab = CharacterEncoding(label: "johab") { return (johab, .detected) }
    if let cyrillic, cyrillic.score > 0.5 { return (cyrillic.encoding, .detected) }
    guard SparseBytes.isPricedInEuros(bytes) else { return nil }
    return CharacterEncoding(label: "iso-8859-15").map { ($0, .detected) }
  }

  /// The Windows set where bytes are used that an ISO set has no letters for.
  private static func corrected(_ encoding: CharacterEncoding, _ bytes: UnsafeRawBufferPointer)
    -> CharacterEncoding
  {
    guard let label = windowsCounterparts[encoding.name],
      bytes.prefix(262_144).contains(where: { 0x80...0x9F ~= $0 })
    else { return encoding }
    return CharacterEncoding(label: label) ?? encoding
  }

  private static let windowsCounterparts: [String: String] = [
    "ISO-8859-2": "windows-1250", "ISO-8859-16": "windows-1250", "ISO-8859-4": "windows-1257",
    "ISO-8859-13": "windows-1257", "ISO-8859-7": "windows-1253", "ISO-8859-8": "windows-1255",
    "ISO-8859-15": "windows-1252", "ISO-8859-3": "windows-1252", "ISO-8859-10": "windows-1252",
  ]

  /// Korean of DOS: every byte fits, and most of what they make is Hangul.
  private static func isJohab(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(65_536))
    guard let converter = IconvConverter(from: "JOHAB"),
      let (text, errors) = converter.convert(sample, errorLimit: 1), errors <= 1
    else { return false }
    let high = text.unicodeScalars.count { $0.value >= 0x80 }
    let hangul = text.unicodeScalars.count { 0xAC00...0xD7A3 ~= $0.value }
    return high >= 20 && hangul * 2 >= high
  }

  /// ISO 2022 by its escape sequences: such text has no byte above 0x7F.
  static func escapes(in bytes: UnsafeRawBufferPointer) -> CharacterEncoding? {
    let sample = bytes.prefix(65_536)
    guard let escape = sample.firstIndex(of: 0x1B), escape + 2 < sample.endIndex else { return nil }
    switch (sample[escape + 1], sample[escape + 2]) {
    case (0x24, 0x40), (0x24, 0x42), (0x28, 0x4A): return CharacterEncoding(label: "iso-2022-jp")
    case (0x24, 0x29):
      guard escape + 3 < sample.endIndex else { return nil }
      return CharacterEncoding(label: sample[escape + 3] == 0x43 ? "iso-2022-kr" : "iso-2022-cn")
    default: return nil
    }
  }
}
