import Testing

@Suite("Who may know whom")
struct ImportTests {
  @Test("every import under Sources is allowed by its part's row")
  func importsFollowTheTable() throws {
    let parts = ImportTable.rows.merging(ImportTable.wiring) { row, _ in row }
    var seen: Set<String> = []
    for path in SourceTree.files(below: "Sources", endings: [".swift"]) {
      let part = String(path.split(separator: "/")[1])
      guard part != "CLibraries" else { continue }
      let row = try #require(parts[part], "\(path) stands in no part of the table")
      seen.insert(part)
      let allowed = part == "TextLayout" ? row : row.union(ImportTable.everywhere)
      for module in try SourceTree.imports(of: path) {
        #expect(allowed.contains(module), "\(path) imports \(module)")
      }
    }
    #expect(
      seen == Set(parts.keys), "a part of the table has no source: \(Set(parts.keys).subtracting(seen))")
  }

  @Test("no part knows itself through others")
  func theTableHasNoCycles() {
    func reaches(_ start: String, _ goal: String, _ visited: inout Set<String>) -> Bool {
      guard visited.insert(start).inserted else { return false }
      let row = ImportTable.rows[start] ?? []
      return row.contains(goal) || row.contains { reaches($0, goal, &visited) }
    }
    for part in ImportTable.rows.keys {
      var visited: Set<String> = []
      #expect(!reaches(part, part, &visited), "\(part) depends on itself")
    }
  }

  @Test("an outside library is imported by one part only")
  func librariesHaveOneDoor() {
    let data: Set<String> = ["CResources"]
    for library in Set(ImportTable.rows.values.joined()).subtracting(ImportTable.rows.keys).subtracting(data)
    {
      let parts = ImportTable.rows.filter { $0.value.contains(library) }.keys
      #expect(parts.count == 1, "\(library) is imported by \(parts.sorted())")
    }
  }

  @Test("no type bears its module's name")
  func typesAreNotNamedAfterModules() throws {
    for path in SourceTree.files(below: "Sources", endings: [".swift"]) {
      let part = String(path.split(separator: "/")[1])
      for line in try SourceTree.text(path).split(separator: "\n") {
        let words = line.split { " :<({".contains($0) }
        for (word, name) in zip(words, words.dropFirst())
        where ["struct", "class", "enum", "actor", "protocol"].contains(word) && !line.contains("//") {
          #expect(name != part, "\(path): \(line)")
        }
      }
    }
  }
}
