import Testing

@Suite("The size of things")
struct SizeTests {
  @Test("no folder holds more than 20 Swift files")
  func foldersAreSmall() {
    var counts: [Substring: Int] = [:]
    for path in SourceTree.files(below: "Sources", endings: [".swift"]) {
      counts[path[..<(path.lastIndex(of: "/") ?? path.endIndex)], default: 0] += 1
    }
    #expect(counts.count > 40)
    for (folder, count) in counts { #expect(count <= 20, "\(folder) has \(count) files") }
  }

  @Test("a type with more than 60 members over all its files says beside it why")
  func typesAreSmall() throws {
    var counts: [String: Int] = [:]
    var reasons: Set<String> = []
    for path in SourceTree.files(below: "Sources", endings: [".swift"]) {
      let part = path.split(separator: "/")[1]
      // Whose body a line stands in, by the indent of its first line.
      var around: [(indent: Int, type: String)] = []
      var comment: [Substring] = []
      for line in try SourceTree.text(path).split(separator: "\n") {
        let text = line.drop { $0 == " " }
        if text.hasPrefix("//") {
          comment.append(text)
          continue
        }
        while let last = around.last, line.indent <= last.indent { around.removeLast() }
        if let declaration = Declaration(line) {
          if declaration.isType {
            let type = "\(part).\(declaration.name)"
            if comment.contains(where: { $0.hasPrefix("/// Large because ") }) { reasons.insert(type) }
            around.append((line.indent, type))
          } else if let last = around.last, line.indent == last.indent + 2 {
            counts[last.type, default: 0] += 1
          }
        }
        if !text.hasPrefix("@") { comment = [] }
      }
    }
    let large = Set(counts.filter { $0.value > 60 }.keys)
    #expect(large.subtracting(reasons).sorted() == [])
    #expect(reasons.subtracting(large).sorted() == [], "no longer large")
  }
}
