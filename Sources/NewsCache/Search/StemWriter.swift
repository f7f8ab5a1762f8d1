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

  /// Longer words are no stop words.
  private static let longestStopWord = 32
  /// The longest text that is read, in UTF-8 bytes; what stands behind is not found.
  private static let maximumBytes = 400_000

  func stems(of text: String, language: String?) -> String {
    let tokenizer = tokenizers[language] ?? SearchTokenizer(language: language, remembers: true)
    tokenizers[language] = tokenizer
    stems.removeAll(keepingCapacity: true)
    var text = text
    text.withUTF8 { bytes in
      let read = UnsafeBufferPointer(rebasing: bytes.prefix(Self.maximumBytes))
      tokenizer.forEachToken(in: read) { range, stem in
        guard hasSeveralLetters(stem), !isStopWord(read, range) else { return true }
        if !stems.isEmpty { stems.append(0x20) }
        stems.append(contentsOf: stem)
        return true
      }
    }
    return String(decoding: stems, as: UTF8.self)
  }

  private func hasSeveralLetters(_ stem: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = stem.first else { return false }
    return stem.count > (first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
  }

  private func isStopWord(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= Self.longestStopWord else { return false }
    let key = Fingerprint(text[range]).value
    if let known = isStopWord[key] { return known }
    let word = String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    let isOne = StopWords.contains(Folding.fold(word))
    if isStopWord.count < 100_000 { isStopWord[key] = isOne }
    return isOne
  }
}
