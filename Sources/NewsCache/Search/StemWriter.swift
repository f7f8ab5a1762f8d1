import Language
import NewsModel

/// Writes texts as their stems in a row, parted by spaces, stop words left out.
///
/// It learns which short words are stop words: one writer for many texts is faster than one for each. Not for several
/// threads at once.
final class StemWriter {
  private var tokenizers: [String?: SearchTokenizer] = [:]
  /// By the hash of the word as it is written.
  private var isStopWord: [UInt64: Bool] = [:]
  private var stems: [UInt8] = []
  private var besides: [UInt8] = []

  /// Longer words are no stop words.
  private static let longestStopWord = 32
  /// The longest text that is read, in UTF-8 bytes; what stands behind is not found.
  private static let maximumBytes = 400_000

  /// - Parameter isTitle: whether stop words are kept that stand side by side, behind all the rest: a title may be made of
  ///   nothing else.
  func stems(of text: String, language: String?, isTitle: Bool = false) -> String {
    let tokenizer = tokenizers[language] ?? SearchTokenizer(language: language, remembers: true)
    tokenizers[language] = tokenizer
    stems.removeAll(keepingCapacity: true)
    besides.removeAll(keepingCapacity: true)
    var stopWords: [String] = []
    var text = text
    text.withUTF8 { bytes in
      let read = UnsafeBufferPointer(rebasing: bytes.prefix(Self.maximumBytes))
      tokenizer.forEachToken(in: read) { range, stem, place in
        if isStopWord(read, range) {
          if isTitle, place == .inOrder { stopWords.append(Self.folded(read, range)) }
          return true
        }
        switch place {
        case .inOrder:
          endStopWords(&stopWords)
          append(stem, to: &stems)
        case .besides: append(stem, to: &besides)
        }
        return true
      }
      endStopWords(&stopWords)
    }
    // Behind the text they part no words that stand side by side in it.
    if !stems.isEmpty, !besides.isEmpty { stems.append(0x20) }
    stems += besides
    return String(decoding: stems, as: UTF8.self)
  }

  private func append(_ stem: UnsafeBufferPointer<UInt8>, to row: inout [UInt8]) {
    guard hasSeveralLetters(stem) else { return }
    if !row.isEmpty { row.append(0x20) }
    row.append(contentsOf: stem)
  }

  private func endStopWords(_ words: inout [String]) {
    defer { words.removeAll() }
    guard words.count > 1 else { return }
    for word in words {
      if !besides.isEmpty { besides.append(0x20) }
      besides += StopWords.indexed(word).utf8
    }
  }

  private func hasSeveralLetters(_ stem: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = stem.first else { return false }
    return stem.count > (first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
  }

  private func isStopWord(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= Self.longestStopWord else { return false }
    let key = Fingerprint(text[range]).value
    if let known = isStopWord[key] { return known }
    let isOne = StopWords.contains(Self.folded(text, range))
    if isStopWord.count < 100_000 { isStopWord[key] = isOne }
    return isOne
  }

  private static func folded(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    Folding.fold(String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self))
  }
}
