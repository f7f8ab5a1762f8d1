/// Texts as the words that a search compares.
package enum SearchTerms {
  /// A word of a text: where it stands, in bytes of UTF-8, and what it is compared by.
  package struct Token: Hashable, Sendable {
    /// Of the text's UTF-8 bytes.
    package var range: Range<Int>
    /// Folded and stemmed.
    package var stem: String

    package init(range: Range<Int>, stem: String) {
      self.range = range
      self.stem = stem
    }
  }

  /// The words of a text that carry meaning, in their order, repeated as they are: folded, stemmed, stop
  /// words and single letters left out.
  ///
  /// - Parameter language: `nil` stems every word by its own alphabet, as the search index does.
  package static func terms(of text: some StringProtocol, language: String? = nil) -> [String] {
    terms(SearchTokenizer(language: language), String(text))
  }

  /// The ways in which a question's words may stand in the index, the likeliest first: a name in -ов that was typed small
  /// is one or is none; what a numbered name consists of may stand apart.
  package static func readings(of text: some StringProtocol, language: String? = nil) -> [[String]] {
    let source = String(text)
    let isCapital =
      source.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isUppercase ?? false
    let tokenizers = (isCapital ? [.always] : [.never, .always] as [NameReading.Asked]).map {
      SearchTokenizer(language: language, names: $0)
    }
    var result: [[String]] = []
    for terms in tokenizers.map({ terms($0, source) }) where !terms.isEmpty && !result.contains(terms) {
      result.append(terms)
    }
    return result
  }

  /// The words that a numbered name consists of (Боинг-737), where each of them can be looked for; not those of a number
  /// with its sign (№ 5).
  package static func parts(of text: some StringProtocol, language: String? = nil) -> [String] {
    var parts: [String] = []
    var canAll = true
    var source = String(text)
    source.withUTF8 { bytes in
      SearchTokenizer(language: language, names: .never).forEachToken(in: bytes) { _, stem, place in
        guard place == .besides else {
          canAll = canAll && stem.first != "№".utf8.first
          return true
        }
        let part = String(decoding: stem, as: UTF8.self)
        canAll = canAll && part.unicodeScalars.count > 1
        parts.append(part)
        return true
      }
    }
    return canAll && parts.count > 1 ? parts : []
  }

  /// The words of a text, folded, none of them left out.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    WordScanner(language: nil).scan(text) { word in
      words.append(String(decoding: word.folded, as: UTF8.self))
      return true
    }
    return words
  }

  private static func terms(_ tokenizer: SearchTokenizer, _ text: String) -> [String] {
    var source = text
    var result: [String] = []
    source.withUTF8 { bytes in
      tokenizer.forEachToken(in: bytes) { range, stem, place in
        guard place == .inOrder, stem.count > 1 else { return true }
        let word = UnsafeBufferPointer(rebasing: bytes[range])
        guard !StopWords.contains(Folding.fold(word)) else { return true }
        let stem = String(decoding: stem, as: UTF8.self)
        if stem.unicodeScalars.count > 1 { result.append(stem) }
        return true
      }
    }
    return result
  }

  /// Every word of a text with its place, stop words too: for the index and for marking hits.
  package static func tokens(of text: some StringProtocol, language: String? = nil) -> [Token] {
    var source = String(text)
    var result: [Token] = []
    source.withUTF8 { bytes in
      SearchTokenizer(language: language).forEachToken(in: bytes) { range, stem, place in
        if place == .inOrder {
          result.append(Token(range: range, stem: String(decoding: stem, as: UTF8.self)))
        }
        return true
      }
    }
    return result
  }
}

/// The words of texts as bytes, without a string for each: what a full-text index calls.
///
/// Not for several threads at once.
package final class SearchTokenizer {
  /// Where a word belongs.
  package enum Place: Sendable {
    /// Among the others, in their order.
    case inOrder
    /// Another reading of what stands in order, or a part of it: beside it nothing has to be looked for.
    case besides
  }

  private let scanner: WordScanner
  private let names: NameReading.Asked

  /// - Parameters:
  ///   - language: `nil` stems every word by its own alphabet.
  ///   - remembers: whether stems are kept for the next time, in a mebibyte: worth it from some thousand words on.
  package convenience init(language: String? = nil, remembers: Bool = false) {
    self.init(language: language, remembers: remembers, names: .byCapital)
  }

  init(language: String?, remembers: Bool = false, names: NameReading.Asked) {
    scanner = WordScanner(language: language, remembers: remembers)
    self.names = names
  }

  /// Calls `body` with every word's range in the text, its folded stem, both in UTF-8, and where it belongs, until it
  /// returns `false`. Bytes that are not UTF-8 part words.
  ///
  /// - Parameter firstLetters: passes over words that begin otherwise, without stemming them; `nil` passes over none.
  package func forEachToken(
    in text: UnsafeBufferPointer<UInt8>, startingWith firstLetters: FirstLetters? = nil,
    _ body: (_ range: Range<Int>, _ stem: UnsafeBufferPointer<UInt8>, _ place: Place) -> Bool
  ) {
    var end = 0
    scanner.scan(text) { word in
      var place = word.range.lowerBound < end ? Place.besides : .inOrder
      if place == .inOrder, let name = NumberedName(at: word, in: text, by: scanner) {
        if !name.isDoubtful {
          end = name.end
          place = .besides
        }
        if firstLetters?.contains(name.folded) ?? true {
          let goesOn = name.folded.withUnsafeBufferPointer {
            body(name.start..<name.end, $0, name.isDoubtful ? .besides : .inOrder)
          }
          guard goesOn else { return false }
        }
        if place == .besides, name.start == word.range.lowerBound, name.end == word.range.upperBound {
          return passDigits(of: word, to: body)
        }
      }
      if word.hasDigits, !passDigits(of: word, to: body) { return false }
      if let firstLetters, !firstLetters.contains(word.folded) { return true }
      switch NameReading(of: word, in: text, by: scanner, asked: names) {
      case .noName: break
      case .name: return body(word.range, word.folded, place)
      case .perhaps:
        guard body(word.range, word.folded, place) else { return false }
        place = .besides
      }
      return scanner.stem(of: word) { body(word.range, $0, place) }
    }
  }

  /// Hands on the number within a word of letters too: А320 is found by it.
  private func passDigits(
    of word: WordScanner.Word, to body: (Range<Int>, UnsafeBufferPointer<UInt8>, Place) -> Bool
  ) -> Bool {
    guard let start = word.folded.firstIndex(where: { 0x30...0x39 ~= $0 }) else { return true }
    let end = word.folded[start...].firstIndex { !(0x30...0x39 ~= $0) } ?? word.folded.endIndex
    guard end - start > 1, end - start < word.folded.count else { return true }
    return body(word.range, UnsafeBufferPointer(rebasing: word.folded[start..<end]), .besides)
  }

  /// What stems begin with: stemming takes nothing from the beginning of a word.
  package struct FirstLetters: Sendable {
    private var keys: Set<UInt16> = []

    /// - Parameter stems: folded stems.
    package init(of stems: some Sequence<String>) {
      for stem in stems { keys.insert(Self.key(stem.utf8)) }
    }

    func contains(_ word: some Collection<UInt8>) -> Bool { keys.contains(Self.key(word)) }

    /// The first two bytes, which hold the first letter of most alphabets.
    private static func key(_ bytes: some Collection<UInt8>) -> UInt16 {
      guard let first = bytes.first else { return 0 }
      // One letter of ASCII is a key, for its second may be stemmed away.
      guard first >= 0x80, let second = bytes.dropFirst().first else { return UInt16(first) << 8 }
      // ў at the beginning of a word is у.
      if first == 0xD1, second == 0x9E { return 0xD183 }
      return UInt16(first) << 8 | UInt16(second)
    }
  }
}
