import Foundation

/// An article of the demo site as it stands in its file, read without the parts that read it in the program.
package struct EchoArticleFile: Sendable {
  /// The file's name without its ending.
  package let name: String
  /// The lines before the text: `title`, `section`, `language`, `published`, `event`…
  package let fields: [String: String]
  /// The text's paragraphs without their tags.
  package let paragraphs: [String]

  /// Every article, in the order of the files' names.
  package static func all(file: String = #filePath) throws -> [EchoArticleFile] {
    let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appendingPathComponent("Sources/DemoEdition/Site/articles")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".article") }
      .map { name in
        try EchoArticleFile(
          name: String(name.dropLast(8)),
          text: String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
      }
  }

  private init(name: String, text: String) {
    let parts = text.split(separator: "\n\n", maxSplits: 1)
    var fields: [String: String] = [:]
    for line in parts.first?.split(separator: "\n") ?? [] {
      guard let colon = line.range(of: ": ") else { continue }
      fields[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
    }
    self.name = name
    self.fields = fields
    paragraphs = (parts.count > 1 ? parts[1] : "").split(separator: "\n").map { line in
      var isTag = false
      return String(
        line.filter { character in
          if character == "<" { isTag = true }
          defer { if character == ">" { isTag = false } }
          return !isTag
        }
      ).replacingOccurrences(of: "&nbsp;", with: " ")
    }.filter { !$0.isEmpty }
  }
}
