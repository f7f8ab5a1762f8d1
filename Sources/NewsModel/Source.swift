/// One URL that is refreshed, on behalf of a site and perhaps of one section of it.
package struct Source: Hashable, Sendable {
  /// What its bytes are expected to be; the bytes themselves decide.
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case feed
    case page
  }

  /// The site it brings news for.
  package var site: SiteID
  /// What is asked.
  package var address: WebAddress
  /// What is expected there.
  package var kind: Kind
  /// The section its items belong to; `nil` for the whole site.
  package var section: SectionID?

  package init(site: SiteID, address: WebAddress, kind: Kind, section: SectionID? = nil) {
    self.site = site
    self.address = address
    self.kind = kind
    self.section = section
  }
}
