import FeedParsing
import NewsModel

/// What came of a list of subscriptions.
package struct ListImport: Hashable, Sendable {
  /// What is followed now, in the list's order.
  package var added: [Site] = []
  /// Feeds that were followed before, or stood in the list twice.
  package var known: [Outline] = []
  /// Lines without an address that can be fetched: filters, programs, pages without a feed.
  package var unusable: [Outline] = []
  /// More feeds than can be followed: how many were left out.
  package var leftOut = 0
  /// How many sites can be followed.
  package let capacity: Int

  init(capacity: Int) { self.capacity = capacity }
}

extension NewsDesk {
  /// Follows every feed of a list, each as a site of its own in the folder it stands in. The network is not asked.
  ///
  /// - Parameter isTrial: writes nothing.
  package func follow(_ list: ParsedOutlines, isTrial: Bool = false) throws -> ListImport {
    var result = ListImport(capacity: sites.capacity)
    let present = sites.sites()
    var ids = Set(present.map(\.id))
    var feeds = Set(present.flatMap(\.sources).filter { $0.kind == .feed }.map(\.address))
    for (folder, outline) in list.lines {
      guard let feed = outline.feed else {
        result.unusable.append(outline)
        continue
      }
      guard feeds.insert(feed).inserted else {
        result.known.append(outline)
        continue
      }
      guard ids.count < result.capacity else {
        result.leftOut += 1
        continue
      }
      let site = Self.site(of: outline, feed: feed, folder: folder, taken: ids)
      ids.insert(site.id)
      if !isTrial { try sites.save(site) }
      result.added.append(site)
    }
    return result
  }

  private static func site(
    of outline: Outline, feed: WebAddress, folder: [String], taken: Set<SiteID>
  ) -> Site {
    let home = (outline.home ?? feed.frontPage ?? feed).withoutCredentials
    return Site(
      id: SiteNaming.id(for: outline.home ?? feed, taken: taken),
      name: outline.title.isEmpty ? SiteNaming.name(for: feed) : outline.title, home: home, feeds: [feed],
      folder: folder, rules: SiteRules(isFeedOnly: true))
  }

  /// What is followed, as a list for other programs: a feed is a line, a site with several feeds a folder of them.
  package func subscriptions(of site: SiteID? = nil) -> [Outline] {
    var top: [Outline] = []
    for followed in sites.sites() where site == nil || followed.id == site {
      top.insert(Self.outline(of: followed), under: followed.folder[...])
    }
    return top
  }

  private static func outline(of site: Site) -> Outline {
    if site.sections.isEmpty, site.feeds.count == 1 {
      return Outline(title: site.name, feed: site.feeds.first, home: site.home)
    }
    let sections = site.sections.compactMap(outline(of:))
    let feeds = site.feeds.map { Outline(title: site.name, feed: $0, home: site.home) }
    return Outline(title: site.name, home: site.home, outlines: sections + feeds)
  }

  /// `nil` for a section without a feed anywhere in it.
  private static func outline(of section: Section) -> Outline? {
    let below = section.sections.compactMap(outline(of:))
    guard section.feed != nil || !below.isEmpty else { return nil }
    return Outline(title: section.title, feed: section.feed, home: section.address, outlines: below)
  }
}

extension [Outline] {
  /// Puts a line into the folder of a path, which is made where it is not there yet.
  fileprivate mutating func insert(_ outline: Outline, under path: ArraySlice<String>) {
    guard let name = path.first else {
      append(outline)
      return
    }
    let place = firstIndex { $0.title == name && $0.feed == nil && $0.home == nil }
    if let place {
      self[place].outlines.insert(outline, under: path.dropFirst())
    } else {
      var folder = Outline(title: name)
      folder.outlines.insert(outline, under: path.dropFirst())
      append(folder)
    }
  }
}
