import DemoEdition
import Foundation
import Testing

@Suite("The texts of the demo site")
struct EchoTextTests {
  private let site = EchoSite(now: Date(timeIntervalSince1970: 1_769_000_000))

  /// The body of every article, by path, as the site serves it.
  private func bodies() throws -> [String: String] {
    var result: [String: String] = [:]
    for path in site.paths where path.hasSuffix(".html") && path.split(separator: "/").count == 2 {
      let html = try page(path)
      let start = try #require(html.range(of: "<div class=\"post-text\">"))
      let end = try #require(html.range(of: "</div>", range: start.upperBound..<html.endIndex))
      result[path] = String(html[start.upperBound..<end.lowerBound])
    }
    return result
  }

  private func page(_ path: String) throws -> String {
    let response = try #require(site.response(path: path))
    if let text = String(data: response.bytes, encoding: .utf8) { return text }
    return try #require(String(data: response.bytes, encoding: .windowsCP1251))
  }

  private func words(_ html: String) -> [Substring] {
    html.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace)
  }

  private func sentences(_ html: String) -> Set<String> {
    let text = html.replacing(/<\/?(p|li|td|th|h2|h3|blockquote|tr|br)[^>]*>/, with: ".")
      .replacing(/<[^>]*>/, with: "").replacing(/\s+/, with: " ")
    let parts = text.split { ".!?…".contains($0) }.map {
      $0.trimmingCharacters(in: .whitespaces).lowercased()
    }
    return Set(parts.filter { $0.split(separator: " ").count >= 4 })
  }

  @Test("there are at least forty articles of 150 to 900 words")
  func lengths() throws {
    let bodies = try bodies()
    #expect(bodies.count >= 40)
    for (path, body) in bodies {
      let count = words(body).count { $0.contains { $0.isLetter || $0.isNumber } }
      #expect((150...900).contains(count), "\(path) has \(count) words")
    }
  }

  @Test("no two articles share a sentence")
  func sentencesAreTheirOwn() throws {
    var owner: [String: String] = [:]
    for (path, body) in try bodies().sorted(by: { $0.key < $1.key }) {
      for sentence in sentences(body) {
        #expect(owner[sentence] == nil, "\(path) and \(owner[sentence] ?? "") say: \(sentence)")
        owner[sentence] = path
      }
    }
    #expect(owner.count > 800)
  }

  @Test("every kind of block, a table, a list and a quotation, occurs")
  func kindsOfBlocks() throws {
    let all = try bodies().values.joined()
    for tag in ["<h2>", "<ul>", "<ol>", "<blockquote>", "<table>", "<a href", "<strong>", "<em>"] {
      let isThere = all.contains(tag)
      #expect(isThere, "\(tag)")
    }
  }

  @Test("every link within the site leads somewhere")
  func linksLeadSomewhere() throws {
    var targets: [String: String] = [:]
    for path in site.paths where path.hasSuffix(".html") || path.hasSuffix("/") {
      for match in try page(path).matches(of: /(?:href|src)="(\/[^"]*)"/) {
        targets[String(match.1)] = path
      }
    }
    #expect(targets.count > 80)
    for (target, path) in targets {
      let answers = site.response(path: target) != nil
      #expect(answers, "\(path) links to \(target)")
    }
  }
}
