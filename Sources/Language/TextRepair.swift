/// Texts that were decoded by the wrong table once and saved.
package enum TextRepair {
  /// What a text was before UTF-8 was read as windows-1251 or windows-1252 (`РџСЂРёРІРµС‚`, `ÐŸÑ€Ð¸Ð²ÐµÑ‚`), or
  /// windows-1251 as Latin letters (`Ïðèâåò`).
  ///
  /// - Returns: `nil` when the text is no such thing.
  package static func undoDoubleDecoding(_ text: String) -> String? {
    guard let wrong = Misreading.allCases.first(where: { $0.isLikely(text) }) else { return nil }
    return wrong.undo(text)
  }
}

/// A way a text was read wrongly.
private enum Misreading: CaseIterable {
  case utf8AsWindows1251
  case utf8AsWindows1252
  case windows1251AsWindows1252

  /// A cheap look: the letters that the misreading leaves behind are a large part of the text.
  func isLikely(_ text: String) -> Bool {
    var marks = 0
    var letters = 0
    var previousIsMark = false
    for scalar in text.unicodeScalars.prefix(4096) {
      guard scalar.value >= 0x80 else {
        previousIsMark = false
        continue
      }
      letters += 1
      switch self {
      case .utf8AsWindows1251:
        let isMark = scalar == "Р" || scalar == "С"
        // No word of any language has these two every other letter, other capitals beside them.
        if isMark, !previousIsMark { marks += 1 }
        previousIsMark = isMark
      case .utf8AsWindows1252:
        if scalar == "Ð" || scalar == "Ñ" { marks += 1 }
      case .windows1251AsWindows1252:
        if 0xC0...0xFF ~= scalar.value { marks += 1 }
      }
    }
    switch self {
    case .utf8AsWindows1251, .utf8AsWindows1252: return letters >= 4 && marks * 5 >= letters * 2
    case .windows1251AsWindows1252: return letters >= 6 && marks * 10 >= letters * 9
    }
  }

  func undo(_ text: String) -> String? {
    let encoding: CharacterEncoding = self == .utf8AsWindows1251 ? .windows1251 : .windows1252
    guard let bytes = SingleByteEncoder.shared(for: encoding)?.bytes(of: text) else { return nil }
    return bytes.withUnsafeBytes { buffer in
      if self == .windows1251AsWindows1252 {
        guard let guess = CyrillicGuess.best(of: buffer), guess.score >= 1, guess.encoding == .windows1251
        else { return nil }
        let latinWords = text.unicodeScalars.count { $0.isLatinLetter }
        let high = buffer.count { $0 >= 0x80 }
        guard high > latinWords else { return nil }
        return ByteDecoder.decode(buffer, as: .windows1251)
      }
      let report = UTF8Text.inspect(buffer)
      guard report.sequences >= 2, report.errors * 10 <= report.sequences else { return nil }
      return ByteDecoder.decode(buffer, as: .utf8)
    }
  }
}
