import Foundation

/// A line that leads to an article: in a ticker, a block, «Related», «Top news».
package struct Headline: Hashable, Sendable, Codable {
  /// One plain line.
  package var title: String
  /// Where it leads.
  package var address: WebAddress
  /// As the page prints it beside the line.
  package var published: Date?
  /// Whether the page prints no hour: `published` is where the day begins.
  package var isDayOnly: Bool
  /// The title of the section it stands under.
  package var section: String?
  /// The text under the line, where the page prints one.
  package var summary: String?
  /// The picture beside the line, where the page shows one.
  package var picture: WebAddress?

  package init(
    title: String, address: WebAddress, published: Date? = nil, isDayOnly: Bool = false,
    section: String? = nil, summary: String? = nil, picture: WebAddress? = nil
  ) {
    self.title = title
    self.address = address
    self.published = published
    self.isDayOnly = isDayOnly
    self.section = section
    self.summary = summary
    self.picture = picture
  }
}

extension Headline {
  private enum CodingKeys: CodingKey {
    case title, address, published, isDayOnly, section, summary, picture
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    title = try fields.decode(String.self, forKey: .title)
    address = try fields.decode(WebAddress.self, forKey: .address)
    published = try fields.decodeIfPresent(Date.self, forKey: .published)
    // What was kept by earlier versions does not tell.
    isDayOnly = try fields.decodeIfPresent(Bool.self, forKey: .isDayOnly) ?? false
    section = try fields.decodeIfPresent(String.self, forKey: .section)
    summary = try fields.decodeIfPresent(String.self, forKey: .summary)
    picture = try fields.decodeIfPresent(WebAddress.self, forKey: .picture)
  }
}
