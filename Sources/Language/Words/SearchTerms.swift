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
    let source = String(text)
    let folder = WordScanner(language: language)
    var result: [String] = []
    folder.scan(source) { word in
      if word.folded.count > 1, !StopWords.contains(String(decoding: word.folded, as: UTF8.self)) {
        let stem = folder.stem(of: word) { String(decoding: $0, as: UTF8.self) }
        if stem.unicodeScalars.count > 1 { result.append(stem) }
      }
      return true
    }
    return result
  }

  /// Every word of a text with its place, stop words too: for the index and for marking hits.
  package static func tokens(of text: some StringProtocol, language: String? = nil) -> [Token] {
    let source = String(text)
    let folder = WordScanner(language: language)
    var result: [Token] = []
    folder.scan(source) { word in
      result.append(
        Token(range: word.range, stem: folder.stem(of: word) { String(decoding: $0, as: UTF8.self) }))
      return true
    }
    return result
  }
}

/// The words of texts as bytes, without a string for each: what a full-text index calls.
///
/// Not for several threads at once.
package final class SearchTokenizer {
  private let scanner: WordScanner

  /// - Parameters:
  ///   - language: `nil` stems every word by its own alphabet.
  ///   - remembers: whether stems are kept for the next time, in a mebibyte: worth it from some thousand words on.
  package init(language: String? = nil, remembers: Bool = false) {
    scanner = WordScanner(language: language, remembers: remembers)
  }

  /// Calls `body` with every word's range in the text and its folded stem, both in UTF-8, until it returns
  /// `false`. Bytes that are not UTF-8 part words.
  ///
  /// - Parameter firstLetters: passes over words that begin otherwise, without stemming them; `nil` passes over none.
  package func forEachToken(
    in text: UnsafeBufferPointer<UInt8>, startingWith firstLetters: FirstLetters? = nil,
    _ body: (_ range: Range<Int>, _ stem: UnsafeBufferPointer<UInt8>) -> Bool
  ) {
    scanner.scan(text) { word in
      if let firstLetters, !firstLetters.contains(word.folded) { return true }
      return scanner.stem(of: word) { body(word.range, $0) }
    }
  }

  /// What stems begin with: stemming takes nothing from the beginning of a word.
  package struct FirstLetters: Sendable {
    private var keys: Set<UInt16> = []

    /// - Parameter stems: folded stems.
    package init(of stems: some Sequence<String>) {
      for stem in stems { keys.insert(Self.key(stem.utf8)) }
    }

    func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { keys.contains(Self.key(word)) }

    /// The first two bytes, which hold the first letter of most alphabets.
    private static func key(_ bytes: some Collection<UInt8>) -> UInt16 {
      guard let first = bytes.first else { return 0 }
      // One letter of ASCII is a key, for its second may be stemmed away.
      guard first >= 0x80, let second = bytes.dropFirst().first else { return UInt16(first) << 8 }
      return UInt16(first) << 8 | UInt16(second)
    }
  }
}
