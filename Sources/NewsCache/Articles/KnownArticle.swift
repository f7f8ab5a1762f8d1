import GRDB
import NewsModel

/// What is known of an article that a draft tells of again.
struct KnownArticle {
  let id: Int64
  let identity: String
  let hash: Int64
  /// The source whose words were taken; `nil` when a page's headline made it or its source is gone.
  let source: Int64?
  let hasSummary: Bool
  let hasDocument: Bool

  static let select = """
    SELECT a.id, a.identity, a.contentHash, a.source, a.summary <> '', \
    EXISTS (SELECT 1 FROM document d WHERE d.article = a.id) FROM article a
    """

  init(_ row: Row) {
    id = row[0]
    identity = row[1]
    hash = row[2]
    source = row[3]
    hasSummary = row[4]
    hasDocument = row[5]
  }

  /// Whether a draft's words take the place of those stored: when they come from the same source and differ, or
  /// from another one that tells more. Two sources that word one article differently would otherwise change it to
  /// and fro at every refresh.
  func isToBeUpdated(by draft: ArticleDraft, hash: Int64, source: Int64?) -> Bool {
    guard hash != self.hash else { return false }
    guard let own = self.source, own != source else { return true }
    return (draft.document != nil && !hasDocument) || (!draft.summary.isEmpty && !hasSummary)
  }
}
