extension ParagraphLayout {
  /// What a line prints: its text with clusters reduced, spaces widened by justification, and its hyphen; the indent
  /// is left to the caller.
  package func text(of line: LaidLine, in text: String) -> String {
    var text = text
    return text.withUTF8 { buffer in
      guard let base = buffer.baseAddress, line.start >= 0, line.end <= buffer.count else { return "" }
      return printed(line, of: UTF8Bytes(base: base, count: buffer.count))
    }
  }

  func printed(_ line: LaidLine, of bytes: UTF8Bytes) -> String {
    var reducer = ClusterReducer(bytes: bytes)
    var start = line.start
    if line.extraColumns > 0 {
      for space in extraSpaces(in: line, of: bytes) {
        reducer.append(from: start, to: space)
        reducer.append(" ")
        start = space
      }
    }
    reducer.append(from: start, to: line.end)
    if line.endsWithHyphen { reducer.append("-") }
    return reducer.result
  }

  /// The line that holds a byte of the text, for keeping the place when the measure changes; the last one for a byte
  /// behind them all. `lines` are a layout of the whole text.
  package static func index(ofLineWith byte: Int, in lines: [LaidLine]) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].start <= byte { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }
}
