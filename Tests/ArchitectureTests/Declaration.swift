/// What a line of a formatted Swift file declares, by its words alone.
struct Declaration {
  static let types: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "extension"]
  static let members: Set<Substring> = ["var", "let", "subscript", "func", "init", "typealias"]

  /// What stands before the keyword (`package`, `static`, `private(set)`), without attributes.
  let modifiers: [Substring]
  let keyword: Substring
  /// An operator's signs; `init` and `subscript` for what has no name of its own.
  let name: Substring
  /// What stands behind the name.
  let rest: Substring

  var isType: Bool { Self.types.contains(keyword) }

  /// - Returns: `nil` for a line that begins no declaration of a type or a member.
  init?(_ line: Substring) {
    var modifiers: [Substring] = []
    var rest = line.drop { $0 == " " }
    var head = Self.head(of: rest)
    while !Self.types.contains(head), !Self.members.contains(head) {
      let word = rest.prefix { $0 != " " }
      guard !head.isEmpty || word.hasPrefix("@"), word.count < rest.count else { return nil }
      if !word.hasPrefix("@") { modifiers.append(word) }
      rest = rest.dropFirst(word.count + 1)
      head = Self.head(of: rest)
    }
    self.modifiers = modifiers
    keyword = head
    rest = rest.dropFirst(head.count)
    if keyword == "init" || keyword == "subscript" {
      name = keyword
    } else {
      rest = rest.drop { $0 == " " || $0 == "`" }
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
      name = word.isEmpty ? rest.prefix { $0 != " " && $0 != "(" } : word
      rest = rest.dropFirst(name.count)
    }
    self.rest = rest
  }

  private static func head(of text: Substring) -> Substring { text.prefix { $0.isLetter } }
}

extension Substring {
  /// How many spaces it begins with.
  var indent: Int { prefix { $0 == " " }.count }
}
