/// What a refresh asks for.
package enum RefreshScope: Hashable, Sendable {
  case everything
  case site(SiteID)
  /// A section and its sub-sections.
  case section(SiteID, SectionID)
}
