import NewsModel

/// What of a discovery is to be followed, line by line: at first what `discover` proposes.
package struct SiteChoice: Sendable {
  /// One line of the tree.
  package enum Line: Hashable, Sendable {
    /// A section of the menu, by its place.
    case section(Int)
    /// A sub-section: its section's place and its own.
    case subsection(Int, Int)
    /// A feed of the whole site.
    case feed(WebAddress)
    /// A feed that nobody would miss.
    case leftOut(LeftOutFeed)
  }

  /// In the tree's order.
  package let lines: [Line]
  /// Those that are to be followed.
  package private(set) var taken: Set<Line>
  private let discovery: Discovery

  package init(_ discovery: Discovery) {
    self.discovery = discovery
    // A feed alone is what was asked for.
    lines = discovery.isFeed ? [] : Self.lines(of: discovery)
    taken = Set(
      lines.filter { line in
        if case .leftOut = line { false } else { true }
      })
  }

  /// All lines of a discovery, in the tree's order.
  package static func lines(of discovery: Discovery) -> [Line] {
    let site = discovery.site
    let menu = site.sections.indices.flatMap { place -> [Line] in
      [.section(place)] + site.sections[place].sections.indices.map { .subsection(place, $0) }
    }
    return menu + site.feeds.map(Line.feed) + discovery.leftOut.map(Line.leftOut)
  }

  /// Takes a line or leaves it.
  package mutating func set(_ line: Line, isTaken: Bool) {
    if isTaken { taken.insert(line) } else { taken.remove(line) }
  }

  /// The site with what was taken: a section that was left stays as a heading over its sub-sections.
  package var site: Site {
    var site = discovery.site
    site.sections = site.sections.indices.compactMap { place in
      var section = site.sections[place]
      section.sections = section.sections.indices.compactMap { inner in
        taken.contains(.subsection(place, inner)) ? section.sections[inner] : nil
      }
      guard !taken.contains(.section(place)) else { return section }
      (section.address, section.feed) = (nil, nil)
      return section.sections.isEmpty ? nil : section
    }
    site.feeds = lines.compactMap { line in
      guard taken.contains(line) else { return nil }
      return switch line {
      case .feed(let address): address
      case .leftOut(let feed): feed.address
      case .section, .subsection: nil
      }
    }
    if lines.isEmpty { site.feeds = discovery.site.feeds }
    return site
  }
}
