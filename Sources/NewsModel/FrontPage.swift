import Foundation

/// What a site's front page shows besides its menu: kept in the cache so that it stands without a network.
package struct FrontPage: Hashable, Sendable, Codable {
  /// Headlines under one section's title: the first is the lead.
  package struct Block: Hashable, Sendable, Codable {
    package var title: String
    /// The section's page.
    package var address: WebAddress?
    package var headlines: [Headline]

    package init(title: String, address: WebAddress? = nil, headlines: [Headline] = []) {
      self.title = title
      self.address = address
      self.headlines = headlines
    }
  }

  package var ticker: [Headline]
  package var blocks: [Block]
  package var top: [Headline]

  package init(ticker: [Headline] = [], blocks: [Block] = [], top: [Headline] = []) {
    self.ticker = ticker
    self.blocks = blocks
    self.top = top
  }
}
