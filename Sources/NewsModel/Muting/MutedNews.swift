/// What its reader does not want to see: sites, sections, words in headlines.
package struct MutedNews: Hashable, Sendable {
  /// Sites of which nothing is shown.
  package var sites: Set<SiteID>
  /// By site, sections of which nothing is shown.
  package var sections: [SiteID: Set<SectionID>]
  /// As they were chosen; any form and case of them counts.
  package var words: [String]

  package init(sites: Set<SiteID> = [], sections: [SiteID: Set<SectionID>] = [:], words: [String] = []) {
    self.sites = sites
    self.sections = sections
    self.words = words
  }

  /// Whether nothing is muted.
  package var isEmpty: Bool { sites.isEmpty && sections.isEmpty && words.isEmpty }
}
