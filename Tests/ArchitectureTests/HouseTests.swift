import Testing

@Suite("The house")
struct HouseTests {
  @Test("no source file is longer than 500 lines")
  func filesAreSmall() throws {
    for path in SourceTree.files(below: "Sources", endings: [".swift"]) {
      let lines = try SourceTree.text(path).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 501, "\(path) has \(lines) lines")
    }
  }

  @Test("nothing under Sources can trap on purpose or race unseen")
  func nothingTraps() throws {
    let refused = ["try!", "as!", "fatalError(", "nonisolated(unsafe)", "preconditionFailure("]
    for path in SourceTree.files(below: "Sources", endings: [".swift"]) {
      let text = try SourceTree.text(path)
      for word in refused {
        #expect(!text.contains(word), "\(path) says \(word)")
      }
    }
  }

  @Test("every package declaration has a doc comment")
  func packageDeclarationsAreDocumented() throws {
    let kinds: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "func", "typealias", "init"]
    for path in SourceTree.files(below: "Sources", endings: [".swift"]) {
      let lines = try SourceTree.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        let words = line.split { " (<:?".contains($0) }
        guard words.first == "package" else { continue }
        guard words.dropFirst().prefix(4).contains(where: { kinds.contains($0) }) else { continue }
        let isObvious =
          words.contains("init") || words.contains("==") || words.contains("hash") || words.contains("encode")
          || line.contains(" func < ")
        guard !isObvious, !isWitness(line, in: lines, at: index) else { continue }
        var above = index - 1
        while above >= 0, lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
        let comment = above >= 0 ? lines[above].drop { $0 == " " } : ""
        #expect(comment.hasPrefix("///"), "\(path):\(index + 1) has no doc comment: \(line)")
      }
    }
  }

  /// Whether a function stands in a type that promises it elsewhere: the protocol holds its comment.
  private func isWitness(_ line: Substring, in lines: [Substring], at index: Int) -> Bool {
    guard line.contains(" func ") else { return false }
    let indent = line.prefix { $0 == " " }.count
    guard indent > 0 else { return false }
    var above = index
    while above >= 0 {
      let candidate = lines[above]
      if !candidate.isEmpty, candidate.prefix(while: { $0 == " " }).count < indent, candidate.hasSuffix("{") {
        return candidate.contains(": ") && !candidate.contains(" enum ")
      }
      above -= 1
    }
    return false
  }
}
