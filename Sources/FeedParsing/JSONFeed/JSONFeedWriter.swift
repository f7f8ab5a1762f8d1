import Foundation
import Markup
import NewsModel

/// What a feed says as one document of JSON Feed 1.1; what has no place there stands under `_vestnik`.
package enum JSONFeedWriter {
  /// UTF-8, keys in a stable order.
  package static func data(_ feed: ParsedFeed) throws -> Data {
    try encoder.encode(JSONFeedDocument(feed))
  }

  /// One object for what is no feed: `{"sitemaps": […]}`, `{"terms": […]}` or `{"_vestnik": {"notAFeed": …}}`.
  package static func data(_ result: FeedResult) throws -> Data {
    switch result {
    case .feed(let feed): return try data(feed)
    case .sitemapIndex(let sitemaps): return try encoder.encode(["sitemaps": sitemaps])
    case .outlines(let outlines): return try OPML.json(outlines)
    case .terms(let terms): return try encoder.encode(["terms": terms.map(TermDocument.init)])
    case .notAFeed(let reason): return try encoder.encode(["_vestnik": ["notAFeed": reason.code]])
    }
  }

  /// Keys in a stable order, one a line.
  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return encoder
  }
}

private struct TermDocument: Encodable {
  let id: Int
  let parent: Int
  let title: String
  let url: WebAddress?
  let count: Int

  init(_ term: WordPressTerm) {
    id = term.id
    parent = term.parent
    title = term.title
    url = term.address
    count = term.count
  }
}

extension FeedResult.Reason {
  /// A stable short name for programs.
  fileprivate var code: String {
    switch self {
    case .empty: "empty"
    case .tooLarge: "tooLarge"
    case .page: "page"
    case .binary: "binary"
    case .otherXML(let root): "otherXML \(root)"
    case .otherJSON: "otherJSON"
    case .otherText: "otherText"
    }
  }
}
