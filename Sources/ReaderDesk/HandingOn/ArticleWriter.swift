import Exporting
import Foundation
import NewsModel
import Phrases
import Reader

/// Writes texts out in the form that was asked for.
package struct ArticleWriter {
  private let phrases: Phrasebook
  private let format: ExportFormat
  private let columns: Int

  /// - Parameter columns: the width of plain text.
  package init(phrases: Phrasebook, format: ExportFormat, columns: Int = 72) {
    self.phrases = phrases
    self.format = format
    self.columns = columns
  }

  /// An article as a document.
  package func document(_ opened: OpenedArticle) -> Data {
    guard format != .text else { return Data(plain(opened).utf8) }
    let article = opened.listed.article
    let document = opened.document
    return self.document(
      ExportedText(
        title: document?.title ?? article.title, facts: opened.facts(phrases), authors: opened.authors,
        address: article.address,
        language: document?.language ?? article.language, summary: document?.summary ?? article.summaryLine,
        picture: document?.picture, blocks: document?.blocks ?? [], tags: document?.tags ?? article.tags))
  }

  /// Any text as a document.
  package func document(_ text: ExportedText) -> Data {
    let written =
      switch format {
      case .html: HTMLWriter.page(text)
      // Whatever breaks these lines anew does not know the sign that marks where words may be divided.
      case .markdown: MarkdownWriter.document(text).withoutSoftHyphens
      case .text:
        joined(PlainArticle.lines(title: text.title, text.blocks, phrases: phrases, columns: columns))
      }
    return Data(written.utf8)
  }

  /// An article as lines of text.
  package func plain(_ opened: OpenedArticle) -> String {
    joined(PlainArticle.lines(of: opened, phrases: phrases, columns: columns))
  }

  private func joined(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}

extension OpenedArticle {
  /// Who wrote it, as the text says, else as the feed does.
  var authors: [String] {
    document.map(\.authors).flatMap { $0.isEmpty ? nil : $0 } ?? listed.article.authors
  }

  /// Source, moment and authors, as far as they are known.
  package func facts(_ phrases: Phrasebook) -> [String] {
    let article = listed.article
    let (published, isDayOnly) = Self.published(article, document)
    let moment = published.map { phrases.moment($0, isDayOnly: isDayOnly) }
    return [source, moment].compactMap(\.self) + authors.prefix(3)
  }
}

extension Problem {
  /// A file's suffix that stands for no form.
  package init(_ error: ExportFormat.UnknownSuffix) {
    self = .unknownSuffix(CleanText.line(error.suffix, limit: 20), known: ExportFormat.usualSuffixes)
  }
}
