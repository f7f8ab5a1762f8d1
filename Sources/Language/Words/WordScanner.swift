/// Walks over a text in UTF-8, word by word, and folds each on the way.
final class WordScanner {
  /// A word as found; lives as long as the call it is handed to.
  struct Word {
    var range: Range<Int>
    var folded: UnsafeBufferPointer<UInt8>
    var mix: ScriptMix
  }

  /// Longer words are cut: nobody types them.
  private static let maximumBytes = 128

  private let given: Stemmer?
  private let givenIsCyrillic: Bool
  private let russian = Stemmer(language: "ru")
  private let english = Stemmer(language: "en")
  private var folded: [UInt8] = []

  init(language: String?) {
    given = language.map(Stemmer.init(language:))
    givenIsCyrillic = language.map { FunctionWords.cyrillic.contains(String($0.prefix(2))) } ?? false
    folded.reserveCapacity(Self.maximumBytes + 16)
  }

  /// The stem of a word: by the language given, if it is written in its alphabet, else Russian or English.
  func stem<Result>(of word: Word, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if word.mix.cyrillic > 0 {
      return (givenIsCyrillic ? given ?? russian : russian).stem(word.folded, body)
    }
    if word.mix.latin > 0 { return (givenIsCyrillic ? english : given ?? english).stem(word.folded, body) }
    return body(word.folded)
  }

  func scan(_ text: String, _ body: (Word) -> Bool) {
    var text = text
    text.withUTF8 { scan($0, body) }
  }

  /// Calls `body` for every word until it returns `false`.
  func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (Word) -> Bool) {
    var index = 0
    while index < text.count {
      guard let start = wordStart(in: text, from: index) else { return }
      var mix = ScriptMix()
      let (end, isPlain) = fold(text, from: start, &mix)
      if !isPlain || mix.isMixed {
        let source = String(decoding: text[start..<end].prefix(1024), as: UTF8.self)
        let apostrophes: Set<Unicode.Scalar> = ["'", "\u{2019}", "\u{2BC}"]
        mix = ScriptMix()
        folded.removeAll(keepingCapacity: true)
        for scalar in Folding.fold(source).unicodeScalars where !apostrophes.contains(scalar) {
          guard folded.count < Self.maximumBytes else { break }
          mix.add(scalar)
          folded.append(contentsOf: Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter))
        }
      }
      if !folded.isEmpty {
        let goesOn = folded.withUnsafeBufferPointer { body(Word(range: start..<end, folded: $0, mix: mix)) }
        guard goesOn else { return }
      }
      index = end
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
      if let scalar, scalar.isWordPart, scalar.properties.generalCategory != .nonspacingMark { return index }
      index += length
    }
    return nil
  }

  /// Folds letters into `folded` up to the end of the word; not plain: the word needs the slow way.
  private func fold(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ mix: inout ScriptMix
  ) -> (end: Int, isPlain: Bool) {
    folded.removeAll(keepingCapacity: true)
    var index = start
    var isPlain = true
    while index < text.count {
      let byte = text[index]
      let hasRoom = folded.count < Self.maximumBytes
      if byte < 0x80 {
        if byte.isASCIIWordByte {
          if byte >= 0x41 { mix.latin += 1 }
          if hasRoom { folded.append(byte.lowercased) }
          index += 1
          continue
        }
        guard byte == 0x27, mix.cyrillic > 0, joins(text, at: index, length: 1) else { break }
        index += 1
        continue
      }
      if byte == 0xD0 || byte == 0xD1, index + 1 < text.count {
        let next = text[index + 1]
        if appendRussian(byte, next, hasRoom: hasRoom) {
          mix.cyrillic += 1
          index += 2
          continue
        }
      }
      let (scalar, length) = UTF8Scalar.at(index, of: text)
      guard let scalar else { break }
      if scalar.isWordPart {
        isPlain = false
      } else if scalar.value == 0xAD {
        // A soft hyphen parts no word.
      } else if scalar.value == 0x2019 || scalar.value == 0x2BC, mix.cyrillic > 0,
        joins(text, at: index, length: length)
      {
        // Neither does the apostrophe of Ukrainian and Belarusian.
      } else {
        break
      }
      index += length
    }
    return (index, isPlain)
  }

  /// The letters А–я and ё in their two bytes.
  @inline(__always)
  private func appendRussian(_ first: UInt8, _ second: UInt8, hasRoom: Bool) -> Bool {
    var pair: (UInt8, UInt8)
    switch (first, second) {
    case (0xD0, 0x90...0x9F): pair = (0xD0, second + 0x20)
    case (0xD0, 0xA0...0xAF): pair = (0xD1, second - 0x20)
    case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F): pair = (first, second)
    case (0xD0, 0x81), (0xD1, 0x91): pair = (0xD0, 0xB5)
    default: return false
    }
    if hasRoom {
      folded.append(pair.0)
      folded.append(pair.1)
    }
    return true
  }

  /// Whether a Cyrillic letter follows.
  private func joins(_ text: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> Bool {
    index + length < text.count && (0xD0...0xD3).contains(text[index + length])
  }
}

extension UInt8 {
  /// A letter or a digit of ASCII.
  fileprivate var isASCIIWordByte: Bool { isASCIILetter || 0x30...0x39 ~= self }
}

/// One character out of bytes that may be anything.
enum UTF8Scalar {
  /// The character at an index and how many bytes to go on; `nil` and one byte where there is none.
  static func at(_ index: Int, of text: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar?, Int) {
    let first = text[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if length == 1 { return (Unicode.Scalar(first), 1) }
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
