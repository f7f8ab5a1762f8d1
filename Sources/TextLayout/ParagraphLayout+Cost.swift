extension ParagraphLayout {
  /// What lines cost on the scale the optimal fit works by: squared gaps, hyphens, rules broken, cuts inside words; a
  /// paragraph's last line has no gap. For comparing fits and for benchmarks.
  ///
  /// - Parameter lines: lines of one text, as a layout with these options gave them.
  package func cost(of lines: [LaidLine], in text: String) -> Int {
    var text = text
    return text.withUTF8 { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return Int(cost(of: lines, in: UTF8Bytes(base: base, count: buffer.count)))
    }
  }

  private func cost(of lines: [LaidLine], in bytes: UTF8Bytes) -> Int64 {
    let paragraph = Paragraph(bytes: bytes, layout: self)
    var sum: Int64 = 0
    var run = 0
    var first = 0
    for (index, line) in lines.enumerated() where line.endsParagraph {
      paragraph.begin(lines[first].start, line.end, isFirst: first == 0, isSimple: false)
      for number in first..<index {
        let ending = cost(of: lines[number], run: run, in: paragraph)
        let gap = paragraph.room(atStart: number == 0) - lines[number].columns
        sum += LineCost.gap(max(0, gap)) + ending
        run = lines[number].endsWithHyphen ? run + 1 : 0
      }
      first = index + 1
      run = 0
    }
    return sum
  }

  /// The penalty of one line's end.
  private func cost(of line: LaidLine, run: Int, in paragraph: Paragraph) -> Int64 {
    let end = line.end - paragraph.low
    for index in 0..<paragraph.fragments.count {
      let fragment = paragraph.fragments[index]
      if Int(fragment.end) == end, index + 1 < paragraph.fragments.count {
        if fragment.ending == .soft { return paragraph.hyphenCost(after: run) }
        return LineCost.penalty(of: paragraph.verdict(behind: index).level)
      }
      if Int(fragment.end) > end {
        guard line.endsWithHyphen else { return LineCost.cut }
        let isLast = index == paragraph.fragments.count - 1
        return paragraph.hyphenCost(after: run) + (isLast ? LineCost.lastWordHyphen : 0)
      }
    }
    return LineCost.cut
  }
}
