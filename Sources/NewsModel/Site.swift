import Foundation

/// A publication that is followed: its name, its menu of sections, where its news come from.
///
/// The truth of it is a file, `sites/<id>.yaml`, which people may edit.
package struct Site: Hashable, Sendable, Identifiable {
  package var id: SiteID
  /// As its readers know it («Эхо»).
  package var name: String
  /// The front page.
  package var home: WebAddress
  /// BCP 47; `nil` when it is to be identified from the text.
  package var language: String?
  /// IANA name (`Asia/Yekaterinburg`) for dates that carry no zone; `nil`: UTC.
  package var timeZone: String?
  /// The menu, in its order, at most two levels deep.
  package var sections: [Section]
  /// Feeds that belong to no section of the menu.
  package var feeds: [WebAddress]
  /// Pages about the site itself: about, policy, contacts.
  package var pages: [Headline]
  /// The folders it was filed under in a list of subscriptions, the outermost first.
  package var folder: [String]
  /// Whether the full text of new articles is fetched with every refresh.
  package var fullText: Bool
  /// What overrides the understanding of its pages.
  package var rules: SiteRules

  /// Whether an address of its sources holds a user or a password.
  package var hasCredentials: Bool {
    home.hasCredentials || sources.contains(where: \.address.hasCredentials)
  }

  package init(
    id: SiteID, name: String, home: WebAddress, language: String? = nil, timeZone: String? = nil,
    sections: [Section] = [], feeds: [WebAddress] = [], pages: [Headline] = [], folder: [String] = [],
    fullText: Bool = false, rules: SiteRules = SiteRules()
  ) {
    self.id = id
    self.name = name
    self.home = home
    self.language = language
    self.timeZone = timeZone
    self.sections = sections
    self.feeds = feeds
    self.pages = pages
    self.folder = folder
    self.fullText = fullText
    self.rules = rules
  }

  /// Every section with its id, a parent before its children, in the menu's order.
  package var flatSections: [(id: SectionID, section: Section)] {
    sections.flatMap { section in
      let parent = SectionID(rawValue: section.title)
      return [(parent, section)]
        + section.sections.map { (SectionID(rawValue: "\(section.title)/\($0.title)"), $0) }
    }
  }

  /// Whether any of its news come by feed.
  package var hasFeeds: Bool { !feeds.isEmpty || flatSections.contains { $0.section.feed != nil } }

  /// The section with an id.
  package func section(_ id: SectionID) -> Section? { flatSections.first { $0.id == id }?.section }

  /// The section that a page's block or line names by its title.
  package func section(titled title: String?) -> SectionID? {
    guard let title else { return nil }
    return flatSections.first { $0.section.title.compare(title, options: .caseInsensitive) == .orderedSame }?
      .id
  }

  /// Every URL that a refresh asks for: the front page, each section's feed or else its page, the other feeds;
  /// each address once, and no page about the site itself.
  package var sources: [Source] {
    var seen = Set(pages.map(\.address))
    var result: [Source] = []
    func add(_ address: WebAddress?, _ kind: Source.Kind, _ section: SectionID?) {
      guard let address, seen.insert(address).inserted else { return }
      result.append(Source(site: id, address: address, kind: kind, section: section))
    }
    if !rules.isFeedOnly { add(home, .page, nil) }
    for (sectionID, section) in flatSections {
      if section.feed != nil {
        add(section.feed, .feed, sectionID)
      } else {
        add(section.address, .page, sectionID)
      }
    }
    for feed in feeds { add(feed, .feed, nil) }
    return result
  }
}
