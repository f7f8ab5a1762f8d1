import Foundation

extension HTMLFragment {
  /// A text without any tag, each line of it as a paragraph; HTML as it is.
  static func withParagraphs(_ text: String) -> String {
    guard text.holds(0x0A) || text.holds(0x0D), !hasTags(text) else { return text }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter
    {
      !$0.isEmpty
    }
    return lines.map { "<p>\($0)</p>" }.joined(separator: "\n")
  }

  /// A text without any tag, its paragraphs parted by blank lines; HTML, and a single paragraph, as they are.
  static func partedAtBlankLines(_ text: String) -> String {
    guard text.holds(0x0A), !hasTags(text), hasBlankLine(text) else { return text }
    var paragraphs: [String] = []
    var open: [Substring] = []
    func close() {
      if !open.isEmpty { paragraphs.append("<p>" + open.joined(separator: "\n") + "</p>") }
      open = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) { close() } else { open.append(line) }
    }
    close()
    return paragraphs.count > 1 ? paragraphs.joined(separator: "\n") : text
  }

  /// Whether two line ends stand next to each other but for blanks.
  private static func hasBlankLine(_ text: String) -> Bool {
    var ends = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0A: ends += 1
      case 0x0D, 0x20, 0x09: break
      default: ends = 0
      }
      if ends > 1 { return true }
    }
    return false
  }

  /// Whether HTML's own tags are in it.
  static func hasTags(_ text: String) -> Bool {
    guard text.holds(0x3C) else { return false }
    var result = false
    scan(text) { tag in
      result = HTMLTagNames.all.contains(tag.name)
      return !result
    }
    return result
  }

  /// Plain text as HTML: a blank line parts paragraphs, a line feed is a break.
  static func paragraphs(_ text: String) -> String {
    let lines = cleaned(escaped(text)).replacingOccurrences(of: "\r\n", with: "\n")
    guard lines.contains("\n") else { return lines }
    let paragraphs = lines.components(separatedBy: "\n\n").map { $0.trimmed }.filter { !$0.isEmpty }
    return paragraphs.map { "<p>" + $0.replacingOccurrences(of: "\n", with: "<br>\n") + "</p>" }.joined(
      separator: "\n")
  }
}

extension String {
  /// Whether a byte is in it: sought in its memory, for every text of a feed is asked for several.
  func holds(_ byte: UInt8) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }
  }
}
