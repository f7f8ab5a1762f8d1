import CStemmer

/// Words without their endings: Snowball where it knows the language well, tables of endings elsewhere.
///
/// Words come folded (`Folding`). Not for several threads at once: every user makes one of their own.
package final class Stemmer {
  private enum Way {
    case snowball
    /// Snowball, but for the words of a table, and with what it leaves made one.
    case corrected(StemTable)
    case table(StemTable)
    case asIs
  }

  /// Whether its words are Russian.
  let isRussian: Bool
  private let handle: OpaquePointer?
  private let way: Way
  private var letters: [UInt16] = []
  private var bytes: [UInt8] = []

  /// Longer words are nobody's: they are left as they are.
  private static let mostBytes = 256

  /// - Parameter language: a BCP 47 tag; words of a language nobody here knows are left as they are.
  package init(language: String?) {
    let code = language.map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() } ?? ""
    isRussian = code == "ru"
    let table = StemTable.of(code)
    handle = Self.snowballLanguages.contains(code) ? sb_stemmer_new(code, "UTF_8") : nil
    way =
      switch (handle != nil, table) {
      case (true, let table?): .corrected(table)
      case (true, nil): .snowball
      case (false, let table?): .table(table)
      case (false, nil): .asIs
      }
  }

  deinit { if let handle { sb_stemmer_delete(handle) } }

  /// The stem of one folded word.
  package func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in stem(bytes) { String(decoding: $0, as: UTF8.self) } }
  }

  /// The stem of one folded word in UTF-8; what the closure gets lives as long as the closure runs.
  func stem<Result>(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard word.count <= Self.mostBytes else { return body(word) }
    switch way {
    case .asIs: return body(word)
    case .snowball: return body(bySnowball(word))
    case .table(let table):
      guard read(word) else { return body(word) }
      table.stem(&letters)
    case .corrected(let table):
      guard read(word) else { return body(bySnowball(word)) }
      if !table.stemKept(&letters) {
        guard read(bySnowball(word)) else { return body(word) }
        table.finish(&letters)
      }
    }
    write()
    return bytes.withUnsafeBufferPointer(body)
  }

  /// Lives until the next word.
  private func bySnowball(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let handle, let base = word.baseAddress, let stem = sb_stemmer_stem(handle, base, Int32(word.count))
    else { return word }
    return UnsafeBufferPointer(start: stem, count: max(0, min(Int(sb_stemmer_length(handle)), 1024)))
  }

  /// - Returns: whether the word is all letters of two bytes, as those of the tables are.
  private func read(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    letters.removeAll(keepingCapacity: true)
    var index = 0
    while index + 1 < word.count {
      guard 0xC2...0xDF ~= word[index], 0x80...0xBF ~= word[index + 1] else { return false }
      letters.append(UInt16(word[index] & 0x1F) << 6 | UInt16(word[index + 1] & 0x3F))
      index += 2
    }
    return index == word.count && !letters.isEmpty
  }

  private func write() {
    bytes.removeAll(keepingCapacity: true)
    for letter in letters {
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: letter >> 6))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: letter & 0x3F))
    }
  }

  private static let snowballLanguages: Set<String> = [
    "ru", "en", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "nb", "da", "fi", "hu", "ro", "tr", "ca",
    "lt",
    "el", "hy", "eu", "sr", "ar",
  ]
}
