/// How many terminal cells a text takes: the one width function of the program.
///
/// It follows Unicode 15.0 East Asian Width (wide and full-width take two cells, ambiguous takes one) with these
/// intended differences: a cluster takes the cells of its first spacing scalar, since the rest is reduced away before it
/// reaches the terminal, but for the signs of Indian, Thai and halfwidth Japanese writing that every terminal gives a
/// cell of their own (spacing marks, the consonants of a conjunct); a flag is shown as its two letters and takes two; marks, format characters,
/// conjoining vowels and finals and control characters take none; a lone mark has no cell to stand on and takes none.
package enum CellWidth {
  /// The columns of one grapheme cluster: 0, 1 or 2.
  package static func columns(of character: Character) -> Int {
    columns(of: String(character))
  }

  /// The columns of a text: the sum over its grapheme clusters.
  package static func columns(of text: some StringProtocol) -> Int {
    if let sum = text.utf8.withContiguousStorageIfAvailable({ columns(ofBytes: $0) }) { return sum }
    return Array(text.utf8).withUnsafeBufferPointer { columns(ofBytes: $0) }
  }

  /// A text as a terminal's cells can hold it: every cluster becomes one spacing scalar, those with cells of their own,
  /// and four combining ones for each; flags become their two letters; joiners, selectors, soft hyphens and zero-width spaces go; U+2011 becomes
  /// a hyphen, U+00A0, U+202F and U+2007 a space. Its columns are those of the text.
  package static func reduce(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var text = text
    return text.withUTF8 { buffer in
      guard let base = buffer.baseAddress else { return "" }
      var reducer = ClusterReducer(bytes: UTF8Bytes(base: base, count: buffer.count))
      reducer.append(from: 0, to: buffer.count)
      return reducer.result
    }
  }

  static func columns(ofBytes buffer: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    let bytes = UTF8Bytes(base: base, count: buffer.count)
    if SimpleText.prefix(bytes, from: 0, to: bytes.count) == bytes.count {
      return SimpleText.columns(bytes, from: 0, to: bytes.count)
    }
    let scanner = ClusterScanner(bytes: bytes, properties: .current)
    var offset = 0
    var sum = 0
    while offset < buffer.count {
      let cluster = scanner.cluster(at: offset, end: buffer.count)
      sum += cluster.columns
      offset = cluster.end
    }
    return sum
  }
}
