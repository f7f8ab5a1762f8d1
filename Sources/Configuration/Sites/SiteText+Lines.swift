import Foundation
import Yams

// Where on its lines a value, a comment, a list stands, and how a new one is written.

extension SiteText {
  /// Where a value on one line ends; `nil` where it goes on or is written in a way that is not looked through.
  static func end(ofValueAt start: Int, in line: [Unicode.Scalar]) -> Int? {
    var index = start + 1
    switch line[start] {
    case "\"":
      while index < line.count {
        if line[index] == "\"" { return index + 1 }
        index += line[index] == "\\" ? 2 : 1
      }
      return nil
    case "'":
      while index < line.count {
        guard line[index] == "'" else {
          index += 1
          continue
        }
        guard index + 1 < line.count, line[index + 1] == "'" else { return index + 1 }
        index += 2
      }
      return nil
    case "|", ">", "&", "!", "*", "[", "{": return nil
    default:
      while index < line.count, !(line[index] == "#" && isSpace(line[index - 1])) { index += 1 }
      while index > start, isSpace(line[index - 1]) { index -= 1 }
      return index
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { " \t\r".unicodeScalars.contains(scalar) }

  /// Whether a line says nothing, a comment apart.
  static func isBare(_ line: String) -> Bool {
    let start = line.unicodeScalars.first { !isSpace($0) }
    return start == nil || start == "#"
  }

  /// The comment on a line; what stands in quotation marks is none.
  static func comment(in line: String) -> String? {
    let scalars = Array(line.unicodeScalars)
    var quote: Unicode.Scalar?
    for (index, scalar) in scalars.enumerated() {
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "\"" || scalar == "'", index > 0, isSpace(scalars[index - 1]) {
        quote = scalar
      } else if scalar == "#", index == 0 || isSpace(scalars[index - 1]) {
        let text = String(String.UnicodeScalarView(scalars[index...]))
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
      }
    }
    return nil
  }

  /// Behind the last line of a region that says anything; at least behind its first.
  func contentEnd(of region: Range<Int>) -> Int {
    var end = region.upperBound
    while end > region.lowerBound + 1, Self.isBare(lines[end - 1]) { end -= 1 }
    return end
  }

  func indent(of line: Int) -> Int { lines[line].unicodeScalars.prefix { $0 == " " }.count }

  /// Whether a mapping is written a name a line, and not in braces: it begins where its first name does. By its
  /// `style` that cannot be told: Yams 6.2 reads that off the event that ends it, which has none.
  func isBlock(_ mapping: Node.Mapping) -> Bool {
    guard let start = mapping.mark, let first = mapping.first?.key.mark else { return false }
    return start.line == first.line && start.column == first.column
  }

  /// Whether a list is written with dashes, and not in brackets.
  func isBlock(_ sequence: Node.Sequence) -> Bool {
    guard let mark = sequence.mark, lines.indices.contains(mark.line - 1) else { return false }
    return lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).first == "-"
  }

  func start(of mapping: Node.Mapping) -> Int { (mapping.first?.key.mark?.line ?? 0) - 1 }

  /// The line of an item's dash.
  func dash(of node: Node, in region: Range<Int>) throws -> Int {
    guard let mark = node.mark, region.contains(mark.line - 1) else {
      throw Refusal.form(line: region.lowerBound + 1)
    }
    var line = mark.line - 1
    while region.contains(line), lines[line].unicodeScalars.first(where: { $0 != " " }) != "-" { line -= 1 }
    guard region.contains(line) else { throw Refusal.form(line: mark.line) }
    return line
  }

  func written(_ key: Node, _ value: Node, column: Int) throws -> [String] {
    try written(Node.mapping(Node.Mapping([(key, value)])), column: column)
  }

  func written(_ items: [Node], column: Int) throws -> [String] {
    try written(Node.sequence(Node.Sequence(items)), column: column)
  }

  func written(_ node: Node, column: Int) throws -> [String] {
    let text = try Yams.serialize(node: node, indent: 2, width: -1, allowUnicode: true)
    let margin = String(repeating: " ", count: column)
    return text.split(separator: "\n").map { margin + $0 + lineEnd }
  }
}
