/// One place of a paragraph where a line might end, and what is said of it.
package struct BreakExplanation: Hashable, Sendable {
  /// What stands there.
  package enum Kind: String, Sendable {
    case space
    /// A hyphenation point: a hyphen is printed when it is taken.
    case hyphen
    /// An opportunity without a space: behind a hyphen, a dash, a slash, between ideographs.
    case other
    /// A forced break.
    case mandatory
  }

  /// UTF-8 bytes into the paragraph where the next line would begin.
  package let offset: Int
  /// What stands there.
  package let kind: Kind
  /// Whether no rule objects: false for all levels alike.
  package let isPermitted: Bool
  /// `free` when it is permitted.
  package let level: BreakLevel
  /// `1`…`23` for a rule of the house reference, `uax14` where nothing but the Unicode algorithm speaks.
  package let rule: String

  init(_ offset: Int, _ kind: Kind, _ level: BreakLevel, rule: String) {
    self.offset = offset
    self.kind = kind
    self.level = level
    self.rule = rule
    isPermitted = level == .free
  }
}

extension BreakLevel {
  /// `H`, `S`, `W`; nil when nothing objects.
  package var letter: String? {
    switch self {
    case .free: nil
    case .weak: "W"
    case .strong: "S"
    case .hard: "H"
    }
  }
}

extension ParagraphLayout {
  /// Why lines of a text end where they do: every space, every opportunity inside words and every hyphenation point, in
  /// ascending order, with the rule that speaks. Of the options only the language, the strength of the rules and
  /// hyphenation count.
  package func breaks(in text: String) -> [BreakExplanation] {
    var text = text
    return text.withUTF8 { buffer in
      guard let base = buffer.baseAddress else { return [] }
      let bytes = UTF8Bytes(base: base, count: buffer.count)
      let paragraph = Paragraph(bytes: bytes, layout: self)
      var found: [BreakExplanation] = []
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        paragraph.begin(start, end, isFirst: true, isSimple: false)
        if paragraph.high > start { found += paragraph.explanations() }
        start = end + 1
        if start < bytes.count { found.append(BreakExplanation(start, .mandatory, .free, rule: "uax14")) }
      }
      return found
    }
  }

  /// A text with its breaks made visible: ` |` for a space that may end a line, `·` for one that may not, `‧` for a
  /// hyphenation point, `|` for another permitted break.
  package static func marked(_ text: String, _ breaks: [BreakExplanation]) -> String {
    let bytes = Array(text.utf8)
    var marked: [UInt8] = []
    var offset = 0
    for point in breaks where point.offset >= offset && point.offset <= bytes.count {
      var end = point.offset
      switch point.kind {
      case .space:
        // The space may be a no-break one of two or three bytes.
        while end > offset, end > 0, spaceLength(bytes, before: end) > 0 {
          end -= spaceLength(bytes, before: end)
        }
        marked += bytes[offset..<end] + Array((point.isPermitted ? " |" : "·").utf8)
      case .hyphen: marked += bytes[offset..<end] + Array("‧".utf8)
      case .other: marked += bytes[offset..<end] + (point.isPermitted ? [0x7C] : [])
      case .mandatory: marked += bytes[offset..<end]
      }
      offset = point.offset
    }
    return String(decoding: marked + bytes[offset...], as: UTF8.self)
  }

  private static func spaceLength(_ bytes: [UInt8], before end: Int) -> Int {
    if bytes[end - 1] == 0x20 { return 1 }
    if end >= 2, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 { return 2 }
    guard end >= 3, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE2 else { return 0 }
    return bytes[end - 1] == 0xAF || bytes[end - 1] == 0x87 ? 3 : 0
  }
}

extension Paragraph {
  /// All that can be said of the paragraph's breaks.
  fileprivate func explanations() -> [BreakExplanation] {
    var found: [BreakExplanation] = []
    for index in 0..<fragments.count {
      let fragment = fragments[index]
      found += heldSpaces(in: fragment)
      for division in divisions(of: index) {
        found.append(BreakExplanation(low + Int(divisions[division].byte), .hyphen, .free, rule: "uax14"))
      }
      guard index + 1 < fragments.count else { continue }
      let verdict = verdict(behind: index)
      let kind: BreakExplanation.Kind
      switch fragment.ending {
      case .space: kind = .space
      case .other: kind = .other
      case .soft: kind = .hyphen
      }
      found.append(
        BreakExplanation(
          low + Int(fragments[index + 1].start), kind, verdict.level,
          rule: verdict.rule == 0 ? "uax14" : "\(verdict.rule)"))
    }
    return found.sorted { $0.offset < $1.offset }
  }

  /// Spaces inside a fragment: UAX #14 forbids a line end there, or the space itself holds (rule 23).
  private func heldSpaces(in fragment: Fragment) -> [BreakExplanation] {
    var found: [BreakExplanation] = []
    let end = low + Int(fragment.end)
    var offset = low + Int(fragment.start)
    while offset < end, rules.reader.space(at: offset) > 0 { offset += rules.reader.space(at: offset) }
    while offset < end {
      let length = rules.reader.space(at: offset)
      guard length > 0 else {
        offset += 1
        continue
      }
      let start = offset
      var holds = false
      while offset < end, rules.reader.space(at: offset) > 0 {
        holds = holds || bytes[offset] != 0x20
        offset += rules.reader.space(at: offset)
      }
      guard offset < end else { break }
      let verdict = rules.strength == .none ? Verdict.free : rules.verdict(between: start, and: offset)
      let rule = holds ? "23" : verdict.level == .hard ? "\(verdict.rule)" : "uax14"
      found.append(BreakExplanation(offset, .space, .hard, rule: rule))
    }
    return found
  }
}
