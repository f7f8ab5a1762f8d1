/// A line of a front page as it is shown.
package enum FrontLine: Hashable, Sendable {
  /// An article of the cache, which need not have an address.
  case kept(ListedArticle)
  /// A line that the site's own page prints; its article may be kept or not.
  case headline(Headline)
}

/// A front page as it is shown: the site's own, or one that is made of kept articles.
package struct ShownFront: Hashable, Sendable {
  /// Lines under one section's title: the first is the lead.
  package struct Block: Hashable, Sendable {
    /// The section's, as page or menu has it; the site's name over what belongs to no section.
    package var title: String
    /// In the order of the page, else the newest first.
    package var lines: [FrontLine]

    package init(title: String, lines: [FrontLine]) {
      self.title = title
      self.lines = lines
    }
  }

  /// The moving line.
  package var ticker: [FrontLine]
  /// In the order of the page or the menu.
  package var blocks: [Block]

  package init(ticker: [FrontLine] = [], blocks: [Block] = []) {
    self.ticker = ticker
    self.blocks = blocks
  }

  /// The page as the site prints it.
  package init(_ page: FrontPage) {
    self.init(
      ticker: page.ticker.map { .headline($0) },
      blocks: page.blocks.map { Block(title: $0.title, lines: $0.headlines.map { .headline($0) }) })
  }
}
