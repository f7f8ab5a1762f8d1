import Foundation
import NewsModel

/// A draft made ready to be written: what costs time is done before the transaction begins.
struct PreparedArticle {
  let draft: ArticleDraft
  /// Differs when the source tells something else of the article; its sections do not count.
  let hash: Int64
  let authors: String
  let tags: String
  let documentJSON: String?
  let indexed: IndexedText

  init(_ draft: ArticleDraft, hash: Int64, writer: StemWriter) throws {
    self.draft = draft
    self.hash = hash
    authors = try JSONText.encode(draft.authors)
    tags = try JSONText.encode(draft.tags)
    documentJSON = try draft.document.map { try JSONText.encode($0) }
    indexed = IndexedText(
      title: draft.title, summary: draft.summary, text: draft.document?.plainText ?? "",
      language: draft.language, writer: writer)
  }

  /// The number that tells a changed draft from the one stored.
  static func hash(of draft: ArticleDraft) -> Int64 {
    var hash = ContentHash()
    hash.add(draft.title)
    hash.add(draft.summary)
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
