import Foundation
import TestSupport
import Testing
import TextLayout

@Suite("Russian prose")
struct ProseQualityTests {
  /// The paragraphs of the demo site's Russian articles, longer than 200 characters.
  private static let paragraphs: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/DemoEdition/Site/articles")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().flatMap { file -> [String] in
      guard let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8),
        let blank = text.range(of: "\n\n"), text[..<blank.lowerBound].contains("language: ru\n")
      else { return [] }
      return text[blank.upperBound...].replacing(#/<[^>]*>/#, with: "").split(separator: "\n").map(
        String.init
      )
      .filter { $0.count > 200 }
    }
  }()

  @Test(
    "Gaps are small, hyphens are few and never three in a row", arguments: [40, 60, 80],
    [false, true])
  func quality(_ measure: Int, _ isJustified: Bool) {
    let layout = ParagraphLayout(LayoutOptions(measure: measure, language: "ru", isJustified: isJustified))
    var lines = 0
    var gaps = 0
    var wide = 0
    var hyphens = 0
    var longestRun = 0
    for text in Self.paragraphs {
      var run = 0
      for line in layout.lines(of: text) where !line.endsParagraph {
        lines += 1
        gaps += measure - line.columns
        if measure - line.columns > 10 { wide += 1 }
        if line.endsWithHyphen { hyphens += 1 }
        run = line.endsWithHyphen ? run + 1 : 0
        longestRun = max(longestRun, run)
      }
    }
    let name = "prose, \(measure) columns\(isJustified ? ", justified" : "")"
    let gap = (gaps * 100 + lines / 2) / max(1, lines)
    Stress.tell(
      "\(name): \(lines) lines of \(Self.paragraphs.count) paragraphs, mean gap \(gap / 100).\(gap % 100 / 10)\(gap % 10)"
        + " columns, over ten \(Stress.percent(wide, of: lines)), hyphens \(Stress.percent(hyphens, of: lines)),"
        + " most in a row \(longestRun)")
    #expect(Self.paragraphs.count >= 200)
    #expect(Double(gaps) / Double(lines) <= 2.6)
    #expect(Double(wide) / Double(lines) <= 0.003)
    #expect(Double(hyphens) / Double(lines) <= 0.18)
    #expect(longestRun <= 2)
  }

  @Test("No line begins with a closing mark or a dash, none ends with a one-letter word or an opening mark")
  func ends() {
    for measure in [30, 40, 60, 80] {
      let layout = ParagraphLayout(LayoutOptions(measure: measure, language: "ru"))
      for text in Self.paragraphs {
        let lines = layout.lines(of: text).map { layout.text(of: $0, in: text) }
        for line in lines.dropFirst() {
          #expect(!"—–»”)].,;:!?".contains(line.first ?? "x"), "\(line)")
        }
        for line in lines.dropLast() {
          #expect(!"«„([".contains(line.last ?? "x"), "\(line)")
          #expect(!(line.wholeMatch(of: #/(.* )?[вскоуиаяВСКОУИАЯ]/#) != nil), "\(line)")
        }
      }
    }
  }

  @Test("A resize keeps the byte at the top of the screen")
  func resize() {
    let text = Self.paragraphs.prefix(20).joined(separator: "\n")
    let narrow = ParagraphLayout(LayoutOptions(measure: 40, language: "ru")).lines(of: text)
    let wide = ParagraphLayout(LayoutOptions(measure: 97, language: "ru")).lines(of: text)
    for line in narrow {
      let found = wide[ParagraphLayout.index(ofLineWith: line.start, in: wide)]
      #expect(found.start <= line.start && (line.start <= found.end + 1))
    }
  }
}
