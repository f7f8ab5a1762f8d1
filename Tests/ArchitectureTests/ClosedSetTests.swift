import Foundation
import Testing

/// A `switch` over an enum of ours names every case: a case that is added and forgotten must not compile.
///
/// Read from the sources: a `default` in a switch all of whose other patterns are cases of one enum that is declared
/// here. Patterns in tuples, and switches over values of others, are none of this test's.
@Suite("Closed sets")
struct ClosedSetTests {
  /// The parts that are held to it.
  private static let parts = ["Reader", "ReaderApp"]

  /// Enums that are closed in form only, and why.
  private static let open = [
    "Key": "it holds every character there is: what a field does not take is any other key"
  ]

  @Test("No switch over a closed set of ours has a default")
  func noDefaults() throws {
    let enums = try Self.declaredEnums()
    #expect(enums.count > 100)
    var found: [String] = []
    for part in Self.parts {
      for path in SourceTree.files(below: "Sources/\(part)", endings: [".swift"]) {
        found += Self.openSwitches(in: try SourceTree.text(path), enums: enums).map { "\(path):\($0)" }
      }
    }
    #expect(found.isEmpty)
  }

  @Test("Such a switch is seen, one over characters or tuples is none")
  func seen() {
    let enums = ["Colour": Set(["red", "green"])]
    let closed = "  switch colour {\n  case .red: 1\n  default: 2\n  }\n"
    #expect(Self.openSwitches(in: closed, enums: enums) == [3])
    let bound =
      "  switch colour {\n  case .red(let depth) where depth > 1: 1\n  case .green:\n    2\n  default: 3\n  }\n"
    #expect(Self.openSwitches(in: bound, enums: enums) == [5])
    for other in ["\"a\"", "(.red, _)", ".blue", "1...3"] {
      #expect(
        Self.openSwitches(in: "  switch x {\n  case \(other): 1\n  default: 2\n  }\n", enums: enums) == [])
    }
  }

  /// The lines of `default` in switches over one of the enums.
  private static func openSwitches(in text: String, enums: [String: Set<String>]) -> [Int] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.filter { index in
      guard lines[index].trimmed.hasPrefix("default:") else { return false }
      let indent = lines[index].prefix { $0 == " " }.count
      var cases: Set<String> = []
      for line in lines[..<index].reversed() {
        guard line.prefix(while: { $0 == " " }).count == indent else { continue }
        if line.trimmed.hasPrefix("case ") {
          guard let names = names(inPattern: line.trimmed.dropFirst("case ".count)) else { return false }
          cases.formUnion(names)
        } else if line.contains("switch ") {
          break
        }
      }
      return !cases.isEmpty && enums.contains { open[$0.key] == nil && cases.isSubset(of: $0.value) }
    }.map { $0 + 1 }
  }

  /// The cases a line of patterns names; `nil` where a pattern is no case.
  private static func names(inPattern pattern: Substring) -> [String]? {
    var depth = 0
    var parts: [String] = [""]
    for character in pattern {
      if character == ":" || character == " ", depth == 0, parts.last?.isEmpty == false { break }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else if character != " " {
        parts[parts.count - 1].append(character)
      }
    }
    let patterns = parts.filter { !$0.isEmpty }
    guard patterns.allSatisfy({ $0.hasPrefix(".") }) else { return nil }
    return patterns.map { String($0.dropFirst().prefix { $0.isLetter || $0.isNumber }) }
  }

  /// Every enum under `Sources` with its cases.
  private static func declaredEnums() throws -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for path in SourceTree.files(below: "Sources", endings: [".swift"]) {
      var owners: [(name: String, indent: Int)] = []
      for line in try SourceTree.text(path).split(separator: "\n") {
        let indent = line.prefix { $0 == " " }.count
        while let last = owners.last, indent <= last.indent { owners.removeLast() }
        let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        if let place = words.firstIndex(of: "enum"), place + 1 < words.count, line.hasSuffix("{") {
          owners.append((String(words[place + 1]), indent))
        } else if let owner = owners.last, indent == owner.indent + 2, line.trimmed.hasPrefix("case ") {
          for part in line.trimmed.dropFirst("case ".count).split(separator: ",") {
            let name = part.drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber }
            if !name.isEmpty { result[owner.name, default: []].insert(String(name)) }
          }
        }
      }
    }
    return result
  }
}

extension StringProtocol {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
