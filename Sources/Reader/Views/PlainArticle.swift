import Foundation
import NewsModel
import Phrases

/// An article as lines of text, for standard output: set as the reader sets it, pictures as their captions.
package enum PlainArticle {
  /// - Parameters:
  ///   - opened: what is known of the article, its text included.
  ///   - columns: the measure; at least one.
  /// - Returns: lines without their ends, none wider than the measure unless one character is.
  package static func lines(of opened: OpenedArticle, phrases: Phrasebook, columns: Int) -> [String] {
    let key = ArticleLayout.Key(measure: max(1, columns), language: phrases.language.rawValue, isWhole: true)
    let layout = ArticleComposer.layout(
      ArticleFacts(opened), problem: nil, isLoading: false, key: key, phrases: phrases)
    return layout.rows.map { text(of: $0, in: layout) }
  }

  private static func text(of row: ArticleLayout.Row, in layout: ArticleLayout) -> String {
    var line = Line()
    if row.bars > 0 { line.spans.append(Span(String(repeating: "│ ", count: row.bars))) }
    if let mark = row.mark {
      line.pad(to: row.markColumn)
      line.spans.append(Span(mark))
    }
    for piece in row.pieces where layout.paragraphs.indices.contains(piece.paragraph) {
      line.pad(to: piece.column)
      line.spans += PieceStyler(layout: layout, find: nil).spans(of: piece)
    }
    switch row.decoration {
    case .partRule(let columns):
      line.pad(to: row.markColumn + max(0, columns - 5) / 2)
      line.spans.append(Span(columns >= 5 ? "* * *" : "*"))
    case .tableRule(let columns):
      line.pad(to: row.markColumn)
      line.spans.append(Span(String(repeating: "─", count: max(0, columns))))
    case .picture, nil: break
    }
    let text = line.spans.map(\.text).joined()
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}
