/// Sets paragraphs: text in, lines out as byte ranges.
///
/// A line feed in the text is a forced break; the line after it takes the hanging indent. Text is expected as cleaned
/// (no other control characters), but no bytes are refused and none can harm: damaged UTF-8 reads as U+FFFD.
package struct ParagraphLayout {
  package let options: LayoutOptions

  package init(_ options: LayoutOptions) {
    self.options = options
  }

  /// The lines of a text. At least one line, even of an empty text.
  package func lines(of text: String) -> [LaidLine] {
    var text = text
    return text.withUTF8 { lines(of: $0) }
  }

  /// The lines of UTF-8 bytes.
  package func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [LaidLine] {
    guard let base = bytes.baseAddress, bytes.count > 0 else {
      return [LaidLine(start: 0, end: 0, columns: 0, indent: options.firstIndent, endsParagraph: true)]
    }
    let scanner = ClusterScanner(bytes: UTF8Bytes(base: base, count: bytes.count), properties: .current)
    var lines: [LaidLine] = []
    var start = 0
    while start <= bytes.count {
      if let limit = options.lineLimit, lines.count >= limit { break }
      let indent = lines.isEmpty ? options.firstIndent : options.hangingIndent
      let room = max(1, options.measure - indent)
      var offset = start
      var columns = 0
      var best: (end: Int, next: Int, columns: Int)?
      var isForced = offset >= bytes.count
      while offset < bytes.count {
        if base[offset] == 0x0A {
          isForced = true
          break
        }
        let cluster = scanner.cluster(at: offset, end: bytes.count)
        if base[offset] == 0x20, cluster.end == offset + 1 {
          if best.map({ $0.next < offset }) ?? true { best = (offset, offset + 1, columns) }
          best?.next = cluster.end
        } else if columns + cluster.columns > room, offset > start {
          break
        }
        columns += cluster.columns
        offset = cluster.end
        isForced = offset >= bytes.count
      }
      if isForced {
        lines.append(
          LaidLine(start: start, end: offset, columns: columns, indent: indent, endsParagraph: true))
        start = offset + 1
      } else if let best, best.end > start {
        lines.append(LaidLine(start: start, end: best.end, columns: best.columns, indent: indent))
        start = best.next
      } else {
        lines.append(LaidLine(start: start, end: offset, columns: columns, indent: indent))
        start = offset
      }
    }
    return lines
  }

  /// What a line prints: its text with clusters reduced, spaces widened by justification, and its hyphen.
  package func text(of line: LaidLine, in text: String) -> String {
    var text = text
    return text.withUTF8 { buffer in
      guard let base = buffer.baseAddress, line.start >= 0, line.end <= buffer.count else { return "" }
      var reducer = ClusterReducer(bytes: UTF8Bytes(base: base, count: buffer.count))
      reducer.append(from: line.start, to: line.end)
      return String(reducer.result) + (line.endsWithHyphen ? "-" : "")
    }
  }
}
