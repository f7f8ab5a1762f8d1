import Foundation
import TestSupport
import Testing
import TextLayout

/// A row of `LineBreakTest.txt` or `GraphemeBreakTest.txt`: a text and the byte offsets of its ÷ marks.
struct BreakTestRow {
  let text: String
  let offsets: [Int]
  let source: Substring

  /// The rows of a file of Debian's unicode-data.
  static func rows(of name: String) throws -> [BreakTestRow] {
    let content = try String(contentsOfFile: "/usr/share/unicode/auxiliary/\(name)", encoding: .utf8)
    return content.split(separator: "\n").compactMap { BreakTestRow($0) }
  }

  private init?(_ row: Substring) {
    let fields = row.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
    guard !fields.isEmpty else { return nil }
    var scalars = String.UnicodeScalarView()
    var offsets: [Int] = []
    for field in fields {
      if field == "÷" {
        offsets.append(String(scalars).utf8.count)
      } else if let value = UInt32(field, radix: 16) {
        // A surrogate cannot stand in a text.
        guard let scalar = Unicode.Scalar(value) else { return nil }
        scalars.append(scalar)
      }
    }
    text = String(scalars)
    self.offsets = offsets
    source = row
  }
}

let hasUnicodeData = FileManager.default.fileExists(atPath: "/usr/share/unicode/auxiliary/LineBreakTest.txt")

@Suite("Unicode conformance", .enabled(if: hasUnicodeData, "needs Debian's unicode-data"))
struct UnicodeConformanceTests {
  @Test("Every case of LineBreakTest 15.0 has the published opportunities")
  func lineBreaks() throws {
    let rows = try BreakTestRow.rows(of: "LineBreakTest.txt")
    #expect(rows.count == 7_654)
    var right = 0
    for row in rows {
      let isRight = LineBreaks.opportunities(in: row.text).map(\.offset) == row.offsets
      #expect(isRight, "\(row.source)")
      if isRight { right += 1 }
    }
    Stress.tell("LineBreakTest.txt: \(right) of \(rows.count)")
  }

  @Test(
    "All cases of GraphemeBreakTest 15.0 but the one that later versions changed have the published clusters")
  func clusters() throws {
    let rows = try BreakTestRow.rows(of: "GraphemeBreakTest.txt")
    #expect(rows.count == 602)
    let failed = rows.filter { [0] + GraphemeClusters.ends(in: $0.text) != $0.offsets }
    #expect(failed.count <= 1, "\(failed.map(\.source))")
    Stress.tell("GraphemeBreakTest.txt: \(rows.count - failed.count) of \(rows.count)")
    // The canvas walks a text by `Character`; only U+2701 with a joiner is cut differently there.
    let different = rows.filter { row in
      var offset = 0
      let ends = row.text.map { character in
        offset += character.utf8.count
        return offset
      }
      return GraphemeClusters.ends(in: row.text) != ends
    }
    #expect(different.count <= 1, "\(different.map(\.source))")
  }
}
