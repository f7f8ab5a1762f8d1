import NewsModel
import Newsroom
import Phrases
import Reader

/// Writes texts out in the form that was asked for.
struct ArticleWriter {
  let phrases: Phrasebook
  let format: ExportFormat
  /// The width of plain text.
  var columns = 72

  /// An article as a document.
  func document(_ opened: OpenedArticle) -> String {
    guard format != .text else { return plain(opened) }
    let article = opened.listed.article
    let document = opened.document
    return self.document(
      ExportedText(
        title: document?.title ?? article.title, facts: opened.facts(phrases), address: article.address,
        language: document?.language ?? article.language, summary: document?.summary ?? article.summary,
        picture: document?.picture, blocks: document?.blocks ?? [], tags: document?.tags ?? article.tags))
  }

  /// A text that is marked up; not for plain text, which articles alone become.
  func document(_ text: ExportedText) -> String {
    format == .html ? HTMLWriter.page(text) : MarkdownWriter.document(text)
  }

  /// An article as lines of text.
  func plain(_ opened: OpenedArticle) -> String {
    PlainArticle.lines(of: opened, phrases: phrases, columns: columns).map { $0 + "\n" }.joined()
  }
}

extension ExportFormat {
  /// What the names of files end in, the usual one first.
  private static let suffixes: KeyValuePairs<ExportFormat, [String]> = [
    .text: ["txt", "text"], .markdown: ["md", "markdown"], .html: ["html", "htm", "xhtml"],
  ]

  /// The usual ends, for people.
  static var usualSuffixes: String {
    suffixes.compactMap(\.value.first).map { "." + $0 }.joined(separator: ", ")
  }

  /// By a file's suffix; plain text without one.
  init(path: String) throws(UnknownSuffix) {
    let parts = path.split(separator: "/").last?.split(separator: ".").dropFirst()
    guard let suffix = parts?.last.map(String.init) else {
      self = .text
      return
    }
    guard let form = Self.suffixes.first(where: { $0.value.contains(suffix.lowercased()) })?.key else {
      throw UnknownSuffix(suffix: "." + suffix)
    }
    self = form
  }

  /// A file's name that ends in what no form has.
  struct UnknownSuffix: Error {
    let suffix: String
  }
}

extension OpenedArticle {
  /// Source, moment and authors, as far as they are known.
  func facts(_ phrases: Phrasebook) -> [String] {
    let article = listed.article
    let (published, isDayOnly) = Self.published(article, document)
    let authors = document.map(\.authors).flatMap { $0.isEmpty ? nil : $0 } ?? article.authors
    let moment = published.map { phrases.moment($0, isDayOnly: isDayOnly) }
    return [source, moment].compactMap(\.self) + authors.prefix(3)
  }
}

extension Problem {
  /// A file's suffix that stands for no form.
  init(_ error: ExportFormat.UnknownSuffix) {
    self = .unknownSuffix(CleanText.line(error.suffix, limit: 20), known: ExportFormat.usualSuffixes)
  }
}
