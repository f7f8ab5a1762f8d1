import Foundation

/// The project's files, read as text.
struct SourceTree {
  /// The folder that holds `Package.swift`.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files below a folder whose names end in one of the endings, by path relative to the root.
  static func files(below folder: String, endings: [String]) -> [String] {
    let start = root.appendingPathComponent(folder)
    guard let walker = FileManager.default.enumerator(atPath: start.path) else { return [] }
    return walker.compactMap { $0 as? String }
      .filter { name in endings.contains { name.hasSuffix($0) } }
      .map { "\(folder)/\($0)" }
      .sorted()
  }

  /// The text of a file.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The modules that a Swift file imports.
  static func imports(of path: String) throws -> Set<String> {
    var result: Set<String> = []
    for line in try text(path).split(separator: "\n") {
      var words = line.split(separator: " ").map(String.init)
      while let first = words.first, first.hasPrefix("@") || first == "package" || first == "internal" {
        words.removeFirst()
      }
      guard words.first == "import", words.count > 1 else { continue }
      let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
      let module = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
      result.insert(String(module.prefix { $0 != "." }))
    }
    return result
  }
}
