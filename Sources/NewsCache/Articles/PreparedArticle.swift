import Foundation
import NewsModel

/// A draft made ready to be written: what costs time is done before the transaction begins.
struct PreparedArticle {
  let draft: IdentifiedDraft
  /// Differs when the source tells something else of the article; its sections do not count.
  let hash: Int64
  /// What is to be kept, with what was kept before.
  private(set) var fields: ArticleFields
  let documentJSON: String?
  /// Of the fields and the draft's own document.
  let indexed: IndexedText

  init(_ draft: IdentifiedDraft, hash: Int64, fields: ArticleFields, writer: StemWriter) throws {
    self.draft = draft
    self.hash = hash
    self.fields = fields
    documentJSON = try draft.draft.document.map { try JSONText.encode($0) }
    indexed = IndexedText(
      title: fields.title, summary: fields.summary, text: draft.draft.document?.plainText ?? "",
      language: fields.language, writer: writer)
  }

  /// The same words, told by somebody else.
  func with(_ fields: ArticleFields) -> PreparedArticle {
    var copy = self
    copy.fields = fields
    return copy
  }

  /// The number that tells a changed draft from the one stored.
  static func hash(of draft: ArticleDraft) -> Int64 {
    var hash = ContentHash()
    hash.add(draft.title)
    // In one line, as earlier versions stored it.
    hash.add(draft.summary.utf8.contains(0x0A) ? CleanText.line(draft.summary) : draft.summary)
    hash.add(draft.address?.text ?? "")
    hash.add(draft.language ?? "")
    hash.add(draft.picture?.text ?? "")
    for author in draft.authors { hash.add(author) }
    hash.add(Int64(draft.authors.count))
    for tag in draft.tags { hash.add(tag) }
    hash.add(draft.published.map(Stamp.seconds))
    // Only where it is so: what earlier versions stored hashes as it did.
    if draft.isDayOnly { hash.add(Int64(1)) }
    hash.add(draft.modified.map(Stamp.seconds))
    if let document = draft.document {
      hash.add(document.title)
      hash.add(document.plainText)
      hash.add(Int64(document.blocks.count))
    }
    return hash.value
  }
}
