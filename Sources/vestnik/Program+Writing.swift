import NewsModel
import Newsroom
import Phrases
import Reader

extension Program {
  /// An article as a document in the form that was asked for.
  func written(_ opened: OpenedArticle, as option: FormatOption) -> String {
    ArticleWriter(phrases: phrases, format: option.format, columns: option.width).document(opened)
  }

  /// A digest as a document in the form that was asked for.
  func written(_ digest: Digest, as option: FormatOption) -> String {
    let writer = ArticleWriter(phrases: phrases, format: option.format, columns: option.width)
    let blocks = digest.blocks(phrases)
    let language = phrases.language.rawValue
    guard option.format == .text else {
      return writer.document(ExportedText(title: digest.title, language: language, blocks: blocks))
    }
    let document = ArticleDocument(title: digest.title, language: language, blocks: blocks)
    let article = Article(
      id: ArticleID(rawValue: 0), site: SiteID(rawValue: ""), address: nil, title: digest.title,
      firstSeen: newsroom.now(), language: language, hasDocument: true)
    return writer.plain(
      OpenedArticle(
        listed: ListedArticle(article: article, status: ArticleStatus()), document: document))
  }
}
