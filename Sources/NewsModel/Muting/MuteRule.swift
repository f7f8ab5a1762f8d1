/// What is not shown.
package enum MuteRule: Hashable, Sendable {
  /// Nothing of a site.
  case source(SiteID)
  /// Nothing of one of a site's sections.
  case section(SiteID, SectionID)
  /// No line that has any form of a word.
  case word(String)
}
