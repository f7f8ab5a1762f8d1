import Foundation
import NewsModel

/// An article as its page tells it, with what the page says beside.
package struct ExtractedArticle: Sendable {
  /// Title, metadata and body.
  package var document: ArticleDocument
  /// The address the page calls its own.
  package var canonical: WebAddress?
  /// The next page of the same article.
  package var nextPage: WebAddress?
  /// As the page names its publication.
  package var siteName: String?
  /// Seconds from UTC that the page's own date names; `nil` where it names none.
  package var zoneOffset: Int?
  /// Which rule gave which field.
  package var evidence: [PageEvidence]
  /// What of the page was taken for no text of the article, where that was to be recorded.
  package var removed: [RemovedPart]
  /// What became of every line of the page, where that was to be recorded.
  package var lines = PageLines()

  /// The text as programs want it: without pictures, a blank line between paragraphs.
  package var runningText: String { RunningText.text(document.blocks) }

  package init(
    document: ArticleDocument, canonical: WebAddress? = nil, nextPage: WebAddress? = nil,
    siteName: String? = nil,
    zoneOffset: Int? = nil, evidence: [PageEvidence] = [], removed: [RemovedPart] = []
  ) {
    self.document = document
    self.canonical = canonical
    self.nextPage = nextPage
    self.siteName = siteName
    self.zoneOffset = zoneOffset
    self.evidence = evidence
    self.removed = removed
  }
}
