import Markup

/// HTML that was escaped once too often.
extension HTMLFragment {
  /// The HTML that a text means: itself, or, where nothing but escaped tags stands in it, what those are. CDATA marks
  /// around all of it go.
  ///
  /// A text that speaks about tags has none of its own either; but it does not begin and end with them.
  static func meant(by text: String) -> String {
    var text = withoutSection(text)
    for _ in 0..<2 {
      guard text.holds(0x26), !hasTags(text) else { break }
      let decoded = withoutSection(Entities.decode(text))
      guard decoded != text, isMarkup(decoded) else { break }
      text = decoded
    }
    return text
  }

  private static func withoutSection(_ text: String) -> String {
    let line = text.utf8.first == 0x3C ? text : text.trimmed
    guard line.hasPrefix("<![CDATA[") else { return text }
    let inside = line.dropFirst(9)
    return String(inside.hasSuffix("]]>") ? inside.dropLast(3) : inside)
  }

  /// Whether a text begins and ends with tags of HTML that belong together, or has line breaks between its words.
  private static func isMarkup(_ text: String) -> Bool {
    let line = text.trimmed
    var open: [String: Int] = [:]
    var unmatched = 0
    var tags = 0
    var isKnown = true
    var areBreaks = true
    var last = 0
    let bytes = Array(line.utf8)
    var first: Int?
    scan(line) { tag in
      isKnown = HTMLTagNames.all.contains(tag.name)
      tags += 1
      if first == nil { first = tag.range.lowerBound }
      last = tag.range.upperBound
      areBreaks = areBreaks && tag.name == "br" && isAttached(tag.range, bytes)
      if tag.isEnd {
        if open[tag.name, default: 0] > 0 { open[tag.name, default: 0] -= 1 } else { unmatched += 1 }
      } else if !HTMLTagNames.void.contains(tag.name), tag.name != "!--" {
        open[tag.name, default: 0] += 1
      }
      return isKnown
    }
    guard isKnown, tags > 0 else { return false }
    if areBreaks { return true }
    let unclosed = open.filter { $0.key != "p" && $0.key != "li" }.values.reduce(0, +)
    return first == 0 && last == bytes.count && tags > 1 && unmatched == 0 && unclosed == 0
  }

  /// Whether a tag stands right behind or before a word or its punctuation, as no tag does that is spoken of.
  private static func isAttached(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    func isText(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      let byte = bytes[index]
      return byte >= 0xD0 || byte.isASCIILetterOrDigit || [0x2E, 0x2C, 0x21, 0x3F, 0x3B, 0x3A].contains(byte)
    }
    // The last byte of a letter beyond ASCII is no lead: its lead stands right before it.
    let before = range.lowerBound - 1
    let isBehindLetter =
      before > 0 && bytes[before] & 0xC0 == 0x80 && (0xD0...0xDF).contains(bytes[before - 1])
    return isText(before) || isBehindLetter || isText(range.upperBound)
  }
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20)
  }
}
