/// The character set of bytes that nobody declared.
enum CharsetDetector {
  /// - Returns: `nil` when the bytes tell nothing.
  static func detect(
    _ bytes: UnsafeRawBufferPointer, report: UTF8Report
  ) -> (encoding: CharacterEncoding, evidence: CharsetEvidence)? {
    if let escaped = escapes(in: bytes) { return (escaped, .detected) }
    if report.isASCII { return nil }
    if report.looksRight { return (.utf8, .utf8) }
    let cyrillic = CyrillicGuess.best(of: bytes)
    let universal = UniversalDetector.encoding(of: bytes)
    if let cyrillic, cyrillic.score >= 1 || (universal == nil && cyrillic.score > 0) {
      return (cyrillic.encoding, .detected)
    }
    if let universal, universal != .utf8 { return (universal, .detected) }
    return nil
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
