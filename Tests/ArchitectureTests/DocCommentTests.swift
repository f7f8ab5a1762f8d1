import Testing

@Suite("Doc comments")
struct DocCommentTests {
  private typealias File = (path: String, part: Substring, lines: [Substring])

  private static func files() throws -> [File] {
    try SourceTree.files(below: "Sources", endings: [".swift"]).map { path in
      (
        path, path.split(separator: "/")[1],
        try SourceTree.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      )
    }
  }

  @Test("every package declaration has a doc comment, here or at the protocol that promises it")
  func packageDeclarationsAreDocumented() throws {
    let files = try Self.files()
    let promises = Promises(of: files.lazy.map { ($0.part, $0.lines) })
    for file in files {
      for (index, line) in file.lines.enumerated() where line.contains("package ") {
        guard let declaration = Declaration(line), declaration.modifiers.contains("package") else { continue }
        // What an initialiser takes is told by the properties it sets.
        guard declaration.keyword != "init", !Self.isDocumented(index, in: file.lines) else { continue }
        let type = Self.type(around: index, in: file.lines)
        let isWitness = type.map { promises.hold(declaration.name, of: $0, part: file.part) } ?? false
        #expect(isWitness, "\(file.path):\(index + 1) has no doc comment: \(line)")
      }
    }
  }

  @Test("every requirement of a protocol has a doc comment")
  func requirementsAreDocumented() throws {
    for file in try Self.files() {
      for (index, line) in file.lines.enumerated() where Declaration(line)?.keyword == "protocol" {
        for (place, name) in Promises.requirements(from: index, in: file.lines) {
          let isDocumented = Self.isDocumented(place, in: file.lines)
          #expect(isDocumented, "\(file.path):\(place + 1) has no doc comment: \(name)")
        }
      }
    }
  }

  /// Whether the line above, attributes apart, ends a doc comment.
  private static func isDocumented(_ index: Int, in lines: [Substring]) -> Bool {
    let above = lines[..<index].last { !$0.drop { $0 == " " }.hasPrefix("@") }
    return above?.drop { $0 == " " }.hasPrefix("///") ?? false
  }

  /// The name of the type or extension that a line stands in.
  private static func type(around index: Int, in lines: [Substring]) -> Substring? {
    let indent = lines[index].indent
    let line = lines[..<index].last { !$0.isEmpty && $0.indent < indent && Declaration($0)?.isType == true }
    return line.flatMap { Declaration($0)?.name }
  }
}
