/// Cuts a stream of bytes into paragraphs: runs of lines between blank ones, with white space collapsed and damaged
/// UTF-8 made U+FFFD. It holds one paragraph at most, and never more than a bound.
package struct ParagraphSplitter {
  /// What stands before the text of every line and is no part of it.
  package enum Prefix: Hashable, Sendable {
    /// Nothing: lines are all text.
    case none
    /// Runs of `>` and `#` with their spaces; a paragraph ends where they change.
    case detected
    /// This text; lines without it are passed on as they are.
    case fixed(String)
  }

  /// What the stream is made of.
  package enum Piece: Equatable {
    /// Text with white space collapsed, no line feed, and what stood before each of its lines.
    case paragraph(text: [UInt8], prefix: [UInt8], indent: Int, ending: Ending)
    /// A blank line, with its prefix.
    case blank(prefix: [UInt8])
    /// A line that has not the fixed prefix.
    case verbatim([UInt8])
  }

  /// Whether a paragraph is whole.
  package enum Ending: Equatable {
    case whole
    /// It was too long to hold: more of it follows, behind a space.
    case cutAtSpace
    /// More of it follows, and it was cut inside a word.
    case cutInWord
  }

  private let prefix: Prefix
  private let fixed: [UInt8]
  private let mostBytes: Int
  /// The line being read, without its line feed.
  private var line: [UInt8] = []
  private var text: [UInt8] = []
  private var textPrefix: [UInt8] = []
  private var textIndent = 0
  /// Whether the line being read is the rest of one that was too long to hold.
  private var isRest = false
  /// Whether that one was cut inside a word.
  private var isCutInWord = false

  /// - Parameter mostBytes: how long a paragraph may grow before its first part is handed out.
  package init(prefix: Prefix = .none, mostBytes: Int = 1 << 18) {
    self.prefix = prefix
    if case .fixed(let text) = prefix { fixed = Array(text.utf8) } else { fixed = [] }
    self.mostBytes = max(256, mostBytes)
  }

  /// Takes in more bytes and hands out the pieces that are whole.
  package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Piece) -> Void) {
    var start = 0
    if let base = bytes.baseAddress {
      let source = UTF8Bytes(base: base, count: bytes.count)
      var feed = SimpleText.lineEnd(source, from: start)
      while feed < bytes.count {
        takeLine(UnsafeBufferPointer(rebasing: bytes[start..<feed]), body)
        start = feed + 1
        feed = SimpleText.lineEnd(source, from: start)
      }
    }
    line += bytes[start...]
    if line.count > mostBytes { cutLine(body) }
  }

  /// Hands out what is left.
  package mutating func finish(_ body: (Piece) -> Void) {
    if !line.isEmpty {
      let last = line
      line = []
      last.withUnsafeBufferPointer { takeWhole($0, body) }
    }
    endParagraph(body)
  }

  /// The start of a line too long to hold counts as a line; it is cut behind a space where there is one.
  ///
  /// A scalar is never cut: four bytes stay.
  private mutating func cutLine(_ body: (Piece) -> Void) {
    var end = line.lastIndex(of: 0x20) ?? line.count
    isCutInWord = end < line.count / 2
    if isCutInWord { end = line.count - 4 }
    while end > 0, end < line.count, line[end] & 0xC0 == 0x80 { end -= 1 }
    let start = Array(line[..<end])
    line.removeSubrange(..<end)
    start.withUnsafeBufferPointer { takeWhole($0, body) }
    isRest = true
  }

  private mutating func takeLine(_ end: UnsafeBufferPointer<UInt8>, _ body: (Piece) -> Void) {
    if line.isEmpty {
      takeWhole(end, body)
    } else {
      let whole = line + end
      line = []
      whole.withUnsafeBufferPointer { takeWhole($0, body) }
    }
    isRest = false
  }

  private mutating func takeWhole(_ line: UnsafeBufferPointer<UInt8>, _ body: (Piece) -> Void) {
    var start = 0
    if !isRest {
      start = prefixLength(line)
      if start < 0 {
        endParagraph(body)
        return body(.verbatim(Array(line)))
      }
    }
    var first = start
    var indent = 0
    while first < line.count, Self.isSpace(line[first]) {
      indent = line[first] == 0x09 ? (indent / 8 + 1) * 8 : indent + 1
      first += 1
    }
    let isBlank = first == line.count
    let differs =
      !isRest && !text.isEmpty && (start != textPrefix.count || !line[..<start].elementsEqual(textPrefix))
    if isBlank || differs { endParagraph(body) }
    if isBlank {
      if !isRest { body(.blank(prefix: Array(line[..<start]))) }
      return
    }
    if text.isEmpty {
      if !isRest {
        textPrefix = Array(line[..<start])
        textIndent = indent
      }
    } else if !isRest || !isCutInWord {
      text.append(0x20)
    }
    appendCollapsed(line, from: first)
    if text.count > mostBytes { handOutStart(body) }
  }

  /// The length of a line's prefix; −1 when it has not the fixed one.
  private func prefixLength(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    switch prefix {
    case .none: return 0
    case .fixed: return line.starts(with: fixed) ? fixed.count : -1
    case .detected:
      var end = 0
      var offset = 0
      while offset < line.count, offset < 256 {
        if line[offset] == 0x3E || line[offset] == 0x23 {
          end = offset + 1
        } else if line[offset] != 0x20 {
          break
        }
        offset += 1
      }
      // One space belongs to the prefix.
      return end > 0 && end < line.count && line[end] == 0x20 ? end + 1 : end
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  /// Appends a line's text: runs of white space become one space, the last one goes.
  private mutating func appendCollapsed(_ line: UnsafeBufferPointer<UInt8>, from first: Int) {
    if let base = line.baseAddress,
      SimpleText.isCollapsed(UTF8Bytes(base: base, count: line.count), from: first)
    {
      text += line[first...]
      return
    }
    var start = first
    var offset = first
    while offset < line.count {
      guard Self.isSpace(line[offset]) else {
        offset += 1
        continue
      }
      var next = offset + 1
      while next < line.count, Self.isSpace(line[next]) { next += 1 }
      if next == line.count || next > offset + 1 || line[offset] != 0x20 {
        text += line[start..<offset]
        if next < line.count { text.append(0x20) }
        start = next
      }
      offset = next
    }
    if start < line.count { text += line[start...] }
  }

  private mutating func endParagraph(_ body: (Piece) -> Void) {
    guard !text.isEmpty else { return }
    body(.paragraph(text: Self.repaired(text), prefix: textPrefix, indent: textIndent, ending: .whole))
    text.removeAll(keepingCapacity: true)
  }

  /// Hands out the paragraph so far, up to its last space.
  private mutating func handOutStart(_ body: (Piece) -> Void) {
    let space = text.lastIndex(of: 0x20)
    let start = Array(text[..<(space ?? text.count)])
    body(
      .paragraph(
        text: Self.repaired(start), prefix: textPrefix, indent: textIndent,
        ending: space == nil ? .cutInWord : .cutAtSpace))
    text.removeSubrange(..<min(text.count, space.map { $0 + 1 } ?? text.count))
  }

  /// The text as valid UTF-8: every damaged part becomes U+FFFD.
  private static func repaired(_ text: [UInt8]) -> [UInt8] {
    let isSimple = text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return true }
      let bytes = UTF8Bytes(base: base, count: buffer.count)
      return SimpleText.prefix(bytes, from: 0, to: bytes.count) == bytes.count
    }
    if isSimple { return text }
    if String(validating: text, as: UTF8.self) != nil { return text }
    return Array(String(decoding: text, as: UTF8.self).utf8)
  }
}
