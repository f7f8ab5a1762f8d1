/// The extended grapheme clusters of UAX #29, as all of the layout sees them.
package enum GraphemeClusters {
  /// Where the clusters of a text end, in UTF-8 bytes, ascending; the last one is the text's end.
  package static func ends(in text: String) -> [Int] {
    var text = text
    return text.withUTF8 { buffer in
      guard let base = buffer.baseAddress else { return [] }
      let scanner = ClusterScanner(bytes: UTF8Bytes(base: base, count: buffer.count), properties: .current)
      var ends: [Int] = []
      var offset = 0
      while offset < buffer.count {
        offset = scanner.cluster(at: offset, end: buffer.count).end
        ends.append(offset)
      }
      return ends
    }
  }
}
