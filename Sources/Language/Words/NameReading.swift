/// Russian words in -ов and -ев: a surname or a town (Саратов, Лавров), whose other cases keep the -ов, or the genitive
/// of a noun (заводов), whose other cases do not.
///
/// A capital tells, but where everything begins with one.
enum NameReading {
  case noName
  case name
  case perhaps

  /// Shorter words are no names.
  private static let leastBytes = 8

  init(
    of word: WordScanner.Word, in text: UnsafeBufferPointer<UInt8>, by scanner: WordScanner, asked: Asked
  ) {
    self = .noName
    guard Self.hasEnding(word.folded) else { return }
    switch asked {
    case .never: return
    case .always: if scanner.isRussian(word) { self = .name }
    case .byCapital:
      guard Self.isCapital(text, word.range.lowerBound), scanner.isRussian(word) else { return }
      self =
        Self.isCapital(text, word.range.lowerBound + 2) || SentenceStart.isAt(word.range.lowerBound, of: text)
        ? .perhaps : .name
    }
  }

  /// How words of a text are taken.
  enum Asked {
    case byCapital
    case always
    case never
  }

  private static func hasEnding(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = word.count
    guard count >= leastBytes, word[count - 1] == 0xB2, word[count - 2] == 0xD0, word[count - 4] == 0xD0
    else {
      return false
    }
    return word[count - 3] == 0xBE || word[count - 3] == 0xB5
  }

  /// А–Я.
  private static func isCapital(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 1 < text.count && text[index] == 0xD0 && 0x90...0xAF ~= text[index + 1]
  }
}
