/// A filter that sets plain text anew, paragraph by paragraph, as bytes come: constant memory on endless input.
package struct WrapFilter {
  /// How to set it.
  package struct Options: Sendable {
    /// The measure counts from the left margin: prefix and indents included.
    package var layout: LayoutOptions
    /// What stands before every line and is no text.
    package var prefix: ParagraphSplitter.Prefix
    /// Whether a paragraph keeps the indent of its first line.
    package var keepsIndent: Bool

    package init(
      layout: LayoutOptions, prefix: ParagraphSplitter.Prefix = .none, keepsIndent: Bool = false
    ) {
      self.layout = layout
      self.prefix = prefix
      self.keepsIndent = keepsIndent
    }
  }

  private let options: Options
  private let identify: ((String) -> String?)?
  private var splitter: ParagraphSplitter
  private var languages: [TextSignature: String] = [:]
  private var output: [UInt8] = []
  /// The layout used last: most paragraphs have the same options.
  private var setter: ParagraphLayout?
  /// The start of the paragraph that goes on has been written: no first indent any more.
  private var isContinued = false
  /// The last line of that start, to be set again with what follows.
  private var held: [UInt8] = []

  /// Output is handed on when so many bytes are there.
  private static let outputBytes = 1 << 16

  /// - Parameter identify: tells a paragraph's language when the options name none; asked once for each kind of
  ///   paragraph that looks alike by its letters.
  package init(_ options: Options, identify: ((String) -> String?)? = nil) {
    self.options = options
    self.identify = identify
    splitter = ParagraphSplitter(prefix: options.prefix)
  }

  /// Takes in bytes; `write` gets what is ready.
  package mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ write: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var splitter = self.splitter
    splitter.add(bytes) { take($0, write) }
    self.splitter = splitter
  }

  /// Writes what is left.
  package mutating func finish(_ write: (UnsafeBufferPointer<UInt8>) -> Void) {
    var splitter = self.splitter
    splitter.finish { take($0, write) }
    self.splitter = splitter
    flush(write)
  }

  private mutating func take(
    _ piece: ParagraphSplitter.Piece, _ write: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    switch piece {
    case .blank(let prefix):
      var end = prefix.count
      while end > 0, prefix[end - 1] == 0x20 { end -= 1 }
      output += prefix[..<end]
      output.append(0x0A)
    case .verbatim(let line):
      output += line
      output.append(0x0A)
    case .paragraph(let text, let prefix, let indent, let ending):
      setParagraph(text, prefix, indent, ending)
    }
    if output.count >= Self.outputBytes { flush(write) }
  }

  private mutating func flush(_ write: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard !output.isEmpty else { return }
    output.withUnsafeBufferPointer { write($0) }
    output.removeAll(keepingCapacity: true)
  }

  private mutating func setParagraph(
    _ text: [UInt8], _ prefix: [UInt8], _ indent: Int, _ ending: ParagraphSplitter.Ending
  ) {
    let text = held.isEmpty ? text : held + text
    held = []
    var layout = options.layout
    if layout.language == nil { layout.language = language(of: text) }
    layout.measure = max(
      1, layout.measure - prefix.withUnsafeBufferPointer { CellWidth.columns(ofBytes: $0) })
    if options.keepsIndent {
      layout.firstIndent += indent
      layout.hangingIndent += indent
    }
    if isContinued { layout.firstIndent = layout.hangingIndent }
    let known = setter?.options == layout ? setter : nil
    let setter = known ?? ParagraphLayout(layout)
    self.setter = setter
    text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var lines = setter.lines(of: buffer)
      if ending != .whole, lines.count > 1, let last = lines.popLast() { held = Array(buffer[last.start...]) }
      if ending == .cutAtSpace, !held.isEmpty { held.append(0x20) }
      let bytes = UTF8Bytes(base: base, count: buffer.count)
      let printer = LinePrinter(
        bytes: bytes, layout: setter,
        paragraph: layout.isJustified ? Paragraph(bytes: bytes, layout: setter) : nil)
      for line in lines {
        output += prefix
        printer.print(line, to: &output)
      }
    }
    isContinued = ending != .whole
  }

  private mutating func language(of text: [UInt8]) -> String? {
    guard let identify else { return nil }
    let signature = TextSignature(text)
    if let known = languages[signature] { return known }
    let found = identify(String(decoding: text.prefix(4_096), as: UTF8.self))
    // A few words say little of the paragraphs that look like them.
    if let found, text.count > 60 { languages[signature] = found }
    return found
  }
}

/// Prints lines as a filter does: bytes as they are, but for characters that hold or break without being seen.
private struct LinePrinter {
  let bytes: UTF8Bytes
  let layout: ParagraphLayout
  /// For justified lines.
  let paragraph: Paragraph?

  func print(_ line: LaidLine, to output: inout [UInt8]) {
    for _ in 0..<line.indent { output.append(0x20) }
    var start = line.start
    if line.extraColumns > 0, let paragraph {
      for space in layout.extraSpaces(in: line, of: bytes, paragraph) {
        append(start, space, to: &output)
        output.append(0x20)
        start = space
      }
    }
    append(start, line.end, to: &output)
    if line.endsWithHyphen { output.append(0x2D) }
    output.append(0x0A)
  }

  private func append(_ start: Int, _ end: Int, to output: inout [UInt8]) {
    var plain = start
    var offset = start
    while offset < end {
      if offset &+ 8 <= end, SimpleText.hasNoMarks(SimpleText.word(bytes, at: offset)) {
        offset &+= 8
        continue
      }
      let byte = bytes[offset]
      guard byte == 0xC2 || byte == 0xE2 || byte < 0x20 || byte == 0x7F else {
        offset += 1
        continue
      }
      let (scalar, next) = bytes.scalar(at: offset, end: end)
      let printed: [UInt8]?
      switch scalar {
      case 0xA0, 0x202F, 0x2007: printed = [0x20]
      case 0x2011: printed = [0x2D]
      case 0xAD, 0x200B, 0x2060, 0...0x1F, 0x7F...0x9F: printed = []
      default: printed = nil
      }
      if let printed {
        output += UnsafeBufferPointer(start: bytes.base + plain, count: offset - plain)
        output += printed
        plain = next
      }
      offset = next
    }
    if plain < end { output += UnsafeBufferPointer(start: bytes.base + plain, count: end - plain) }
  }
}
