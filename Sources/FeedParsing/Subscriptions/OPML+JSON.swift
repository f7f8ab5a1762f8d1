import Foundation
import NewsModel

extension OPML {
  /// A list as `{title, outlines: [{title, xmlUrl, htmlUrl, outlines: […]}], warnings: […]}`.
  package static func json(_ list: ParsedOutlines) throws -> Data {
    struct Line: Encodable {
      let title: String
      let xmlUrl: String?
      let htmlUrl: WebAddress?
      let outlines: [Line]?

      init(_ outline: Outline) {
        title = outline.title
        xmlUrl = outline.written ?? outline.feed?.text
        htmlUrl = outline.home
        outlines = outline.outlines.isEmpty ? nil : outline.outlines.map(Line.init)
      }
    }
    struct Document: Encodable {
      let title: String
      let outlines: [Line]
      let warnings: [JSONFeedDocument.Warning]
    }
    return try JSONFeedWriter.encoder.encode(
      Document(
        title: list.title, outlines: list.outlines.map(Line.init),
        warnings: list.warnings.map { JSONFeedDocument.Warning(code: $0.code, detail: $0.detail) }))
  }
}
