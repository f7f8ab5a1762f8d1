import Foundation
import NewsModel
import Phrases

/// An article as lines of text, for standard output: set as the reader sets it, pictures as their captions.
package enum PlainArticle {
  /// - Parameters:
  ///   - opened: what is known of the article, its text included.
  ///   - columns: the measure; at least one.
  ///   - dividesWords: whether lines may end inside a word, as a person likes it and no program does.
  /// - Returns: lines without their ends, none wider than the measure unless one character is; but a link's address
  ///   stands whole on its line.
  package static func lines(
    of opened: OpenedArticle, phrases: Phrasebook, columns: Int, dividesWords: Bool = false
  ) -> [String] {
    lines(of: ArticleFacts(opened), phrases, columns, dividesWords)
  }

  /// A text of ours, in the interface's language, likewise.
  package static func lines(
    title: String, _ blocks: [Block], phrases: Phrasebook, columns: Int
  ) -> [String] {
    let document = ArticleDocument(title: title, language: phrases.language.rawValue, blocks: blocks)
    return lines(of: ArticleFacts(document), phrases, columns, false)
  }

  private static func lines(
    of facts: ArticleFacts, _ phrases: Phrasebook, _ columns: Int, _ dividesWords: Bool
  ) -> [String] {
    let key = ArticleLayout.Key(
      measure: max(1, columns), dividesWords: dividesWords, language: phrases.language.rawValue,
      hasWholeLinks: true, isWhole: true)
    let layout = ArticleComposer.layout(
      facts, problem: nil, isLoading: false, key: key, phrases: phrases, noText: .cliNoFullText)
    return layout.rows.map { text(of: $0, in: layout) }
  }

  private static func text(of row: ArticleLayout.Row, in layout: ArticleLayout) -> String {
    // The lines stand: a space that held is a plain one for whoever searches the text.
    let text = ArticleView.line(row, layout: layout, margin: 0, find: nil).spans.map(\.text).joined()
      .replacing("\u{A0}", with: " ").withoutSoftHyphens
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}
