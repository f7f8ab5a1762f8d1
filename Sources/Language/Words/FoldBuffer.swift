/// Folded text under construction, in UTF-8, with the alphabets of the word at its end.
struct FoldBuffer {
  private(set) var bytes: [UInt8] = []
  private(set) var mix = ScriptMix()
  private var wordStart = 0

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    mix = ScriptMix()
    wordStart = 0
  }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// A letter or digit of ASCII.
  @inline(__always)
  mutating func appendASCII(_ byte: UInt8) {
    if byte >= 0x41 { mix.latin += 1 }
    bytes.append(byte.lowercased)
  }

  /// One of the letters А–я, Ё, ё by its two bytes.
  ///
  /// - Returns: `false` when it is none of them, and nothing happened.
  @inline(__always)
  mutating func appendRussian(_ first: UInt8, _ second: UInt8) -> Bool {
    var lead = first
    var trail = second
    if first == 0xD0 {
      switch second {
      case 0xB0...0xBF: break
      case 0x90...0x9F: trail = second + 0x20
      case 0xA0...0xAF:
        lead = 0xD1
        trail = second - 0x20
      case 0x81: trail = 0xB5
      default: return false
      }
    } else if first == 0xD1 {
      if second == 0x91 {
        lead = 0xD0
        trail = 0xB5
      } else if !(0x80...0x8F ~= second) {
        return false
      }
    } else {
      return false
    }
    mix.cyrillic += 1
    bytes.append(lead)
    bytes.append(trail)
    return true
  }

  /// Any other part of a word.
  mutating func appendRare(_ scalar: Unicode.Scalar) {
    if scalar.value == 0x306 || scalar.value == 0x308, compose(scalar.value) { return }
    LetterFolding.append(scalar) { folded in
      mix.add(folded)
      bytes.append(contentsOf: UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// What parts words, as it folds.
  mutating func appendSeparator(_ scalar: Unicode.Scalar) {
    endWord()
    LetterFolding.append(scalar) { folded in
      bytes.append(contentsOf: UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter)
    }
    wordStart = bytes.count
  }

  @inline(__always)
  mutating func appendASCIISeparator(_ byte: UInt8) {
    endWord()
    bytes.append(byte)
    wordStart = bytes.count
  }

  /// Makes a word of two alphabets one of one.
  @inline(__always)
  mutating func endWord() {
    if mix.isMixed { unify() }
    mix = ScriptMix()
  }

  /// Writes the word at the end anew where it mixes alphabets; the mix stays known.
  mutating func unify() {
    guard mix.isMixed else { return }
    let word = Array(String(decoding: bytes[wordStart...], as: UTF8.self).unicodeScalars)
    bytes.removeSubrange(wordStart...)
    mix = ScriptMix()
    for scalar in Homoglyphs.unified(word) {
      mix.add(scalar)
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// The breve and the diaeresis that make й, ў and ї of the letter before them; on others they are accents.
  private mutating func compose(_ mark: UInt32) -> Bool {
    let count = bytes.count
    guard count >= wordStart + 2 else { return false }
    switch (bytes[count - 2], bytes[count - 1], mark) {
    case (0xD0, 0xB8, 0x306): bytes[count - 1] = 0xB9
    case (0xD1, 0x83, 0x306): bytes[count - 1] = 0x9E
    case (0xD1, 0x96, 0x308): bytes[count - 1] = 0x97
    default: return false
    }
    return true
  }
}
