import Foundation

/// The full text of an article as blocks, with what its page said about it: kept in the cache as versioned JSON.
package struct ArticleDocument: Hashable, Sendable, Codable {
  /// The version of this shape; older ones are read, newer ones fetched again.
  package static let currentVersion = 1

  package var version: Int
  package var title: String
  package var authors: [String]
  package var published: Date?
  package var modified: Date?
  /// BCP 47.
  package var language: String?
  package var tags: [String]
  /// The lead picture, when it does not stand among the blocks.
  package var picture: WebAddress?
  package var summary: String?
  /// The body: the title is not repeated in it.
  package var blocks: [Block]
  /// What the page itself shows beside the text.
  package var related: [Headline]
  package var top: [Headline]

  package init(
    title: String, authors: [String] = [], published: Date? = nil, modified: Date? = nil,
    language: String? = nil, tags: [String] = [], picture: WebAddress? = nil, summary: String? = nil,
    blocks: [Block] = [], related: [Headline] = [], top: [Headline] = []
  ) {
    version = Self.currentVersion
    self.title = title
    self.authors = authors
    self.published = published
    self.modified = modified
    self.language = language
    self.tags = tags
    self.picture = picture
    self.summary = summary
    self.blocks = blocks
    self.related = related
    self.top = top
  }

  /// The body as plain text, blocks separated by a blank line: for search, word counts and pipes.
  package var plainText: String { blocks.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n\n") }
}
