/// Walks over a text in UTF-8, word by word, and folds each on the way.
final class WordScanner {
  /// A word as found; lives as long as the call it is handed to.
  struct Word {
    var range: Range<Int>
    var folded: UnsafeBufferPointer<UInt8>
    var mix: ScriptMix

    /// Whether it is a number, or a name with one in it: these have no endings.
    var hasDigits: Bool { folded.contains { 0x30...0x39 ~= $0 } }
  }

  /// Longer words are cut: nobody types them.
  static let maximumBytes = 128

  private let given: Stemmer?
  private let givenIsCyrillic: Bool
  private let memory: StemMemory?
  private lazy var russian = Stemmer(language: "ru")
  private lazy var english = Stemmer(language: "en")
  private lazy var ukrainian = Stemmer(language: "uk")
  private lazy var belarusian = Stemmer(language: "be")
  private lazy var turkic = Stemmer(language: "kk")

  /// - Parameter remembers: whether stems are kept for the next time, which pays from some thousand words on.
  init(language: String?, remembers: Bool = false) {
    given = language.map(Stemmer.init(language:))
    givenIsCyrillic = language.map { FunctionWords.cyrillic.contains(String($0.prefix(2))) } ?? false
    memory = remembers ? StemMemory() : nil
  }

  /// The stem of a word: by the language given, if it is written in its alphabet, else by the letters it has.
  func stem<Result>(of word: Word, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard word.mix.cyrillic > 0 || word.mix.latin > 0, !word.hasDigits else { return body(word.folded) }
    if let memory { return memory.stem(of: word.folded, by: { stemmer(for: word) }, body) }
    return stemmer(for: word).stem(word.folded, body)
  }

  /// Whether a word is read as Russian: its surnames and towns in -ов and -ев look like genitives of nouns.
  func isRussian(_ word: Word) -> Bool {
    guard word.mix.cyrillic > 0 else { return false }
    if let given, givenIsCyrillic { return given.isRussian }
    return stemmer(byLettersOf: word.folded) === russian
  }

  private func stemmer(for word: Word) -> Stemmer {
    let isCyrillic = word.mix.cyrillic > 0
    if let given, isCyrillic == givenIsCyrillic { return given }
    return isCyrillic ? stemmer(byLettersOf: word.folded) : english
  }

  /// Russian, unless a letter is there that Russian has not.
  private func stemmer(byLettersOf word: UnsafeBufferPointer<UInt8>) -> Stemmer {
    var index = 0
    while index + 1 < word.count {
      switch (word[index], word[index + 1]) {
      // і ї є ґ, and ў.
      case (0xD1, 0x94), (0xD1, 0x96), (0xD1, 0x97), (0xD2, 0x91): return ukrainian
      case (0xD1, 0x9E): return belarusian
      // ғ җ қ ң ү ұ һ, ә ө.
      case (0xD2, 0x92...0xBF), (0xD3, _): return turkic
      default: index += word[index] < 0x80 ? 1 : 2
      }
    }
    return russian
  }

  func scan(_ text: String, _ body: (Word) -> Bool) {
    var text = text
    text.withUTF8 { scan($0, body) }
  }

  /// Calls `body` for every word until it returns `false`.
  func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (Word) -> Bool) {
    var folded = FoldBuffer()
    folded.reserve(Self.maximumBytes + 16)
    var index = 0
    while let start = wordStart(in: text, from: index) {
      folded.clear()
      // A step at least, whatever is there.
      index = max(start + 1, fold(text, from: start, into: &folded))
      folded.unify()
      guard !folded.bytes.isEmpty else { continue }
      let mix = folded.mix
      let goesOn = folded.bytes.withUnsafeBufferPointer {
        body(Word(range: start..<index, folded: $0, mix: mix))
      }
      guard goesOn else { return }
    }
  }

  private func wordStart(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte.isASCIIWordByte { return index }
        index += 1
        continue
      }
      let (scalar, length) = UTF8Scalar.at(index, of: text)
      // An apostrophe only joins letters.
      if let scalar, scalar.isWordPart, !scalar.isUnseen, scalar.value != 0x2BC { return index }
      index += length
    }
    return nil
  }

  /// Folds the word that starts at an index and returns its end.
  func fold(_ text: UnsafeBufferPointer<UInt8>, from start: Int, into folded: inout FoldBuffer) -> Int {
    var index = start
    while index < text.count {
      let byte = text[index]
      let hasRoom = folded.bytes.count < Self.maximumBytes
      if byte < 0x80 {
        if byte.isASCIIWordByte {
          if hasRoom { folded.appendASCII(byte) }
        } else if byte != 0x27 || !joins(text, at: index, length: 1, folded) {
          return index
        }
        index += 1
        continue
      }
      if hasRoom, index + 1 < text.count, folded.appendRussian(byte, text[index + 1]) {
        index += 2
        continue
      }
      let (scalar, length) = UTF8Scalar.at(index, of: text)
      guard let scalar else { return index }
      if scalar.isWordPart, scalar.value != 0x2BC {
        if hasRoom { folded.appendRare(scalar) }
      } else if scalar.value == 0x2019 || scalar.value == 0x2BC {
        guard joins(text, at: index, length: length, folded) else { return index }
      } else if !scalar.isUnseen {
        return index
      }
      index += length
    }
    return index
  }

  /// Whether an apostrophe stands between Cyrillic letters, as in Ukrainian and Belarusian: it parts no word
  /// there.
  private func joins(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, length: Int, _ folded: borrowing FoldBuffer
  ) -> Bool {
    folded.mix.cyrillic > 0 && index + length < text.count && 0xD0...0xD3 ~= text[index + length]
  }
}

extension UInt8 {
  /// A letter or a digit of ASCII.
  var isASCIIWordByte: Bool { isASCIILetter || 0x30...0x39 ~= self }
}

/// One character out of bytes that may be anything.
enum UTF8Scalar {
  /// The character at an index and how many bytes to go on; `nil` and one byte where there is none.
  static func at(_ index: Int, of text: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar?, Int) {
    let first = text[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if length == 1 { return (Unicode.Scalar(first), 1) }
    if length == 2, first >= 0xC2, index + 1 < text.count, text[index + 1] & 0xC0 == 0x80 {
      return (Unicode.Scalar(UInt32(first & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)), 2)
    }
    guard first >= 0xC2, index + length <= text.count else { return (nil, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let byte = text[index + offset]
      guard byte & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, length)
  }
}
