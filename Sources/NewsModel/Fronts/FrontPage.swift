import Foundation

/// What a site's front page shows besides its menu: kept in the cache so that it stands without a network.
package struct FrontPage: Hashable, Sendable, Codable {
  /// Headlines under one section's title: the first is the lead.
  package struct Block: Hashable, Sendable, Codable {
    /// The section's, as the page prints it.
    package var title: String
    /// The section's page.
    package var address: WebAddress?
    /// In the page's order.
    package var headlines: [Headline]

    package init(title: String, address: WebAddress? = nil, headlines: [Headline] = []) {
      self.title = title
      self.address = address
      self.headlines = headlines
    }
  }

  /// The moving line, in the page's order.
  package var ticker: [Headline]
  /// In the page's order.
  package var blocks: [Block]
  /// «Top news», the first at the top.
  package var top: [Headline]

  package init(ticker: [Headline] = [], blocks: [Block] = [], top: [Headline] = []) {
    self.ticker = ticker
    self.blocks = blocks
    self.top = top
  }

  /// The page with other headlines in the ticker, in every block and at the top.
  package func withHeadlines(_ change: ([Headline]) -> [Headline]) -> FrontPage {
    let blocks = blocks.map {
      Block(title: $0.title, address: $0.address, headlines: change($0.headlines))
    }
    return FrontPage(ticker: change(ticker), blocks: blocks, top: change(top))
  }
}
