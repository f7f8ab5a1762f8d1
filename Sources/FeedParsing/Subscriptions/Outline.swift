import NewsModel

/// A subscription list (OPML 1.0, 2.0) as read.
package struct ParsedOutlines: Hashable, Sendable {
  /// The head's title; empty when it has none.
  package var title: String
  /// The lines outside of any folder; those in folders hang below them.
  package var outlines: [Outline]
  /// What was odd about it; nothing of that stopped the reading.
  package var warnings: [FeedWarning]

  package init(title: String = "", outlines: [Outline] = [], warnings: [FeedWarning] = []) {
    self.title = title
    self.outlines = outlines
    self.warnings = warnings
  }

  /// Whether the list ends in the middle: what stood behind its end is missing.
  package var isCutOff: Bool { warnings.contains(.xml(.truncated)) }

  /// Every line with an address, be it a feed's or a page's, top to bottom, with the titles of the folders it stands in.
  package var lines: [(folders: [String], outline: Outline)] {
    var result: [(folders: [String], outline: Outline)] = []
    func visit(_ outlines: [Outline], _ folders: [String]) {
      for outline in outlines {
        let isPage = outline.home != nil && outline.outlines.isEmpty
        if outline.feed != nil || outline.written != nil || isPage { result.append((folders, outline)) }
        visit(outline.outlines, outline.title.isEmpty ? folders : folders + [outline.title])
      }
    }
    visit(outlines, [])
    return result
  }
}

/// A line of a subscription list: a feed, a folder, or both.
package struct Outline: Hashable, Sendable {
  /// One plain line; empty when the list gives none.
  package var title: String
  /// The feed; `nil` for a mere folder, and for what cannot be fetched.
  package var feed: WebAddress?
  /// The feed's address as the list writes it; what cannot be fetched (a filter, a program) has no `feed`.
  package var written: String?
  /// The page that the feed belongs to.
  package var home: WebAddress?
  /// What is in the folder.
  package var outlines: [Outline]

  package init(
    title: String, feed: WebAddress? = nil, written: String? = nil, home: WebAddress? = nil,
    outlines: [Outline] = []
  ) {
    self.title = title
    self.feed = feed
    self.written = written
    self.home = home
    self.outlines = outlines
  }
}
