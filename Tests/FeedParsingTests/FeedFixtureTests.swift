import FeedParsing
import Foundation
import NewsModel
import TestSupport
import Testing

/// Whole documents of every format, each in a folder: `source`, `expected.json`, sometimes `request.json` with what
/// HTTP said.
@Suite struct FeedFixtureTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let source: URL
    var testDescription: String { name }

    func json(_ file: String) throws -> Any? {
      let url = source.deletingLastPathComponent().appendingPathComponent(file)
      guard FileManager.default.fileExists(atPath: url.path) else { return nil }
      return try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    }
  }

  static let cases: [Case] = {
    let files = FileManager.default
    let folder = Fixture.folder(file: #filePath)
    let names = (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      let inside = (try? files.contentsOfDirectory(atPath: folder.appendingPathComponent(name).path)) ?? []
      return inside.first { $0.hasPrefix("source.") }.map { source in
        Case(name: name, source: folder.appendingPathComponent(name).appendingPathComponent(source))
      }
    }
  }()

  /// A day after the newest fixture.
  static let now = Date(timeIntervalSince1970: 1_780_000_000)

  static func output(of fixture: Case) throws -> Any {
    let request = try fixture.json("request.json") as? [String: String]
    let bytes = try Data(contentsOf: fixture.source)
    let address = request?["address"].flatMap { WebAddress($0) }
    let result = FeedParser.parse(bytes, contentType: request?["contentType"], address: address, now: now)
    return try JSONSerialization.jsonObject(with: JSONFeedWriter.data(result))
  }

  @Test("A document is read as what it says", arguments: cases)
  func documentIsReadAsWhatItSays(fixture: Case) throws {
    let expected = try #require(try fixture.json("expected.json"))
    let difference = JSONDifference.first(expected: expected, actual: try Self.output(of: fixture))
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("There are sixty documents, ten malformed, fifteen not in UTF-8")
  func thereAreEnoughDocuments() throws {
    var malformed = 0
    var otherCharsets = 0
    for fixture in Self.cases {
      let extra = (try Self.output(of: fixture) as? [String: Any])?["_vestnik"] as? [String: Any]
      let warnings = extra?["warnings"] as? [[String: Any]] ?? []
      let odd = ["malformed", "leadingJunk", "forbiddenCharacters"]
      if warnings.contains(where: { odd.contains($0["code"] as? String ?? "") }) { malformed += 1 }
      if let charset = extra?["charset"] as? String, charset != "utf-8" { otherCharsets += 1 }
    }
    #expect(Self.cases.count >= 60)
    #expect(malformed >= 10)
    #expect(otherCharsets >= 15)
  }
}
