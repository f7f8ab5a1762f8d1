import Foundation
import NewsModel
import PageParsing

/// A page whose text is known: `NAME.html` with `NAME.txt` beside it, and its address in `NAME.url` where it matters.
struct ExtractionCase {
  /// The path below the folder, without its ending.
  let name: String
  let page: PageText
  let wanted: String

  /// The folder it stands in: a collection, scored for itself.
  var collection: String { name.split(separator: "/").dropLast().joined(separator: "/") }

  /// All cases below a folder, by name.
  static func all(below folder: String) throws -> [ExtractionCase] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    return try paths.filter { $0.hasSuffix(".html") }.compactMap { path in
      let name = String(path.dropLast(5))
      let stem = URL(fileURLWithPath: folder).appendingPathComponent(name)
      guard let wanted = try? String(contentsOf: stem.appendingPathExtension("txt"), encoding: .utf8) else {
        return nil
      }
      let address = try? String(contentsOf: stem.appendingPathExtension("url"), encoding: .utf8)
      let bytes = try Data(contentsOf: stem.appendingPathExtension("html"))
      let page = PageText(
        bytes, contentType: nil,
        address: WebAddress(address?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""))
      return ExtractionCase(name: name, page: page, wanted: wanted)
    }
  }

  /// What is read of it; empty where nothing is.
  func read(_ reading: BodyReading) -> (text: String, removed: [RemovedPart], lines: PageLines) {
    let now = Date(timeIntervalSince1970: 1_780_000_000)
    guard let article = ArticleExtractor.article(in: page, now: now, reading: reading) else {
      return ("", [], PageLines())
    }
    return (article.runningText, article.removed, article.lines)
  }
}
