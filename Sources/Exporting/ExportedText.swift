import NewsModel

/// A text on its way out of the program, to be written as HTML or Markdown: an article, or a digest of several.
package struct ExportedText: Hashable, Sendable {
  /// One line.
  package var title: String
  /// Short facts under the title: source, date, authors.
  package var facts: [String]
  /// Who wrote it, names alone: what programs that keep texts file it under.
  package var authors: [String]
  /// Where the original is.
  package var address: WebAddress?
  /// BCP 47.
  package var language: String?
  /// The lead paragraph; empty when there is none.
  package var summary: String
  /// The lead picture, when it does not stand among the blocks.
  package var picture: WebAddress?
  /// The body.
  package var blocks: [Block]
  /// Plain; written below the body.
  package var tags: [String]

  package init(
    title: String, facts: [String] = [], authors: [String] = [], address: WebAddress? = nil,
    language: String? = nil,
    summary: String = "", picture: WebAddress? = nil, blocks: [Block], tags: [String] = []
  ) {
    self.title = title
    self.facts = facts
    self.authors = authors
    self.address = address
    self.language = language
    self.summary = summary
    self.picture = picture
    self.blocks = blocks
    self.tags = tags
  }

  /// The lead, unless the body begins with it.
  var lead: String? {
    let beginning = summary.prefix(60)
    let isRepeated = blocks.prefix(4).contains { $0.plainText.contains(beginning) }
    return beginning.isEmpty || isRepeated ? nil : summary
  }
}

extension WebAddress {
  /// `nil` for files of this machine: a text that is handed on names none.
  var shareable: WebAddress? { scheme == "file" ? nil : self }
}
