/// Texts of nearly ASCII alone, of which no statistics can be made: what their few other bytes are is told by where
/// those stand.
enum SparseBytes {
  /// - Returns: windows-1252 where all are signs at places of signs, EUC-JP where all are kana; `nil` for anything else.
  static func encoding(of bytes: UnsafeRawBufferPointer) -> CharacterEncoding? {
    if areSigns(bytes) {
      return isPricedInEuros(bytes) ? CharacterEncoding(label: "iso-8859-15") : .windows1252
    }
    return areKana(bytes) ? CharacterEncoding(label: "euc-jp") : nil
  }

  /// Whether every 0xA4 stands beside a number: `€` in ISO 8859-15, a sign that nobody writes in windows-1252.
  static func isPricedInEuros(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var prices = 0
    for (index, byte) in bytes.enumerated() {
      if 0x80...0x9F ~= byte { return false }
      guard byte == 0xA4 else { continue }
      guard hasDigit(bytes, before: index) || hasDigit(bytes, after: index) else { return false }
      prices += 1
    }
    return prices > 0
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0xA0 }

  private static func hasDigit(_ bytes: UnsafeRawBufferPointer, before index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = isBlank(bytes[index - 1]) ? index - 2 : index - 1
    return before >= 0 && (0x30...0x39).contains(bytes[before])
  }

  private static func hasDigit(_ bytes: UnsafeRawBufferPointer, after index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let after = isBlank(bytes[index + 1]) ? index + 2 : index + 1
    return after < bytes.count && (0x30...0x39).contains(bytes[after])
  }

  /// Whether all bytes beyond ASCII are signs of windows-1252, and none stands inside a word but an apostrophe.
  private static func areSigns(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while let start = bytes[index...].firstIndex(where: { $0 >= 0x80 }) {
      let end = bytes[start...].firstIndex { $0 < 0x80 } ?? bytes.count
      guard end - start <= longestRunOfSigns, bytes[start..<end].allSatisfy(signs.contains) else {
        return false
      }
      let isInWord =
        start > 0 && end < bytes.count && bytes[start - 1].isASCIILetter && bytes[end].isASCIILetter
      if isInWord, !bytes[start..<end].allSatisfy(insideWords.contains) { return false }
      index = end
    }
    return true
  }

  /// Signs in a row: an ellipsis, a closing quotation mark, a no-break space.
  private static let longestRunOfSigns = 3

  /// …‘’“”•–— and quotation marks below and in angles, daggers, €, ™, no-break space, §, ©, ®, °, ±, ·.
  private static let signs: Set<UInt8> = [
    0x80, 0x82, 0x84, 0x85, 0x86, 0x87, 0x89, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9B,
    0xA0,
    0xA3, 0xA4, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB1, 0xB7, 0xBB,
  ]

  /// An apostrophe, dashes between words, an ellipsis without a blank, a no-break space.
  private static let insideWords: Set<UInt8> = [0x85, 0x92, 0x96, 0x97, 0xA0, 0xAD]

  /// Whether all bytes beyond ASCII are pairs of EUC-JP's rows of kana and signs, a few of them at least.
  private static func areKana(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var kana = 0
    var index = 0
    while let start = bytes[index...].firstIndex(where: { $0 >= 0x80 }) {
      guard start + 1 < bytes.count, (0xA1...0xFE).contains(bytes[start + 1]) else { return false }
      switch bytes[start] {
      // Hiragana and katakana, rows 4 and 5.
      case 0xA4 where bytes[start + 1] <= 0xF3, 0xA5 where bytes[start + 1] <= 0xF6: kana += 1
      // Signs, the long vowel's among them.
      case 0xA1: break
      default: return false
      }
      index = start + 2
    }
    return kana >= 2
  }
}
