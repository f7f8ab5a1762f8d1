import Foundation

/// A line that leads to an article: in a ticker, a block, «Related», «Top news».
package struct Headline: Hashable, Sendable, Codable {
  package var title: String
  package var address: WebAddress
  /// As the page prints it beside the line.
  package var published: Date?
  /// The title of the section it stands under.
  package var section: String?
  package var summary: String?

  package init(
    title: String, address: WebAddress, published: Date? = nil, section: String? = nil, summary: String? = nil
  ) {
    self.title = title
    self.address = address
    self.published = published
    self.section = section
    self.summary = summary
  }
}
