import Foundation
import NewsModel

/// A text as Markdown (CommonMark, with GitHub's tables and struck text).
package enum MarkdownWriter {
  /// A whole document, ending in a line feed.
  package static func document(_ text: ExportedText) -> String {
    var parts = ["# \(line(text.title))"]
    if !text.facts.isEmpty { parts.append("*\(line(text.facts.joined(separator: " · ")))*") }
    if let lead = text.lead { parts.append("**\(line(lead))**") }
    if let picture = text.picture?.shareable { parts.append("![](\(target(picture)))") }
    parts += text.blocks.map(block)
    if !text.tags.isEmpty { parts.append("*\(line(text.tags.joined(separator: ", ")))*") }
    if let address = text.address?.shareable { parts.append("<\(target(address))>") }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func block(_ block: Block) -> String {
    switch block {
    case .paragraph(let inlines): return phrasing(inlines)
    case .heading(let level, let inlines):
      let marks = String(repeating: "#", count: min(max(level, 2), 6))
      return "\(marks) \(phrasing(inlines).replacingOccurrences(of: "\\\n", with: " "))"
    case .list(let start, let items):
      let rows = items.enumerated().map { index, blocks in
        item(blocks, mark: start.map { "\($0 &+ index). " } ?? "- ")
      }
      return rows.joined(separator: items.contains { $0.count > 1 } ? "\n\n" : "\n")
    case .quotation(let blocks): return prefixed(blocks.map(Self.block).joined(separator: "\n\n"), "> ", "> ")
    case .preformatted(let text):
      let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
      return "\(fence)\n\(text)\n\(fence)"
    case .table(let table): return rows(of: table)
    case .figure(let figure):
      let picture = figure.picture?.shareable.map { "![\(line(figure.description))](\(target($0)))" }
      let caption = figure.caption.isEmpty ? nil : phrasing(figure.caption)
      return [picture, caption].compactMap(\.self).joined(separator: "\n\n")
    case .rule: return "---"
    }
  }

  private static func item(_ blocks: [Block], mark: String) -> String {
    let text = blocks.map(block).joined(separator: "\n\n")
    return prefixed(text, mark, String(repeating: " ", count: mark.count))
  }

  /// Every line with something in front; empty ones get no white space at their end.
  private static func prefixed(_ text: String, _ first: String, _ others: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      let prefix = index == 0 ? first : others
      return line.isEmpty ? String(prefix.reversed().drop { $0 == " " }.reversed()) : prefix + line
    }.joined(separator: "\n")
  }

  private static func rows(of table: Block.Table) -> String {
    func row(_ cells: [String]) -> String {
      let filled = cells + Array(repeating: "", count: max(0, table.columns - cells.count))
      return "| " + filled.joined(separator: " | ") + " |"
    }
    var lines = table.rows.map { cells in
      row(
        cells.map {
          phrasing($0).replacingOccurrences(of: "\\\n", with: " ").replacingOccurrences(of: "|", with: "\\|")
        })
    }
    // A table has a heading in Markdown, be it an empty one.
    if table.headingRows == 0 { lines.insert(row([]), at: 0) }
    lines.insert(row(Array(repeating: "---", count: table.columns)), at: min(1, lines.count))
    let caption = table.caption.isEmpty ? [] : [phrasing(table.caption), ""]
    return (caption + lines).joined(separator: "\n")
  }

  private static func phrasing(_ inlines: [Inline]) -> String {
    let text = inlines.map(run).joined()
    return startEscaped(text)
  }

  /// White space stands outside of marks, which mean nothing beside it.
  private static func run(_ inline: Inline) -> String {
    let text = inline.text
    let core = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !core.isEmpty else { return space(text[...]) }
    let before = space(text.prefix(while: \.isWhitespace))
    let after = space(
      text[(text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.startIndex)...])
    var result =
      inline.style.contains(.code) ? code(core) : escaped(core).replacingOccurrences(of: "\n", with: "\\\n")
    for (style, mark) in styles where inline.style.contains(style) { result = mark + result + mark }
    if let link = inline.link?.shareable { result = "[\(result)](\(target(link)))" }
    return before + result + after
  }

  private static func space(_ text: Substring) -> String {
    text.isEmpty ? "" : text.contains("\n") ? "\\\n" : " "
  }

  private static let styles: [(Inline.Style, String)] = [(.deleted, "~~"), (.strong, "**"), (.emphasis, "*")]

  private static func code(_ text: String) -> String {
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + space + text.replacingOccurrences(of: "\n", with: " ") + space + fence
  }

  private static func line(_ text: String) -> String { startEscaped(escaped(CleanText.line(text))) }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>~&".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// What would begin a heading, a list or a rule at the beginning of any line is text.
  private static func startEscaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { lineEscaped(String($0)) }
      .joined(separator: "\n")
  }

  private static func lineEscaped(_ text: String) -> String {
    guard let first = text.first else { return text }
    if first == "#" || "+-=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, digits.count <= 9, let mark = rest.first, mark == "." || mark == ")" else {
      return text
    }
    return digits + "\\" + rest
  }

  /// An address between parentheses.
  private static func target(_ address: WebAddress) -> String {
    var result = ""
    for scalar in address.text.unicodeScalars {
      switch scalar {
      case "(": result += "%28"
      case ")": result += "%29"
      case "<": result += "%3C"
      case ">": result += "%3E"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func longestRun(of mark: Character, in text: String) -> Int {
    var longest = 0
    var current = 0
    for character in text {
      current = character == mark ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
