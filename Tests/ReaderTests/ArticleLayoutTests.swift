import Canvas
import Foundation
import NewsModel
import Phrases
import TestSupport
import Testing
import TextLayout

@testable import Reader

@Suite("An article laid out")
struct ArticleLayoutTests {
  private func layout(_ blocks: [Block], measure: Int, justified: Bool = false) -> ArticleLayout {
    var listed = SamplePaper.articles[0]
    listed.article.summary = ""
    let document = ArticleDocument(title: "Заголовок", language: "ru", blocks: blocks)
    let facts = ArticleFacts(OpenedArticle(listed: listed, document: document))
    return ArticleComposer.layout(
      facts, problem: nil, isLoading: false,
      key: ArticleLayout.Key(measure: measure, isJustified: justified, language: "ru", isWhole: true),
      phrases: Phrasebook(language: .ru))
  }

  private func text(_ layout: ArticleLayout) -> [String] {
    layout.rows.map { row in
      let text = ArticleView.line(row, layout: layout, margin: 0, find: nil).spans.map(\.text).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  @Test(
    "No row is wider than the measure, whatever the blocks and the width",
    arguments: [1, 2, 7, 16, 23, 40, 68, 120])
  func fits(measure: Int) {
    for justified in [false, true] {
      for line in text(layout(SamplePaper.bridge.blocks, measure: measure, justified: justified)) {
        // One character is never cut; marks and indents give way before that.
        #expect(CellWidth.columns(of: line) <= max(measure, 4), "\(line)")
      }
    }
  }

  @Test("A table that does not fit wraps its cells; one with too many columns becomes a list of them")
  func tables() {
    let cells = (1...9).map { [Inline("Показатель \($0)")] }
    let table = Block.table(Block.Table(headingRows: 1, rows: [cells, cells]))
    let narrow = text(layout([table], measure: 40))
    #expect(narrow.contains("Показатель 9"))
    #expect(narrow.contains("  Показатель 9"))
    let wide = text(layout([table], measure: 110))
    #expect(wide.contains { $0.contains("───") })
    let two = Block.table(
      Block.Table(rows: [[[Inline("Год")], [Inline("Сколько всего было собрано и отправлено за навигацию")]]])
    )
    #expect(text(layout([two], measure: 30)).contains { $0.hasPrefix("Год  Сколько") })
  }

  @Test("Numbers in a table stand under each other's ends")
  func numbers() {
    let rows = [["а", "1,5"], ["б", "12,25"]].map { $0.map { [Inline($0)] } }
    let lines = text(layout([.table(Block.Table(rows: rows))], measure: 40))
    #expect(lines.contains("а    1,5") && lines.contains("б  12,25"))
  }

  @Test("A link gets one number wherever it stands, and stands in the list once")
  func links() throws {
    let address = SamplePaper.address("obezd")
    let other = SamplePaper.address("other")
    let lines = text(
      layout(
        [
          .paragraph([Inline("Раз", link: address), Inline(", "), Inline("два", link: other), Inline(".")]),
          .paragraph([
            Inline("Снова "), Inline("ра", link: address), Inline("з", style: .strong, link: address),
          ]),
        ], measure: 60))
    #expect(lines.contains("Раз[1], два[2]."))
    #expect(lines.contains("Снова раз[1]"))
    #expect(lines.filter { $0.hasPrefix("[1]") } == ["[1] echo.example/obezd"])
  }

  @Test("Quotations and lists inside each other are bounded by the measure")
  func nesting() {
    var block = Block.paragraph([Inline("Глубоко внутри стоят обычные слова, которые переносятся.")])
    for depth in 0..<60 {
      block = depth.isMultiple(of: 2) ? .quotation([block]) : .list(start: nil, items: [[block]])
    }
    let lines = text(layout([block], measure: 30))
    #expect(lines.allSatisfy { CellWidth.columns(of: $0) <= 30 })
    #expect(lines.contains { $0.contains("Глубоко") })
  }

  @Test("A list may begin at any number")
  func listNumbers() {
    for start in [Int.max, Int.max - 1, Int.min, -5, 0] {
      let lines = text(layout([.list(start: start, items: [[.paragraph([Inline("а")])], []])], measure: 60))
      #expect(lines.contains { $0.hasSuffix(" а") })
    }
  }

  @Test("Every byte leads to the row that shows it and back")
  func bytes() {
    let layout = layout(SamplePaper.bridge.blocks, measure: 40)
    for row in layout.rows.indices
    where layout.rows[row].pieces.first.map({ layout.paragraphs[$0.paragraph].base != nil }) ?? false {
      let byte = layout.byte(atRow: row)
      let back = layout.row(ofByte: byte)
      #expect(byte == 0 || layout.byte(atRow: back) == byte, "row \(row), byte \(byte), back \(back)")
    }
  }

  @Test("Random blocks at random widths never crash and lose no letter")
  func random() async {
    var generator = SeededGenerator(seed: 7)
    for await _ in Stress.rounds(20_000) {
      let blocks = (0..<Int.random(in: 0...4, using: &generator)).map { _ in block(&generator, depth: 0) }
      let measure = Int.random(in: 1...130, using: &generator)
      let layout = layout(blocks, measure: measure, justified: Bool.random(using: &generator))
      for row in layout.rows { _ = ArticleView.line(row, layout: layout, margin: 0, find: nil) }
      for paragraph in layout.paragraphs.indices {
        let length = layout.paragraphs[paragraph].text.utf8.count
        for row in layout.rows {
          for piece in row.pieces where piece.paragraph == paragraph {
            #expect(piece.range.upperBound <= length)
          }
        }
      }
    }
  }

  private func block(_ generator: inout SeededGenerator, depth: Int) -> Block {
    switch Int.random(in: 0..<(depth > 3 ? 3 : 9), using: &generator) {
    case 0: return .paragraph(inlines(&generator))
    case 1: return .heading(level: Int.random(in: 0...9, using: &generator), inlines(&generator))
    case 2:
      return .preformatted(
        "a\n\n  б \(String(repeating: "x", count: Int.random(in: 0...200, using: &generator)))\n")
    case 3:
      return .quotation(
        (0..<Int.random(in: 0...2, using: &generator)).map { _ in block(&generator, depth: depth + 1) })
    case 4:
      return .list(
        start: Bool.random(using: &generator) ? nil : 8,
        items: (0..<Int.random(in: 0...3, using: &generator)).map { _ in [block(&generator, depth: depth + 1)]
        })
    case 5, 6:
      let columns = Int.random(in: 0...12, using: &generator)
      let rows = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        (0..<Int.random(in: 0...max(0, columns), using: &generator)).map { _ in inlines(&generator) }
      }
      return .table(
        Block.Table(
          caption: inlines(&generator), headingRows: Int.random(in: 0...2, using: &generator), rows: rows))
    case 7: return .figure(Block.Figure(picture: nil, description: "вид", caption: inlines(&generator)))
    default: return .rule
    }
  }

  private func inlines(_ generator: inout SeededGenerator) -> [Inline] {
    let words = [
      "мост", "и", "в", " ", "длинноесловобезпробелов", "4,2 тыс.", "— ", "日本", "é", "а\u{301}", "\n", "",
    ]
    return (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      Inline(
        (words.randomElement(using: &generator) ?? "") + " ",
        style: Inline.Style(rawValue: UInt8.random(in: 0..<64, using: &generator)),
        link: Int.random(in: 0..<4, using: &generator) == 0 ? SamplePaper.address("a") : nil)
    }
  }
}
