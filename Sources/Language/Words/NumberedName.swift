/// Names and numbers that are written in several ways and are one: М-5, М5; Ми-8; № 5, №5; 5 000, 5000; C++, C#.
struct NumberedName {
  /// Up to where it reaches.
  var end: Int
  /// Where it begins: with the sign before a number.
  var start: Int
  /// As it is compared.
  var folded: [UInt8]
  /// Whether the words that it consists of may as well stand for themselves.
  var isDoubtful = false

  private static let mostLetters = 12
  private static let mostLettersApart = 2
  private static let mostDigits = 6
  private static let mostGroups = 4

  /// The name that begins with a word, if one does.
  init?(
    at word: WordScanner.Word, in text: UnsafeBufferPointer<UInt8>, by scanner: WordScanner
  ) {
    guard Self.canBegin(at: word, in: text) else { return nil }
    start = word.range.lowerBound
    end = word.range.upperBound
    folded = Array(word.folded)
    let digits = folded.count { $0.isDigit }
    if digits == 0 {
      guard readSigns(text, word) || readNumber(text, word, scanner) else { return nil }
    } else if digits == folded.count {
      guard readGroups(text) || readMark(text) || readLetters(text, scanner) else { return nil }
    }
    folded = Self.unified(folded)
    guard folded.count < WordScanner.maximumBytes,
      end > word.range.upperBound || start < word.range.lowerBound
        || folded != Array(word.folded)
    else { return nil }
  }

  /// Told at a glance of nearly all words that none begins there.
  private static func canBegin(at word: WordScanner.Word, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    if word.folded.contains(where: \.isDigit) { return true }
    let end = word.range.upperBound
    guard end < text.count else { return false }
    switch text[end] {
    case 0x2B, 0x23: return true
    case 0x20, 0x2D: return isDigit(text, end + 1)
    case 0xC2: return isDigit(text, end + 2)
    case 0xE2: return isDigit(text, end + 3)
    default: return false
    }
  }

  /// C++ and C#: the index parts words at signs of ASCII.
  private mutating func readSigns(_ text: UnsafeBufferPointer<UInt8>, _ word: WordScanner.Word) -> Bool {
    guard word.mix.latin > 0, folded.count <= Self.mostLettersApart, end < text.count else { return false }
    if text[end] == 0x2B, end + 1 < text.count, text[end + 1] == 0x2B {
      folded += "⁺⁺".utf8
      end += 2
      return true
    }
    guard text[end] == 0x23 else { return false }
    folded += "♯".utf8
    end += 1
    return true
  }

  /// Letters, then a hyphen or a space, then digits, perhaps with a letter more: Ту-154М.
  private mutating func readNumber(
    _ text: UnsafeBufferPointer<UInt8>, _ word: WordScanner.Word, _ scanner: WordScanner
  ) -> Bool {
    let letters = word.mix.latin + word.mix.cyrillic
    guard letters <= Self.mostLetters else { return false }
    if let next = Self.afterHyphen(text, end), Self.isDigit(text, next) {
      guard let (more, end) = Self.word(text, next, scanner) else { return false }
      folded += more
      self.end = end
      return true
    }
    guard letters <= Self.mostLettersApart, let next = Self.afterSpace(text, end), Self.isDigit(text, next),
      Self.isUppercase(text, start), !StopWords.contains(String(decoding: folded, as: UTF8.self)),
      let (more, end) = Self.word(text, next, scanner)
    else { return false }
    // N 5.
    folded = folded == [0x6E] ? Array("№".utf8) + more : folded + more
    self.end = end
    isDoubtful = true
    return true
  }

  /// Thousands parted by spaces.
  private mutating func readGroups(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard folded.count <= 3, folded[0] != 0x30, !Self.isDigit(text, start - 1) else { return false }
    var groups = 0
    while groups < Self.mostGroups, let next = Self.afterSpace(text, end), next + 3 <= text.count,
      (next..<next + 3).allSatisfy({ Self.isDigit(text, $0) }), !Self.continuesWord(text, next + 3)
    {
      folded += text[next..<next + 3]
      end = next + 3
      groups += 1
    }
    return groups > 0
  }

  /// № before a number.
  private mutating func readMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let mark = Array("№".utf8)
    for gap in [0, 1, 2, 3] where start >= gap + mark.count {
      let place = start - gap - mark.count
      guard text[place..<place + mark.count].elementsEqual(mark) else { continue }
      guard gap == 0 || Self.afterSpace(text, place + mark.count) == start else { return false }
      folded = mark + folded
      start = place
      return true
    }
    return false
  }

  /// 3-D, 5-я; an ordinal of more digits (10-й) is found as its number.
  private mutating func readLetters(_ text: UnsafeBufferPointer<UInt8>, _ scanner: WordScanner) -> Bool {
    guard let next = Self.afterHyphen(text, end), !Self.isDigit(text, next),
      folded.count == 1 || Self.isUppercase(text, next), let (more, end) = Self.word(text, next, scanner),
      more.count <= 2 * Self.mostLettersApart, !more.contains(where: \.isDigit)
    else { return false }
    folded += more
    self.end = end
    return true
  }

  /// Letters that look alike in both alphabets as Latin ones where all of them do: А320 is written with either А.
  static func unified(_ word: [UInt8]) -> [UInt8] {
    guard word.contains(where: \.isDigit), word.contains(where: { $0 >= 0x80 }) else { return word }
    var latin: [UInt8] = []
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      guard let letter = scalar.value < 0x80 ? scalar : Homoglyphs.toLatin[scalar] else { return word }
      latin.append(UInt8(truncatingIfNeeded: letter.value))
    }
    return latin
  }

  private static func word(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ scanner: WordScanner
  ) -> (folded: [UInt8], end: Int)? {
    guard start < text.count, text[start].isASCIIWordByte || text[start] >= 0xC2 else { return nil }
    var folded = FoldBuffer()
    let end = scanner.fold(text, from: start, into: &folded)
    folded.unify()
    guard end > start, !folded.bytes.isEmpty, folded.bytes.count { $0.isDigit } <= mostDigits else {
      return nil
    }
    return (folded.bytes, end)
  }

  private static func afterHyphen(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard index < text.count else { return nil }
    if text[index] == 0x2D { return index + 1 }
    // U+2010 to U+2013, U+2212.
    guard index + 2 < text.count, text[index] == 0xE2 else { return nil }
    let isHyphen =
      text[index + 1] == 0x80 && 0x90...0x93 ~= text[index + 2]
      || text[index + 1] == 0x88 && text[index + 2] == 0x92
    return isHyphen ? index + 3 : nil
  }

  /// A space, a no-break space, a thin or narrow one.
  private static func afterSpace(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard index < text.count else { return nil }
    if text[index] == 0x20 { return index + 1 }
    if index + 1 < text.count, text[index] == 0xC2, text[index + 1] == 0xA0 { return index + 2 }
    guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80 else { return nil }
    return [0x89, 0x87, 0xAF].contains(text[index + 2]) ? index + 3 : nil
  }

  private static func isDigit(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index >= 0 && index < text.count && text[index].isDigit
  }

  private static func continuesWord(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index < text.count && (text[index].isASCIIWordByte || 0xD0...0xD4 ~= text[index])
  }

  private static func isUppercase(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index < text.count else { return false }
    return UTF8Scalar.at(index, of: text).0?.properties.isUppercase ?? false
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { 0x30...0x39 ~= self }
}
