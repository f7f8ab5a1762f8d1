/// Sets the paragraphs of one text one after the other.
struct TextSetter {
  private let bytes: UTF8Bytes
  private let options: LayoutOptions
  private let allowsFastPath: Bool
  private let paragraph: Paragraph
  private let lineLimit: Int
  /// The indents as they are set: a column at least is left for text.
  private let firstIndent: Int
  private let hangingIndent: Int
  private(set) var lines: [LaidLine] = []

  /// The longest piece that is laid out as one paragraph, in bytes.
  private static let longestPiece = 1 << 28

  init(bytes: UTF8Bytes, layout: ParagraphLayout) {
    self.bytes = bytes
    options = layout.options
    allowsFastPath = layout.allowsFastPath
    paragraph = Paragraph(bytes: bytes, layout: layout)
    lineLimit = max(1, options.lineLimit ?? .max)
    firstIndent = max(0, min(options.firstIndent, options.measure - 1))
    hangingIndent = max(0, min(options.hangingIndent, options.measure - 1))
  }

  mutating func run() {
    lines.reserveCapacity(min(lineLimit, bytes.count / max(1, min(options.measure, 1_000)) + 2))
    var start = 0
    let maySimplify = allowsFastPath && options.fit != .asWritten
    while start <= bytes.count, lines.count < lineLimit {
      if start < bytes.count, bytes[start] == 0x0A {
        appendEmpty(start)
        start += 1
        continue
      }
      let simple = maySimplify ? SimpleText.prefix(bytes, from: start, to: bytes.count) : start
      let isSimple = maySimplify && (simple == bytes.count || bytes[simple] == 0x0A)
      let end = isSimple ? simple : SimpleText.lineEnd(bytes, from: simple)
      setPiece(from: start, to: end, isSimple: isSimple)
      start = end + 1
    }
  }

  /// A piece between two line feeds; one that is beyond all measure is cut.
  private mutating func setPiece(from start: Int, to end: Int, isSimple: Bool) {
    var low = start
    while end - low > Self.longestPiece {
      var high = low + Self.longestPiece
      while high > low + 1, bytes[high] & 0xC0 == 0x80 { high -= 1 }
      setParagraph(low, high, isSimple: isSimple, endsHere: false)
      low = high
    }
    setParagraph(low, end, isSimple: isSimple, endsHere: true)
  }

  private mutating func setParagraph(_ low: Int, _ high: Int, isSimple: Bool, endsHere: Bool) {
    guard lines.count < lineLimit else { return }
    if options.fit == .asWritten { return setAsWritten(low, high) }
    let first = lines.count
    paragraph.see(low, high, isFirst: first == 0)
    guard paragraph.high > low else { return appendEmpty(low) }
    let isFitted =
      isSimple && options.fit == .first && paragraph.fitFirstSimple(limit: lineLimit - first) { append($0) }
    if !isFitted {
      lines.removeSubrange(first...)
      paragraph.begin(low, high, isFirst: first == 0, isSimple: isSimple)
      fit(limit: lineLimit - first)
    }
    finish(from: first, endsHere: endsHere)
  }

  private mutating func fit(limit: Int) {
    switch options.fit {
    case .first: paragraph.fitFirst(limit: limit) { append($0) }
    case .balanced: paragraph.fitFirst(narrowing: paragraph.balancedNarrowing(), limit: limit) { append($0) }
    case .optimal, .asWritten:
      var left = limit
      paragraph.fitOptimally { line in
        if left > 0 { append(line) }
        left -= 1
      }
    }
  }

  /// Verse and preformatted text: one line, cut only where it is wider than the measure.
  private mutating func setAsWritten(_ low: Int, _ high: Int) {
    let scanner = ClusterScanner(bytes: bytes, properties: paragraph.properties)
    var start = low
    var columns = 0
    var offset = low
    while offset < high, lines.count < lineLimit {
      let cluster = scanner.cluster(at: offset, end: high)
      if columns + cluster.columns > paragraph.room(atStart: lines.isEmpty), columns > 0 {
        appendLine(start, offset, columns)
        start = offset
        columns = 0
      }
      columns += cluster.columns
      offset = cluster.end
    }
    guard lines.count < lineLimit else { return }
    appendLine(start, high, columns)
    lines[lines.count - 1].endsParagraph = true
  }

  private mutating func appendEmpty(_ low: Int) {
    appendLine(low, low, 0)
    lines[lines.count - 1].endsParagraph = true
  }

  private mutating func append(_ line: FittedLine) {
    appendLine(
      paragraph.low &+ Int(line.start), paragraph.low &+ Int(line.end), Int(line.columns),
      endsWithHyphen: line.endsWithHyphen)
  }

  private mutating func appendLine(_ start: Int, _ end: Int, _ columns: Int, endsWithHyphen: Bool = false) {
    lines.append(
      LaidLine(
        start: start, end: end, columns: columns, indent: lines.isEmpty ? firstIndent : hangingIndent,
        endsWithHyphen: endsWithHyphen, isOdd: lines.count & 1 == 1))
  }

  /// Marks the paragraph's last line and widens the others when they are to be justified.
  private mutating func finish(from first: Int, endsHere: Bool) {
    guard lines.count > first else { return }
    let isWhole = lines[lines.count - 1].end >= paragraph.high
    if isWhole, endsHere { lines[lines.count - 1].endsParagraph = true }
    guard options.isJustified else { return }
    for index in first..<lines.count where !(isWhole && index == lines.count - 1) {
      let gap = paragraph.room(atStart: index == 0) - lines[index].columns
      let spaces = gap > 0 ? paragraph.stretchableSpaces(in: lines[index].range).count : 0
      if gap <= spaces { lines[index].extraColumns = max(0, gap) }
    }
  }
}
