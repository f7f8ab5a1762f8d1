import NewsModel
import Newsroom
import Phrases
import Reader

extension Program {
  /// An article as a document in the form that was asked for.
  func written(_ opened: OpenedArticle, as option: FormatOption) -> String {
    guard option.format != .text else { return plain(opened, columns: option.width) }
    let article = opened.listed.article
    let document = opened.document
    return written(
      ExportedText(
        title: document?.title ?? article.title, facts: opened.facts(phrases), address: article.address,
        language: document?.language ?? article.language, summary: document?.summary ?? article.summary,
        picture: document?.picture, blocks: document?.blocks ?? [], tags: document?.tags ?? article.tags),
      as: option.format)
  }

  /// A digest as a document in the form that was asked for.
  func written(_ digest: Digest, as option: FormatOption) -> String {
    let blocks = digest.blocks(phrases)
    let language = phrases.language.rawValue
    guard option.format == .text else {
      return written(ExportedText(title: digest.title, language: language, blocks: blocks), as: option.format)
    }
    let document = ArticleDocument(title: digest.title, language: language, blocks: blocks)
    let article = Article(
      id: ArticleID(rawValue: 0), site: SiteID(rawValue: ""), address: nil, title: digest.title,
      firstSeen: newsroom.now(), language: language, hasDocument: true)
    return plain(
      OpenedArticle(
        listed: ListedArticle(article: article, status: ArticleStatus()), document: document),
      columns: option.width)
  }

  private func written(_ text: ExportedText, as format: ExportFormat) -> String {
    format == .html ? HTMLWriter.page(text) : MarkdownWriter.document(text)
  }

  private func plain(_ opened: OpenedArticle, columns: Int) -> String {
    PlainArticle.lines(of: opened, phrases: phrases, columns: columns).map { $0 + "\n" }.joined()
  }
}

extension OpenedArticle {
  /// Source, moment and authors, as far as they are known.
  func facts(_ phrases: Phrasebook) -> [String] {
    let article = listed.article
    let published = document?.published ?? article.published
    let authors = document.map(\.authors).flatMap { $0.isEmpty ? nil : $0 } ?? article.authors
    return [source, published.map(phrases.moment)].compactMap(\.self) + authors.prefix(3)
  }
}
