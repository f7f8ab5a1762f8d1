/// Which members of which types a protocol promises: their doc comments stand at the protocol.
struct Promises {
  /// Members of the standard protocols that our types are witnesses of.
  private static let standard: [Substring: Set<Substring>] = [
    "CustomStringConvertible": ["description"],
    "Comparable": ["<"],
    "Decodable": ["init"],
    "Encodable": ["encode"],
    "Equatable": ["=="],
    "Hashable": ["hash", "=="],
    "Identifiable": ["id"],
    "IteratorProtocol": ["next"],
    "RawRepresentable": ["init", "rawValue"],
    "Sequence": ["makeIterator"],
  ]

  /// Standard protocols that are made of others.
  private static let parents: [Substring: [Substring]] = [
    "Codable": ["Decodable", "Encodable"], "OptionSet": ["RawRepresentable"],
  ]

  private var members = standard
  private var conformances: [Name: [Substring]] = [:]

  private struct Name: Hashable {
    let part: Substring
    let type: Substring
  }

  /// - Parameter files: each file's part and lines.
  init(of files: some Sequence<(part: Substring, lines: [Substring])>) {
    for (part, lines) in files {
      for (index, line) in lines.enumerated() {
        guard let type = Declaration(line), type.isType else { continue }
        let header = Self.header(from: index, in: lines)
        conformances[Name(part: part, type: Self.simple(type.name)), default: []] += header
        if type.keyword == "protocol" {
          members[type.name] = Set(Self.requirements(from: index, in: lines).map(\.name))
        }
      }
    }
  }

  /// Whether a member of a type stands in for one of a protocol that the type conforms to anywhere in its part.
  func hold(_ member: Substring, of type: Substring, part: Substring) -> Bool {
    (conformances[Name(part: part, type: Self.simple(type))] ?? []).contains { name in
      ([name] + (Self.parents[name] ?? [])).contains { members[$0]?.contains(member) == true }
    }
  }

  /// What a protocol asks for, with the numbers of the lines.
  static func requirements(from start: Int, in lines: [Substring]) -> [(index: Int, name: Substring)] {
    let body = lines[(start + 1)...].prefix { $0.isEmpty || $0.indent > lines[start].indent }
    return body.indices.compactMap { index in
      guard lines[index].indent == lines[start].indent + 2 else { return nil }
      return Declaration(lines[index]).map { (index, $0.name) }
    }
  }

  /// What stands behind a type's colon.
  private static func header(from start: Int, in lines: [Substring]) -> [Substring] {
    guard let end = lines[start...].firstIndex(where: { $0.contains("{") }) else { return [] }
    let words = lines[start...end].joined(separator: " ").prefix { $0 != "{" }
    let beforeWhere = words.firstRange(of: " where ").map { words[..<$0.lowerBound] } ?? words
    guard let colon = beforeWhere.lastIndex(of: ":") else { return [] }
    return beforeWhere[beforeWhere.index(after: colon)...].split(separator: ",").map { name in
      // Without an attribute before the name and what stands in angle brackets behind it.
      Substring(String(name.prefix { $0 != "<" }.split(separator: " ").last ?? ""))
    }
  }

  /// `PictureRow` of `Frame.PictureRow`.
  private static func simple(_ name: Substring) -> Substring { name.split(separator: ".").last ?? name }
}
