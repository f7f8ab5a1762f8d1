/// Texts that were decoded by the wrong table once and saved.
package enum TextRepair {
  /// A text with the signs of windows-1252 in place of C1 controls, as HTML has it for their numbers (§13.2.5.80): no
  /// text holds such controls, and whoever wrote these bytes meant those signs.
  static func withLettersForControls(_ text: String) -> String {
    guard let scalars = SingleByteDecoder.shared(for: .windows1252)?.scalars else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(0x80...0x9F ~= scalar.value ? scalars[Int(scalar.value) - 0x80] : scalar)
    }
    return String(result)
  }

  /// What a text was before UTF-8 was read as windows-1251 or windows-1252 (`РџСЂРёРІРµС‚`, `ÐŸÑ€Ð¸Ð²ÐµÑ‚`),
  /// or windows-1251 as Latin letters (`Ïðèâåò`). Of a text that is so in part, only that part is changed.
  ///
  /// - Returns: `nil` when the text is no such thing.
  package static func undoDoubleDecoding(_ text: String) -> String? {
    let marks = MisreadingMarks(text)
    if marks.isUTF8AsWindows1251 { return WordRepair(.windows1251)?.repair(text) }
    if marks.isUTF8AsWindows1252 { return WordRepair(.windows1252)?.repair(text) }
    return marks.isWindows1251AsLatin ? latinLettersToCyrillic(text) : nil
  }

  /// The whole text, back to its bytes and read as what they are.
  private static func latinLettersToCyrillic(_ text: String) -> String? {
    guard let bytes = SingleByteEncoder.shared(for: .windows1252)?.bytes(of: text) else { return nil }
    return bytes.withUnsafeBytes { buffer in
      guard let guess = CyrillicGuess.best(of: buffer), guess.encoding == .windows1251, guess.isConvincing
      else { return nil }
      return ByteDecoder.decode(buffer, as: .windows1251)
    }
  }
}

/// A cheap look at a text: pairs of letters that only a misreading leaves behind.
struct MisreadingMarks {
  private var windows1251 = 0
  private var windows1252 = 0
  private var accented = 0
  private var latinLetters = 0

  var isUTF8AsWindows1251: Bool { windows1251 >= 3 }
  var isUTF8AsWindows1252: Bool { windows1252 >= 3 }
  /// No language has mostly letters from À on.
  var isWindows1251AsLatin: Bool { accented >= 6 && accented > latinLetters }

  init(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      scan(bytes)
      if accented >= 6 { latinLetters = bytes.count(where: \.isASCIILetter) }
    }
  }

  /// Eight bytes at a time, most of which hold none of the letters in question.
  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 11 <= bytes.count {
      let here = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let next = raw.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
      let capital = (here ^ 0xD0D0_D0D0_D0D0_D0D0) | (next & 0xFEFE_FEFE_FEFE_FEFE ^ 0xA0A0_A0A0_A0A0_A0A0)
      let accent = here ^ 0xC3C3_C3C3_C3C3_C3C3
      if Self.hasZeroByte(capital) || Self.hasZeroByte(accent) {
        for place in index..<(index + 8) { look(bytes, place) }
      }
      index += 8
    }
    while index + 3 < bytes.count {
      look(bytes, index)
      index += 1
    }
  }

  @inline(__always)
  private static func hasZeroByte(_ word: UInt64) -> Bool {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
  }

  private mutating func look(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
    if bytes[index] == 0xD0, bytes[index + 1] & 0xFE == 0xA0 {
      if Self.isRest(bytes, index + 2) { windows1251 += 1 }
    } else if bytes[index] == 0xC3 {
      accented += 1
      if bytes[index + 1] & 0xFE == 0x90, bytes[index + 2] >= 0xC2 { windows1252 += 1 }
    }
  }

  /// Whether a character is one that the second byte of a Russian letter looks like in windows-1251 and that
  /// stands behind a capital Р or С in no text: neither punctuation nor a letter of a Cyrillic alphabet in
  /// use there.
  private static func isRest(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch (bytes[index], bytes[index + 1]) {
    // ° ± µ ¶ ·
    case (0xC2, 0xB0), (0xC2, 0xB1), (0xC2, 0xB5), (0xC2, 0xB6), (0xC2, 0xB7): true
    // Ѕ Љ Њ Ќ Ћ Џ Ђ, ѓ ѕ ј ђ љ њ ќ ћ џ
    case (0xD0, 0x82), (0xD0, 0x85), (0xD0, 0x89...0x8F), (0xD1, 0x92), (0xD1, 0x93), (0xD1, 0x95),
      (0xD1, 0x98...0x9C),
      (0xD1, 0x9F):
      true
    // ‚ † ‡ ‰ ‹ €
    case (0xE2, 0x80) where index + 2 < bytes.count:
      [0x9A, 0xA0, 0xA1, 0xB0, 0xB9].contains(bytes[index + 2])
    case (0xE2, 0x82) where index + 2 < bytes.count: bytes[index + 2] == 0xAC
    default: false
    }
  }
}

/// Takes back, word by word, that UTF-8 was read by a single-byte table.
private struct WordRepair {
  private let encoder: SingleByteEncoder

  init?(_ encoding: CharacterEncoding) {
    guard let encoder = SingleByteEncoder.shared(for: encoding) else { return nil }
    self.encoder = encoder
  }

  /// - Returns: `nil` when no word of several letters could be repaired.
  func repair(_ text: String) -> String? {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var sequences = 0
    var previousWasRepaired = false
    for piece in Pieces(text) {
      guard piece.utf8.contains(where: { $0 >= 0x80 }), let (repaired, count) = repair(word: piece),
        count >= 2 || previousWasRepaired
      else {
        if piece.utf8.contains(where: { $0 >= 0x80 }) { previousWasRepaired = false }
        result += piece
        continue
      }
      sequences += count
      previousWasRepaired = true
      result += repaired
    }
    return sequences >= 2 ? result : nil
  }

  private func repair(word: Substring) -> (String, sequences: Int)? {
    guard let bytes = encoder.strictBytes(of: word) else { return nil }
    return bytes.withUnsafeBytes { buffer in
      let report = UTF8Text.inspect(buffer)
      guard report.isValid, !report.isTruncated, report.sequences > 0 else { return nil }
      return (UTF8Text.unchecked(buffer), report.sequences)
    }
  }
}

/// A text cut wherever ASCII and everything else meet.
private struct Pieces: Sequence, IteratorProtocol {
  private let text: String
  private var index: String.Index

  init(_ text: String) {
    self.text = text
    index = text.startIndex
  }

  mutating func next() -> Substring? {
    guard index < text.endIndex else { return nil }
    let scalars = text.unicodeScalars
    let start = index
    let isASCII = scalars[index].isASCII
    while index < text.endIndex, scalars[index].isASCII == isASCII { index = scalars.index(after: index) }
    return text[start..<index]
  }
}
