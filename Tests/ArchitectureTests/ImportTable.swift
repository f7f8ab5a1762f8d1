import Foundation

/// Who may know whom, as `Sources/README.md` has it.
enum ImportTable {
  /// What every part may import besides its own row; `TextLayout` may not.
  static let everywhere: Set<String> = ["Foundation", "Glibc", "Synchronization"]

  /// By part: the parts and outside modules that its row names, the command line's apart.
  static func rows() throws -> [String: Set<String>] {
    var rows: [String: Set<String>] = [:]
    for line in try SourceTree.text("Sources/README.md").split(separator: "\n") {
      guard let (part, cells) = row(line), cells.count == 3, cells[2] == "–" || cells[2].hasPrefix("`") else {
        continue
      }
      rows[part] = names(in: cells[2])
    }
    return rows
  }

  /// The command line wires everything, with two libraries of its own; the benchmarks time everything.
  static func wiring() throws -> [String: Set<String>] {
    let parts = Set(try rows().keys)
    return ["vestnik": parts.union(["ArgumentParser", "Logging"]), "vestnik-benchmarks": parts]
  }

  /// By part: what the compiler lets it see, as `Package.swift` has it.
  static func package() throws -> [String: Set<String>] {
    let text = try SourceTree.text("Package.swift")
    let products = ["grdb": "GRDB", "sqlite": "GRDBSQLite", "yams": "Yams"]
    var rows: [String: Set<String>] = [:]
    for piece in text.components(separatedBy: "Part(").dropFirst() {
      let parts = piece.components(separatedBy: "uses: [")
      let name = parts[0].components(separatedBy: "\"")
      guard parts.count > 1, name.count == 3, parts[0].contains("name:") else { continue }
      let words = parts[1].prefix { $0 != "]" }.split { " ,\n".contains($0) }
      rows[name[1]] = Set(
        words.map { word in
          let plain = word.trimmingCharacters(in: ["\""])
          return plain == word ? products[plain] ?? plain : plain
        })
    }
    return rows
  }

  private static func row(_ line: Substring) -> (part: String, cells: [String])? {
    guard line.hasPrefix("| `"), line.hasSuffix(" |") else { return nil }
    let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
    let part = cells[0].trimmingCharacters(in: ["`"])
    return part.contains { !$0.isLetter && !$0.isNumber } ? nil : (part, cells)
  }

  private static func names(in cell: String) -> Set<String> {
    Set(cell.components(separatedBy: "`").enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element))
  }
}
