import Foundation

extension HTMLFragment {
  /// A text without any tag, each line of it as a paragraph; HTML as it is.
  static func withParagraphs(_ text: String) -> String {
    var hasTags = false
    scan(text) { tag in
      hasTags = HTMLTagNames.all.contains(tag.name)
      return !hasTags
    }
    guard !hasTags, text.utf8.contains(0x0A) else { return text }
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
      !$0.isEmpty
    }
    return lines.map { "<p>\($0)</p>" }.joined(separator: "\n")
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
