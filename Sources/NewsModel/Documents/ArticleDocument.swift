import Foundation

/// The full text of an article as blocks, with what its page said about it: kept in the cache as versioned JSON.
package struct ArticleDocument: Hashable, Sendable, Codable {
  /// The version of this shape; older ones are read, newer ones fetched again.
  package static let currentVersion = 1

  /// The shape it was read from; `currentVersion` for a new one.
  package var version: Int
  /// One plain line.
  package var title: String
  /// Names, in the page's order.
  package var authors: [String]
  /// As the page tells it.
  package var published: Date?
  /// Whether only the day of it was told.
  package var isDayOnly: Bool
  /// When it last changed, as the page tells.
  package var modified: Date?
  /// BCP 47.
  package var language: String?
  /// Plain, in the page's order.
  package var tags: [String]
  /// The lead picture, when it does not stand among the blocks.
  package var picture: WebAddress?
  /// The page's lead or description, plain text.
  package var summary: String?
  /// The body: the title is not repeated in it.
  package var blocks: [Block]
  /// What the page itself shows beside the text.
  package var related: [Headline]
  /// The page's own «Top news».
  package var top: [Headline]

  package init(
    title: String, authors: [String] = [], published: Date? = nil, isDayOnly: Bool = false,
    modified: Date? = nil, language: String? = nil, tags: [String] = [], picture: WebAddress? = nil,
    summary: String? = nil,
    blocks: [Block] = [], related: [Headline] = [], top: [Headline] = []
  ) {
    version = Self.currentVersion
    self.title = title
    self.authors = authors
    self.published = published
    self.isDayOnly = isDayOnly
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

extension ArticleDocument {
  private enum CodingKeys: CodingKey {
    case version, title, authors, published, isDayOnly, modified, language, tags, picture, summary, blocks
    case related, top
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    version = try fields.decode(Int.self, forKey: .version)
    title = try fields.decode(String.self, forKey: .title)
    authors = try fields.decode([String].self, forKey: .authors)
    published = try fields.decodeIfPresent(Date.self, forKey: .published)
    // What was kept by earlier versions does not tell.
    isDayOnly = try fields.decodeIfPresent(Bool.self, forKey: .isDayOnly) ?? false
    modified = try fields.decodeIfPresent(Date.self, forKey: .modified)
    language = try fields.decodeIfPresent(String.self, forKey: .language)
    tags = try fields.decode([String].self, forKey: .tags)
    picture = try fields.decodeIfPresent(WebAddress.self, forKey: .picture)
    summary = try fields.decodeIfPresent(String.self, forKey: .summary)
    blocks = try fields.decode([Block].self, forKey: .blocks)
    related = try fields.decode([Headline].self, forKey: .related)
    top = try fields.decode([Headline].self, forKey: .top)
  }
}
