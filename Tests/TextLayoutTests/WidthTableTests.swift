import Foundation
import TestSupport
import Testing
import TextLayout

@Suite("The width table", .enabled(if: hasUnicodeData, "needs Debian's unicode-data"))
struct WidthTableTests {
  /// The rows of a property file: scalars and their value.
  private func rows(_ name: String) throws -> [(ClosedRange<UInt32>, Substring)] {
    let text = try String(contentsOfFile: "/usr/share/unicode/\(name)", encoding: .utf8)
    return text.split(separator: "\n").compactMap { row in
      let fields = row.prefix { $0 != "#" }.split(separator: ";").map {
        $0.drop { $0 == " " }.prefix { $0 != " " }
      }
      guard fields.count == 2 else { return nil }
      let ends = fields[0].components(separatedBy: "..").compactMap { UInt32($0, radix: 16) }
      guard let first = ends.first, let last = ends.last else { return nil }
      return (first...last, fields[1])
    }
  }

  /// Scalars that take no cell though East Asian Width knows nothing of that: marks, formats, controls, and the vowels
  /// and finals that join a Hangul initial. Format signs that are drawn keep their cell.
  private func scalarsWithoutCell() throws -> Set<UInt32> {
    var found = Set<UInt32>(0x1160...0x11FF).union(0xD7B0...0xD7FF)
    for (range, category) in try rows("extracted/DerivedGeneralCategory.txt") {
      if ["Mn", "Me", "Cc", "Cf", "Zl", "Zp"].contains(category) { found.formUnion(range) }
    }
    let drawn: [ClosedRange<UInt32>] = [
      0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2, 0x110BD...0x110BD,
      0x110CD...0x110CD,
    ]
    for range in drawn { found.subtract(range) }
    return found
  }

  @Test("Every scalar takes the cells of East Asian Width 15.0, but for the differences that are listed")
  func eastAsianWidth() throws {
    let without = try scalarsWithoutCell()
    var checked = 0
    for (range, width) in try rows("EastAsianWidth.txt") {
      for value in range {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let expected = without.contains(value) ? 0 : width == "W" || width == "F" ? 2 : 1
        let columns = CellWidth.columns(of: String(Character(scalar)))
        #expect(columns == expected, "U+\(String(value, radix: 16))")
        checked += 1
      }
    }
    #expect(checked > 290_000)
    Stress.tell("widths: \(checked) scalars as East Asian Width says")
  }

  @Test("Every emoji that is drawn as one by itself takes two cells, a flag's letters apart")
  func emoji() throws {
    for (range, property) in try rows("emoji/emoji-data.txt") where property == "Emoji_Presentation" {
      for value in range where !(0x1F1E6...0x1F1FF).contains(value) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        #expect(CellWidth.columns(of: Character(scalar)) == 2, "U+\(String(value, radix: 16))")
      }
    }
  }
}
