import Foundation
import Yams

/// A site file as its lines, changed in place: what a change does not name stays to the letter, comments, order,
/// quoting, unknown names and ends of lines among it.
///
/// What is changed is told by two trees of nodes, as the program would write them; where the file writes something
/// in a way that cannot be changed in part (in braces, over several lines), that value is written anew and its
/// comments stand above it.
struct SiteText {
  /// The file is written in a way that cannot be changed without losing something.
  enum Refusal: Error, Hashable {
    /// A line, from 1, whose form does not tell where its value begins and ends.
    case form(line: Int)
    /// The text means no site, or would not mean the right one.
    case meaning
  }

  /// Without their `\n`.
  let lines: [String]
  /// What new lines end in before `\n`.
  let lineEnd: String

  /// - Parameters:
  ///   - text: the file's, without a byte order mark.
  ///   - root: what it says, with the marks of that text.
  ///   - old: the site that it means, as the program writes it.
  ///   - new: what it has to become.
  static func changed(
    _ text: String, root: Node.Mapping, from old: Node.Mapping, to new: Node.Mapping
  ) throws -> String {
    let file = SiteText(
      // By scalars: a carriage return and what follows it are one character.
      lines: text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      lineEnd: text.unicodeScalars.contains("\r") ? "\r" : "")
    return try file.mapping(root, file.lines.indices, from: old, to: new).joined(separator: "\n")
  }

  private init(lines: [String], lineEnd: String) {
    self.lines = lines
    self.lineEnd = lineEnd
  }

  /// The lines of a mapping, each name on a line of its own.
  private func mapping(
    _ mapping: Node.Mapping, _ region: Range<Int>, from old: Node.Mapping, to new: Node.Mapping
  ) throws -> [String] {
    guard isBlock(mapping) else { throw Refusal.form(line: region.lowerBound + 1) }
    let entries = try mapping.map { pair in
      guard let mark = pair.key.mark, let name = pair.key.string else {
        throw Refusal.form(line: region.lowerBound + 1)
      }
      return Entry(name: name, value: pair.value, line: mark.line - 1, column: mark.column - 1)
    }
    guard let first = entries.first, entries.allSatisfy({ $0.column == first.column }) else {
      throw Refusal.form(line: region.lowerBound + 1)
    }
    let starts = entries.map(\.line)
    guard zip(starts, starts.dropFirst()).allSatisfy(<), starts.allSatisfy(region.contains) else {
      throw Refusal.form(line: region.lowerBound + 1)
    }
    var result = Array(lines[region.lowerBound..<starts[0]])
    for (index, entry) in entries.enumerated() {
      let end = index + 1 < entries.count ? starts[index + 1] : region.upperBound
      let content = contentEnd(of: entry.line..<end)
      let isLast = index + 1 == entries.count
      let (before, after) = (old[entry.name], new[entry.name])
      if before == after {
        result += lines[entry.line..<content]
      } else if let after {
        result += try value(of: entry, entry.line..<content, from: before, to: after)
      } else {
        // A list's first name stands behind its dash.
        guard indent(of: entry.line) == entry.column else { throw Refusal.form(line: entry.line + 1) }
        result += lines[entry.line..<content].filter(Self.isBare)
      }
      if isLast {
        let present = Set(entries.map(\.name))
        for (key, node) in new where !present.contains(key.string ?? "") {
          result += try written(key, node, column: first.column)
        }
      }
      result += lines[content..<end]
    }
    return result
  }

  /// The lines of one name and its value.
  private func value(
    of entry: Entry, _ region: Range<Int>, from old: Node?, to new: Node
  ) throws -> [String] {
    switch (entry.value, old, new) {
    case (.mapping(let there), .mapping(let before)?, .mapping(let after))
    where isBlock(there) && start(of: there) > entry.line:
      return [lines[entry.line]]
        + (try mapping(there, entry.line + 1..<region.upperBound, from: before, to: after))
    case (.sequence(let there), .sequence(let before)?, .sequence(let after))
    where isBlock(there) && !after.isEmpty && !there.isEmpty:
      return [lines[entry.line]]
        + (try sequence(there, entry.line + 1..<region.upperBound, from: before, to: after))
    case (.scalar(let there), _, .scalar(let after)):
      if let line = scalar(there, in: entry.line, to: after), region.count == 1 { return [line] }
    default: break
    }
    guard indent(of: entry.line) == entry.column else { throw Refusal.form(line: entry.line + 1) }
    let margin = String(repeating: " ", count: entry.column)
    let comments = region.compactMap { Self.comment(in: lines[$0]) }.map { margin + $0 + lineEnd }
    return comments + (try written(Node(entry.name), new, column: entry.column))
  }

  /// The lines of a list: its items keep their lines, wherever they go.
  private func sequence(
    _ sequence: Node.Sequence, _ region: Range<Int>, from old: Node.Sequence, to new: Node.Sequence
  ) throws -> [String] {
    let starts = try sequence.map { try dash(of: $0, in: region) }
    guard zip(starts, starts.dropFirst()).allSatisfy(<) else {
      throw Refusal.form(line: region.lowerBound + 1)
    }
    let column = indent(of: starts[0])
    // An item begins with the comments above its dash.
    var heads = starts.map { start in
      var head = start
      while head > region.lowerBound, Self.isBare(lines[head - 1]) { head -= 1 }
      return head
    }
    heads[0] = region.lowerBound
    let end = contentEnd(of: starts[starts.count - 1]..<region.upperBound)
    let items = starts.indices.map { heads[$0]..<($0 + 1 < heads.count ? heads[$0 + 1] : end) }
    let plan = ItemPlan(there: Array(sequence), old: Array(old), new: Array(new))
    var result: [String] = []
    for step in plan.steps {
      switch step {
      case .keep(let item): result += lines[items[item]]
      case .drop(let item): result += lines[items[item]].filter(Self.isBare)
      case .change(let item, let before, let after):
        result += lines[heads[item]..<starts[item]]
        result += try self.item(
          sequence[item], starts[item]..<items[item].upperBound, from: before, to: after)
      case .add(let node): result += try written([node], column: column)
      }
    }
    return result + lines[end..<region.upperBound]
  }

  /// The lines of one item of a list, from its dash on.
  private func item(
    _ there: Node, _ region: Range<Int>, from old: Node, to new: Node
  ) throws -> [String] {
    switch (there, old, new) {
    case (.mapping(let there), .mapping(let before), .mapping(let after)) where isBlock(there):
      return try mapping(there, region, from: before, to: after)
    case (.scalar(let there), _, .scalar(let after)):
      if let line = scalar(there, in: region.lowerBound, to: after) {
        return [line] + lines[region.dropFirst()]
      }
    default: break
    }
    let column = indent(of: region.lowerBound)
    let margin = String(repeating: " ", count: column)
    let comments = region.compactMap { Self.comment(in: lines[$0]) }.map { margin + $0 + lineEnd }
    return comments + (try written([new], column: column))
  }

  /// A line with another value in the place of the one that stands on it; `nil` where that is not all on this line.
  private func scalar(_ there: Node.Scalar, in line: Int, to new: Node.Scalar) -> String? {
    guard let mark = there.mark, mark.line - 1 == line else { return nil }
    let scalars = Array(lines[line].unicodeScalars)
    let start = mark.column - 1
    guard start < scalars.count, let end = Self.end(ofValueAt: start, in: scalars) else { return nil }
    var style = there.style
    if style == .plain || style == .any { style = new.style }
    guard
      let text = try? Yams.serialize(
        node: .scalar(Node.Scalar(new.string, new.tag, style)), width: -1, allowUnicode: true)
    else { return nil }
    let value = text.split(separator: "\n").filter { $0 != "..." }
    guard value.count == 1 else { return nil }
    return String(String.UnicodeScalarView(scalars[..<start])) + value[0]
      + String(String.UnicodeScalarView(scalars[end...]))
  }

  private struct Entry {
    let name: String
    let value: Node
    let line: Int
    let column: Int
  }
}
