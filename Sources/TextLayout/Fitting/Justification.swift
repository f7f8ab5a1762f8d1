extension Paragraph {
  /// The offsets of the spaces of a line that may be widened: all but those a rule glues.
  func stretchableSpaces(in range: Range<Int>) -> [Int] {
    var spaces: [Int] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard bytes[offset] == 0x20 else {
        offset += 1
        continue
      }
      var next = offset
      while next < range.upperBound, bytes[next] == 0x20 { next += 1 }
      if offset > range.lowerBound, next < range.upperBound,
        rules.verdict(between: offset, and: next).level != .hard
      {
        spaces.append(offset)
      }
      offset = next
    }
    return spaces
  }
}

extension ParagraphLayout {
  /// Where justification widens a line: the offsets in the text of the spaces that print as two, in ascending order;
  /// `extraColumns` of them. Spaces behind punctuation come first; lines take turns to start from the left and from
  /// the right; glued spaces never stretch.
  package func extraSpaces(in line: LaidLine, of text: String) -> [Int] {
    guard line.extraColumns > 0 else { return [] }
    var text = text
    return text.withUTF8 { buffer in
      guard let base = buffer.baseAddress, line.start >= 0, line.end <= buffer.count else { return [] }
      return extraSpaces(in: line, of: UTF8Bytes(base: base, count: buffer.count))
    }
  }

  func extraSpaces(in line: LaidLine, of bytes: UTF8Bytes) -> [Int] {
    extraSpaces(in: line, of: bytes, Paragraph(bytes: bytes, layout: self))
  }

  /// - Parameter paragraph: one of these bytes, to be used for many lines.
  func extraSpaces(in line: LaidLine, of bytes: UTF8Bytes, _ paragraph: Paragraph) -> [Int] {
    if line.start < paragraph.low || line.end > paragraph.high {
      var low = line.start
      while low > 0, bytes[low - 1] != 0x0A { low -= 1 }
      var high = line.end
      while high < bytes.count, bytes[high] != 0x0A { high += 1 }
      paragraph.see(low, high)
    }
    let spaces = paragraph.stretchableSpaces(in: line.range)
    let ordered = line.isOdd ? spaces.reversed() : spaces
    let first = ordered.filter { isMark(bytes[$0 - 1]) }
    let rest = ordered.filter { !isMark(bytes[$0 - 1]) }
    return (first + rest).prefix(line.extraColumns).sorted()
  }

  /// Whether the byte before a space ends a punctuation mark: . , ; : ! ? ) » — …
  private func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0xBB, 0x94, 0xA6: true
    default: false
    }
  }
}
