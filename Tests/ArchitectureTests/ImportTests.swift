import Testing

@Suite("Who may know whom")
struct ImportTests {
  @Test("every import under Sources is allowed by its part's row")
  func importsFollowTheTable() throws {
    let parts = try ImportTable.rows().merging(ImportTable.wiring()) { row, _ in row }
    #expect(parts.count > 15)
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

  @Test("the map and the package name the same parts, and for each what it imports and nothing else")
  func theTablesAgree() throws {
    let rows = try ImportTable.rows()
    let package = try ImportTable.package()
    #expect(Set(rows.keys) == Set(package.keys))
    for (part, row) in rows {
      #expect(package[part] == row, "\(part) in Package.swift")
      var imported: Set<String> = []
      for path in SourceTree.files(below: "Sources/\(part)", endings: [".swift"]) {
        imported.formUnion(try SourceTree.imports(of: path))
      }
      #expect(row.subtracting(imported) == [], "nothing in \(part) imports it")
    }
  }

  @Test("no part knows itself through others")
  func theTableHasNoCycles() throws {
    let rows = try ImportTable.rows()
    func reaches(_ start: String, _ goal: String, _ visited: inout Set<String>) -> Bool {
      guard visited.insert(start).inserted else { return false }
      let row = rows[start] ?? []
      return row.contains(goal) || row.contains { reaches($0, goal, &visited) }
    }
    for part in rows.keys {
      var visited: Set<String> = []
      #expect(!reaches(part, part, &visited), "\(part) depends on itself")
    }
  }

  @Test("an outside library is imported by one part only")
  func librariesHaveOneDoor() throws {
    let rows = try ImportTable.rows()
    let data: Set<String> = ["CResources"]
    for library in Set(rows.values.joined()).subtracting(rows.keys).subtracting(data) {
      let parts = rows.filter { $0.value.contains(library) }.keys
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
